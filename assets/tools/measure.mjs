// Prints what a reader has to load, brotli at its best, and fails when it is too much.
//
//   node assets/tools/measure.mjs FOLDER
//
// A reading page may need 14,000 bytes for its HTML, its style sheets, the script that starts it and the modules that
// load with it: what fits into the first packets a server sends. A page that sorts, compares or searches carries
// everything there is to sort, and may need 32,000 bytes. A worksheet may need 15,000 bytes of script before a download
// is asked for. Modules count with all they import at once. Each file is packed by itself, as hosts do.

import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { brotliCompressSync, constants } from "node:zlib";

const READING_LIMIT_BYTES = 14_000;
const TOOL_LIMIT_BYTES = 32_000;
const WORKSHEET_SCRIPT_LIMIT_BYTES = 15_000;

const folder = process.argv[2];
if (!folder) {
	console.error("usage: node assets/tools/measure.mjs FOLDER");
	process.exit(2);
}

const weights = new Map();
const rows = pages().map(measure);
const over = rows.filter((row) => row.total > row.limit);

print();
for (const row of over)
	console.log(`${row.page} needs ${row.total} bytes, ${row.total - row.limit} over the limit of ${row.limit}`);
console.log(`${rows.length - over.length} pages within their limits, ${over.length} over`);
process.exit(over.length > 0 ? 1 : 0);

function pages() {
	return (
		readdirSync(folder, { recursive: true, encoding: "utf8" })
			.map((name) => name.replaceAll("\\", "/"))
			// The book is all pages in one; nobody waits for it to read one page.
			.filter((name) => name.endsWith(".html") && !name.startsWith("document/"))
			.sort()
	);
}

function measure(name) {
	const html = readFileSync(path.join(folder, name), "utf8");
	const styles = attributes(html, /<link\b[^>]*\brel="?stylesheet"?[^>]*>/g, "href");
	const modules = attributes(html, /<script\b[^>]*\btype="?module"?[^>]*>/g, "src");
	const start = attributes(html, /<script\b(?![^>]*\btype=)[^>]*>/g, "src");
	const row = {
		page: name === "404.html" ? "/404.html" : `/${name.replace(/index\.html$/, "")}`,
		html: weight(name),
		styles: sum(styles),
		start: sum(start),
		modules: sum(atOnce(modules)),
	};
	const worksheet = /^worksheets\/[^/]+\/index\.html$/.test(name);
	if (worksheet) return { ...row, kind: "worksheet", total: row.modules, limit: WORKSHEET_SCRIPT_LIMIT_BYTES };
	const total = row.html + row.styles + row.start + row.modules;
	const tool = name === "search/index.html" || styles.some((file) => path.basename(file).startsWith("explorer."));
	if (tool) return { ...row, kind: row.page, total, limit: TOOL_LIMIT_BYTES };
	return { ...row, kind: kindOf(name), total, limit: READING_LIMIT_BYTES };
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
function atOnce(modules) {
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

function weight(file) {
	if (!weights.has(file)) {
		const options = { params: { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY } };
		weights.set(file, brotliCompressSync(readFileSync(path.join(folder, file)), options).length);
	}
	return weights.get(file);
}

function sum(files) {
	return files.reduce((total, file) => total + weight(file), 0);
}

function print() {
	const heaviest = new Map();
	for (const row of rows) {
		const kind = row.kind === "worksheet" ? row.page : row.kind;
		const sofar = heaviest.get(kind) ?? { count: 0 };
		heaviest.set(kind, { ...(sofar.total > row.total ? sofar : row), count: sofar.count + 1 });
	}
	const head = ["heaviest page of each kind", "of", "HTML", "CSS", "start", "modules", "counted", "limit"];
	const lines = [...heaviest.values()].map((r) => [
		r.page,
		r.count,
		kB(r.html),
		kB(r.styles),
		kB(r.start),
		kB(r.modules),
		`${kB(r.total)}${r.kind === "worksheet" ? " (script)" : ""}`,
		`${kB(r.limit)}${r.total > r.limit ? " over" : ""}`,
	]);
	console.log("kB of 1,000 bytes, brotli 11\n");
	const widths = head.map((_, i) => Math.max(...[head, ...lines].map((line) => String(line[i]).length)));
	for (const line of [head, ...lines]) {
		console.log(
			line.map((cell, i) => (i === 0 ? cell.padEnd(widths[i]) : String(cell).padStart(widths[i]))).join("  "),
		);
	}
	console.log();
}

function kB(bytes) {
	return (bytes / 1000).toFixed(2);
}
