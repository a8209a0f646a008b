// Runs as the first child of <body>, before anything is drawn: tells the style
// sheet that scripts run, and the NHS.UK frontend that modules do.

document.body.classList.add("js-enabled");
if ("noModule" in HTMLScriptElement.prototype) {
	document.body.classList.add("nhsuk-frontend-supported");
}

// The search comes when its box is used. Most readers of a page never search.
document.addEventListener("focusin", ({ target }) => {
	const script = (target as Element).parentElement?.dataset.search;
	if (script) import(script);
});
