// Which selectors style sheets have, and whether a page has what a selector asks for.

import { transformSync } from "esbuild";
import postcss from "postcss";

/** A style sheet written as the build writes it, so that selectors can be compared. */
export function minified(css: string): string {
	return transformSync(css, {
		loader: "css",
		minifyWhitespace: true,
		minifySyntax: true,
		supported: { nesting: false },
	}).code;
}

/** The selectors of a style sheet, one by one, those of key frames left out. */
export function selectorsOf(css: string): string[] {
	const found = new Set<string>();
	postcss.parse(css).walkRules((rule) => {
		const parent = rule.parent;
		if (parent?.type === "atrule" && "name" in parent && /keyframes$/.test(String(parent.name))) return;
		for (const selector of rule.selectors) found.add(selector);
	});
	return [...found];
}

const CLASS = /\.(?:[\w-]|\\.)+/g;

/** The classes and element names that a page must have before a selector can match: ".nhsuk-card", "table". */
export function wordsOf(selector: string): string[] {
	// What stands in the brackets of :not(), :is() and :where() may be absent, or one of several; of :has() it must be there.
	const plain = selector
		.replace(/\[[^\]]*\]/g, "")
		.replace(/:(?!has\()[\w-]+\([^()]*(\([^()]*\)[^()]*)*\)/g, "")
		.replace(/::?[\w-]+/g, " ");
	const classes = plain.match(CLASS) ?? [];
	const elements = plain.replace(CLASS, " ").match(/(?<![\w#-])[a-z][a-z0-9]*/g) ?? [];
	return [...classes.map((name) => name.replaceAll("\\", "")), ...elements];
}

/** The classes and element names of a page, written as wordsOf writes them. Every page may say that scripts run. */
export function wordsIn(html: string): Set<string> {
	const found = new Set([".js-enabled", ".nhsuk-frontend-supported"]);
	for (const [, element = ""] of html.matchAll(/<([a-z][a-z0-9]*)/g)) found.add(element);
	for (const [, quoted, bare] of html.matchAll(/\sclass=(?:"([^"]*)"|([^\s>"]+))/g)) {
		for (const name of (quoted ?? bare ?? "").split(/\s+/)) found.add(`.${name}`);
	}
	return found;
}
