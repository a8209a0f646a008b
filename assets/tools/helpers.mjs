// The tests' own host and browser, which are in TypeScript, for the tools that measure.

import { mkdirSync } from "node:fs";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build } from "esbuild";

/** Resolves to { host, launch } of assets/tests. */
export async function helpers() {
	const root = fileURLToPath(new URL("../..", import.meta.url));
	const outfile = path.join(root, "node_modules/.cache/signpost/helpers.mjs");
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
