// Compiles assets/styles/nhsuk.scss, the NHS.UK frontend as this site uses it.

import postcss from "postcss";
import { compile } from "sass";

// Rules that need a picture: a sorted table's arrows (no script of ours sorts
// tables) and the clear button of a search field (the browser's own serves).
const NEEDS_PICTURE = /\[(data|aria)-sort|::-webkit-search-cancel-button/;

// Internet Explorer understands none of this site's custom properties.
const FOR_INTERNET_EXPLORER = /::?-ms-/;

// Sass leaves a custom property inside rgba() as it stands, which browsers refuse.
const TINTED_PROPERTY = /rgba\((var\(--[a-z-]+\)), [\d.]+\)/g;

// Colours that upstream writes out or reckons with, where they are letters,
// lines or pale panels, and the property that follows the reader's light or dark.
const FOLLOWS = [
	[/^(color|fill|border(-[a-z]+)*)$/, "#d5281b", "error"],
	[/^color$/, "#951c13", "error"],
	[/^(color|fill)$/, "#007f3b", "success"],
	[/^color$/, "#00662f", "success"],
	[/^(color|fill)$/, "#003087", "footer-link"],
	[/^background-color$/, "#fff9c4", "pale"],
];

// These are filled with red or green under white letters, in light and dark alike.
const FILLED = /nhsuk-(button|card--care|panel)/;

const YELLOW = "#ffeb3b";
const BLACK = "#212b32";

/** Returns the style sheet's text: the same for the same sources. */
export function stylesheet(root) {
	const { css } = compile(`${root}/assets/styles/nhsuk.scss`, {
		loadPaths: [`${root}/node_modules`],
		quietDeps: true,
		charset: false,
	});
	const sheet = postcss.parse(css);
	sheet.walkRules((rule) => {
		rule.selectors = rule.selectors.filter((s) => !NEEDS_PICTURE.test(s) && !FOR_INTERNET_EXPLORER.test(s));
		if (rule.selector === "") rule.remove();
	});
	sheet.walkAtRules("media", (media) => {
		media.params = media.params.replace(", (-ms-high-contrast: active)", "");
	});
	sheet.walkDecls((decl) => {
		decl.value = decl.value.replace(TINTED_PROPERTY, "$1");
	});
	sheet.walkRules(followReader);
	dropEmpty(sheet);
	const text = `${sheet.toString().trim()}\n`;
	if (/url\(|@font-face/.test(text)) throw new Error("nhsuk.css asks for a picture or a font");
	return text;
}

function followReader(rule) {
	const onYellow = rule.nodes.some((decl) => decl.prop === "background-color" && decl.value === YELLOW);
	rule.walkDecls((decl) => {
		if (onYellow && decl.prop === "color") decl.value = BLACK;
		if (FILLED.test(rule.selector)) return;
		for (const [prop, colour, name] of FOLLOWS) {
			if (prop.test(decl.prop)) decl.value = decl.value.replace(colour, `var(--sp-${name})`);
		}
	});
}

function dropEmpty(container) {
	for (const node of [...(container.nodes ?? [])]) {
		dropEmpty(node);
		if (node.nodes?.length === 0) node.remove();
	}
}
