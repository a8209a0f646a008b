// Runs when the page is read and before any other script: tells the NHS.UK frontend that modules run, and style sheets
// that scripts do, in browsers too old to know. Nothing is drawn later for it: a style sheet asks the browser itself.

document.body.classList.add("js-enabled");
if ("noModule" in HTMLScriptElement.prototype) {
	document.body.classList.add("nhsuk-frontend-supported");
}

// The search comes when its box is used. Most readers of a page never search, and some are there before this script.
const used = (target: EventTarget | null) => {
	const script = (target as Element).parentElement?.dataset.search;
	if (script) import(script);
};
document.addEventListener("focusin", ({ target }) => used(target));
used(document.activeElement);
