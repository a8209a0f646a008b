// Two ways to vendor modules: as upstream's own files, one by one, when they load
// with a page (esbuild then leaves out what is not used), or built into one file
// when they load on a click.

import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { build } from "esbuild";

// Words a strict content security policy refuses to run.
const FORBIDDEN = /[^.\w$]eval\(|new Function\b|[^.\w$]Function\(/;

const IMPORT = /(\bfrom\s*|\bimport\s*\(?\s*)(["'])([^"']+)\2/g;

/**
 * Returns the modules that the entries need, by package: Map<name, {file: text}>.
 * places says where each package's files stand: {name: {base, folder}}. Imports
 * are made relative, source map notes are dropped; nothing else is changed.
 */
export async function sources(root, entries, places, alias = {}) {
	const { metafile } = await build({
		...shared(root),
		stdin: { contents: entries.map((each) => `export * from ${JSON.stringify(each)}`).join("\n"), resolveDir: root },
		mainFields: ["module:es2019", "module", "main"],
		alias,
	});
	const inputs = Object.entries(metafile.inputs).filter(([file]) => file !== "<stdin>");
	const home = new Map(inputs.map(([file]) => [file, place(file, places)]));
	const found = new Map(Object.keys(places).map((name) => [name, {}]));
	for (const [file, { imports }] of inputs) {
		// TypeScript names types among its exports; only the built whole tells them from values.
		if (file.endsWith(".ts") && !file.endsWith("/index.ts")) continue;
		const { name, within, full } = home.get(file);
		// Helpers that esbuild itself adds have no file.
		const written = imports.filter((each) => home.has(each.path));
		const targets = new Map(written.map((each) => [each.original, relative(full, home.get(each.path).full)]));
		const text = await script(path.join(root, file));
		found.get(name)[within] = text.replace(IMPORT, (all, before, quote, original) =>
			targets.has(original) ? before + quote + targets.get(original) + quote : all,
		);
	}
	return found;
}

// The folder is where the package stands in assets/vendor, the base what of its own path is left out.
function place(file, places) {
	for (const [name, { base, folder }] of Object.entries(places)) {
		const start = `node_modules/${name}/${base}/`;
		if (file.startsWith(start)) {
			const within = file.slice(start.length).replace(/\.ts$/, ".js");
			return { name, within, full: `${folder}/${within}` };
		}
	}
	throw new Error(`${file}: its package is not in the list of what is vendored`);
}

function relative(from, to) {
	const way = path.posix.relative(path.posix.dirname(from), to);
	return way.startsWith(".") ? way : `./${way}`;
}

async function script(file) {
	const text = readFileSync(file, "utf8").replaceAll("\r\n", "\n");
	if (file.endsWith(".ts")) return (await bundle(path.dirname(file), `export * from "./index.ts"`)).code;
	return `${text.replace(/^\/\/# sourceMappingURL=.*$/gm, "").trimEnd()}\n`;
}

/** Builds one module of a package and what it needs; returns {code, licences, includes}. */
export async function bundle(root, contents, alias = {}) {
	const { outputFiles, metafile } = await build({
		...shared(root),
		stdin: { contents, resolveDir: root },
		alias,
		charset: "utf8",
		legalComments: "none",
		// The class names of a library's own may be part of what it writes.
		keepNames: false,
	});
	const code = outputFiles[0].text;
	if (FORBIDDEN.test(code)) throw new Error("the built module makes code from text, which the security policy refuses");
	const folders = [...new Set(Object.keys(metafile.inputs).map(packageFolder).filter(Boolean))].sort();
	const packages = folders.map((folder) => describe(path.join(root, folder)));
	return {
		code,
		includes: packages.map(({ name, version, licence }) => `${name} ${version} ${licence}`),
		licences: `${packages.map(({ name, version, text }) => `${name} ${version}\n\n${text}`).join(`\n${"-".repeat(72)}\n\n`)}`,
	};
}

function shared(root) {
	return {
		absWorkingDir: root,
		bundle: true,
		format: "esm",
		platform: "browser",
		target: "es2022",
		metafile: true,
		write: false,
		logLevel: "error",
	};
}

function packageFolder(file) {
	return file.match(/^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//)?.[1];
}

function describe(folder) {
	const { name, version, license } = JSON.parse(readFileSync(path.join(folder, "package.json"), "utf8"));
	return { name, version, licence: license, text: licenceText(folder) };
}

/** The licence a package carries; a package without one gives the words of its package.json. */
export function licenceText(folder) {
	const file = readdirSync(folder).find((each) => /^licen[cs]e/i.test(each));
	if (file) return `${readFileSync(path.join(folder, file), "utf8").replaceAll("\r\n", "\n").trimEnd()}\n`;
	const { license, author } = JSON.parse(readFileSync(path.join(folder, "package.json"), "utf8"));
	if (!license || !existsSync(folder)) throw new Error(`${folder}: no licence`);
	return `${license}, by ${typeof author === "string" ? author : (author?.name ?? "its authors")} (the package carries no text).\n`;
}
