// The look of results. It comes with the script, so that pages on which nobody searches do not load it.

const CSS = `
.sp-search__list {
	position: absolute;
	z-index: 20;
	top: calc(100% + 4px);
	right: 0;
	box-sizing: border-box;
	width: min(32rem, calc(100vw - 2rem));
	border: 2px solid var(--sp-edge, #4c6272);
	border-radius: 4px;
	background: var(--sp-card, #fff);
	color: var(--sp-text, #212b32);
	box-shadow: 0 4px 12px rgb(33 43 50 / 40%);
}
@media (max-width: 40.0525em) {
	.sp-search__list { width: 100%; }
}
.sp-search__list p, .sp-search__list ul { margin: 0; padding: 0; list-style: none; }
.sp-search__list ul { max-height: min(75vh, 36rem); overflow-y: auto; }
.sp-search__list .sp-search__note { padding: 0.75rem 1rem; border-bottom: 1px solid var(--sp-border, #d8dde0); }
.sp-option { margin: 0; padding: 0.75rem 1rem; border-bottom: 1px solid var(--sp-border, #d8dde0); cursor: pointer; font-size: 1rem; line-height: 1.4; }
.sp-option:last-child { border-bottom: 0; }
.sp-option:hover { background: var(--sp-body, #f0f4f5); }
.sp-option[aria-selected="true"] { outline: 3px solid transparent; outline-offset: -3px; background: #ffeb3b; color: #212b32; }
.sp-option[aria-selected="true"] * { color: #212b32; }
.sp-option__title { color: var(--sp-link, #005eb8); font-weight: 600; text-decoration: underline; }
.sp-kind { color: var(--sp-quiet, #4c6272); font-size: 0.875rem; }
.sp-option__text { display: block; font-size: 0.875rem; }
.sp-find .sp-found { margin: 0 0 1.5rem; }
.sp-found h3, .sp-found p { margin: 0 0 0.25rem; }
.sp-search__list mark, .sp-found mark { background: none; color: inherit; font-weight: 700; text-decoration: underline; text-decoration-thickness: 2px; }
@media print {
	.sp-found a::after { content: none; }
}
@media (forced-colors: active) {
	.sp-option[aria-selected="true"] { forced-color-adjust: none; outline-color: Highlight; background: Highlight; color: HighlightText; }
	.sp-option[aria-selected="true"] * { color: HighlightText; }
}
`;

let worn = false;

/** Gives the document the look of results. Browsers that cannot take a sheet from a script show results plainly. */
export function dress(): void {
	if (worn || !("adoptedStyleSheets" in document)) return;
	worn = true;
	const sheet = new CSSStyleSheet();
	sheet.replaceSync(CSS);
	document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
}
