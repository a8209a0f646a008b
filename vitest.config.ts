// Three projects: unit (scripts, in Node), published (the files of the built site, in Node) and browser (the built
// site in Chromium, one file at a time).

import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

export default defineConfig({
	resolve: {
		// The letters of PDFs exist nowhere but among the vendored files.
		alias: { "pdfkit/fonts": fileURLToPath(new URL("assets/vendor/pdfkit/fonts.js", import.meta.url)) },
	},
	test: {
		// A finding is of no use cut short.
		chaiConfig: { truncateThreshold: 0 },
		projects: [
			{
				extends: true,
				test: { name: "unit", include: ["assets/scripts/**/*.test.ts", "assets/tests/*.test.ts"] },
			},
			{
				extends: true,
				test: {
					name: "published",
					include: ["assets/tests/published/**/*.test.ts"],
					globalSetup: "assets/tests/setup.ts",
				},
			},
			{
				extends: true,
				test: {
					name: "browser",
					include: ["assets/tests/browser/**/*.test.ts"],
					globalSetup: "assets/tests/setup.ts",
					fileParallelism: false,
					// Limits for a machine that hangs, not measures of speed.
					testTimeout: 300_000,
					hookTimeout: 300_000,
				},
			},
		],
	},
});
