// What the measurements of speed share: the tests' own host and browser, a slowed processor, and figures in a row.

import { mkdirSync } from "node:fs";
import { cpus, loadavg } from "node:os";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build } from "esbuild";

/** So many times slower than this machine: about a phone of little money. */
export const SLOWED = 4;

/** The tests' own host and browser, which are in TypeScript. */
export async function helpers() {
	const root = fileURLToPath(new URL("../..", import.meta.url));
	const outfile = path.join(root, "node_modules/.cache/signpost/speed.mjs");
	mkdirSync(path.dirname(outfile), { recursive: true });
	await build({
		stdin: {
			contents: 'export { host } from "./assets/tests/host"; export { launch } from "./assets/tests/browser";',
			resolveDir: root,
		},
		bundle: true,
		platform: "node",
		format: "esm",
		packages: "external",
		outfile,
	});
	return import(pathToFileURL(outfile).href);
}

/** Slows the processor down for a page. */
export async function slow(page) {
	const debuggers = await page.context().newCDPSession(page);
	await debuggers.send("Emulation.setCPUThrottlingRate", { rate: SLOWED });
}

/** Says how busy the machine is, without which no figure means anything. */
export function machine() {
	return `${cpus().length} processors, load ${loadavg()[0].toFixed(1)}: no limits, machines differ`;
}

/** The time below which a share of all times lies. */
export function at(times, share) {
	const sorted = times.toSorted((a, b) => a - b);
	return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
}
