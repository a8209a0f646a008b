// Runs as the first child of <body>, before anything is drawn: tells the style
// sheet that scripts run, and the NHS.UK frontend that modules do.

document.body.classList.add("js-enabled");
if ("noModule" in HTMLScriptElement.prototype) {
	document.body.classList.add("nhsuk-frontend-supported");
}
