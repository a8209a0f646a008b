// What the pages of a built site weigh, brotli at its best, and which of them is the heaviest of its kind.

import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { brotliCompressSync, constants } from "node:zlib";

const READING_LIMIT_BYTES = 14_000;
const TOOL_LIMIT_BYTES = 32_000;
const WORKSHEET_SCRIPT_LIMIT_BYTES = 15_000;

/** Every page of the folder: its address, its kind, and the bytes of each part and of what counts. */
export function weigh(folder) {
	const weights = new Map();
	return pages(folder).map((name) => measure(folder, name, weights));
}

/** The heaviest page of each kind, with how many pages the kind has. */
export function heaviestOfEachKind(rows) {
	const heaviest = new Map();
	for (const row of rows) {
		const sofar = heaviest.get(row.kind) ?? { count: 0 };
		heaviest.set(row.kind, { ...(sofar.total > row.total ? sofar : row), count: sofar.count + 1 });
	}
	return [...heaviest.values()];
}

function pages(folder) {
	return (
		readdirSync(folder, { recursive: true, encoding: "utf8" })
			.map((name) => name.replaceAll("\\", "/"))
			// The book is all pages in one; nobody waits for it to read one page.
			.filter((name) => name.endsWith(".html") && !name.startsWith("document/"))
			.sort()
	);
}

function measure(folder, name, weights) {
	const html = readFileSync(path.join(folder, name), "utf8");
	const styles = attributes(html, /<link\b[^>]*\brel="?stylesheet"?[^>]*>/g, "href");
	const modules = attributes(html, /<script\b[^>]*\btype="?module"?[^>]*>/g, "src");
	const start = attributes(html, /<script\b(?![^>]*\btype=)[^>]*>/g, "src");
	const sum = (files) => files.reduce((total, file) => total + weight(folder, file, weights), 0);
	const row = {
		page: name === "404.html" ? "/404.html" : `/${name.replace(/index\.html$/, "")}`,
		html: weight(folder, name, weights),
		styles: sum(styles),
		start: sum(start),
		modules: sum(atOnce(folder, modules)),
	};
	const worksheet = /^worksheets\/[^/]+\/index\.html$/.test(name);
	if (worksheet)
		return { ...row, kind: row.page, purpose: "worksheet", total: row.modules, limit: WORKSHEET_SCRIPT_LIMIT_BYTES };
	const total = row.html + row.styles + row.start + row.modules;
	const tool = name === "search/index.html" || styles.some((file) => path.basename(file).startsWith("explorer."));
	if (tool) return { ...row, kind: row.page, purpose: "tool", total, limit: TOOL_LIMIT_BYTES };
	return { ...row, kind: kindOf(name), purpose: "reading", total, limit: READING_LIMIT_BYTES };
}

/** The first name of the address decides the kind; a part's own page is another kind than the pages in it. */
function kindOf(name) {
	const [part, ...rest] = name.split("/");
	return rest.length < 2 ? `/${rest.length === 0 ? part.replace("index.html", "") : `${part}/`}` : `/${part}/…`;
}

function attributes(html, tags, name) {
	const value = new RegExp(`\\b${name}=(?:"([^"]*)"|([^\\s>]+))`);
	return [...html.matchAll(tags)]
		.map(([tag]) => tag.match(value))
		.filter(Boolean)
		.map((m) => local(m[1] ?? m[2]));
}

/** The file below the folder that an address names; a site may be published below a prefix. */
function local(address) {
	return address.replace(/^.*?\/(?=assets\/)/, "");
}

/** The modules with everything they import at once, which a browser loads before the first of them runs. */
function atOnce(folder, modules) {
	const found = new Set();
	const open = [...modules];
	while (open.length > 0) {
		const file = open.pop();
		if (found.has(file)) continue;
		found.add(file);
		const text = readFileSync(path.join(folder, file), "utf8");
		for (const [, address] of text.matchAll(/\b(?:import|export)(?:[\w\s{},*$]*from)?\s*["'](\.{0,2}\/[^"']+)["']/g)) {
			open.push(address.startsWith(".") ? path.posix.join(path.posix.dirname(file), address) : local(address));
		}
	}
	return [...found];
}

function weight(folder, file, weights) {
	if (!weights.has(file)) {
		const options = { params: { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY } };
		weights.set(file, brotliCompressSync(readFileSync(path.join(folder, file)), options).length);
	}
	return weights.get(file);
}
