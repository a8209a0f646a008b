// bind.ts
function bind(target, { type, listener, options }) {
  target.addEventListener(type, listener, options);
  return function unbind() {
    target.removeEventListener(type, listener, options);
  };
}

// bind-all.ts
function toOptions(value) {
  if (typeof value === "undefined") {
    return void 0;
  }
  if (typeof value === "boolean") {
    return {
      capture: value
    };
  }
  return value;
}
function getBinding(original, sharedOptions) {
  if (sharedOptions == null) {
    return original;
  }
  const binding = {
    ...original,
    // Converting both options to object format for merging
    options: {
      ...toOptions(sharedOptions),
      // Giving individual binding option precedence
      ...toOptions(original.options)
    }
  };
  return binding;
}
function bindAll(target, bindings, sharedOptions) {
  const unbinds = bindings.map((original) => {
    const binding = getBinding(original, sharedOptions);
    return bind(target, binding);
  });
  return function unbindAll() {
    unbinds.forEach((unbind) => unbind());
  };
}
export {
  bind,
  bindAll
};
