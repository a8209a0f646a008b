// Builds the site once for all tests that look at it, or takes the folder that SITE names.

import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import type { TestProject } from "vitest/node";

declare module "vitest" {
	interface ProvidedContext {
		/** The published folder. */
		site: string;
	}
}

const ROOT = fileURLToPath(new URL("../..", import.meta.url));

export default function setup(project: TestProject): (() => void) | undefined {
	if (process.env.SITE) {
		project.provide("site", resolve(process.env.SITE));
		return undefined;
	}
	const folder = mkdtempSync(join(tmpdir(), "signpost-site-"));
	const out = join(folder, "public");
	execFileSync("go", ["run", "./cmd/signpost", "build", "--out", out], {
		cwd: ROOT,
		stdio: ["ignore", "ignore", "inherit"],
	});
	project.provide("site", out);
	return () => rmSync(folder, { recursive: true, force: true });
}
