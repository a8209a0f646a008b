// Tests run in Node on the packages themselves; only the letters of PDFs exist nowhere but here.

import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

export default defineConfig({
	resolve: {
		alias: { "pdfkit/fonts": fileURLToPath(new URL("assets/vendor/pdfkit/fonts.js", import.meta.url)) },
	},
	test: { include: ["assets/**/*.test.ts"], exclude: ["assets/vendor/**"] },
});
