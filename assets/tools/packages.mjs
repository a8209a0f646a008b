// What is vendored from each package: file names below the package's folder in assets/vendor, and their text.

import { readFileSync } from "node:fs";
import { fontModule, fontTypes } from "./fonts.mjs";
import { bundle, licenceText, sources } from "./modules.mjs";
import { stylesheet } from "./stylesheet.mjs";

const read = (root, file) => readFileSync(`${root}/${file}`, "utf8").replaceAll("\r\n", "\n");
const licence = (root, name) => licenceText(`${root}/node_modules/${name}`);

// Upstream's components that have a script of their own and are used here.
const NHSUK_SCRIPTS = [
	"button",
	"character-count",
	"checkboxes",
	"error-summary",
	"header",
	"notification-banner",
	"radios",
	"skip-link",
];

// Where each package's files stand in the package, and where here (imports.mjs has the names scripts use).
const LOADED_WITH_A_PAGE = {
	"nhsuk-frontend": { base: "dist/nhsuk", folder: "nhsuk-frontend" },
	minisearch: { base: "dist/es", folder: "minisearch" },
	"idb-keyval": { base: "dist", folder: "idb-keyval" },
	"@atlaskit/pragmatic-drag-and-drop": { base: "dist/es2019", folder: "pragmatic-drag-and-drop" },
	"@babel/runtime": { base: "helpers/esm", folder: "babel-runtime" },
	"bind-event-listener": { base: "src", folder: "bind-event-listener" },
	"raf-schd": { base: "dist", folder: "raf-schd" },
};

const DRAG = "@atlaskit/pragmatic-drag-and-drop";

const ENTRIES = [
	...NHSUK_SCRIPTS.map((name) => `nhsuk-frontend/dist/nhsuk/components/${name}/${name}.mjs`),
	"minisearch",
	"idb-keyval",
	`${DRAG}/combine`,
	`${DRAG}/element/adapter`,
	`${DRAG}/element/disable-native-drag-preview`,
	`${DRAG}/reorder`,
];

/** Everything that is vendored, in the order of the manifest. */
export async function packages(root) {
	// bind-event-listener ships only CommonJS; its TypeScript source makes a better module.
	const alias = { "bind-event-listener": `${root}/node_modules/bind-event-listener/src/index.ts` };
	const modules = await sources(root, ENTRIES, LOADED_WITH_A_PAGE, alias);
	const withPage = Object.entries(LOADED_WITH_A_PAGE)
		.filter(([name]) => Object.keys(modules.get(name)).length > 0)
		.map(([name, { folder }]) => ({
			name,
			folder,
			files: { ...modules.get(name), ...extras(root, name) },
		}));
	return [...withPage, ...(await loadedOnAClick(root))];
}

function extras(root, name) {
	// The package carries no licence file; this is the one of its repository.
	if (name === "nhsuk-frontend") {
		return { "nhsuk.css": stylesheet(root), LICENSE: read(root, "assets/tools/licences/nhsuk-frontend.txt") };
	}
	const text = licence(root, name);
	return {
		LICENSE: text.includes("Apache License, Version 2.0")
			? `${text}\n${read(root, "assets/tools/licences/apache-2.0.txt")}`
			: text,
	};
}

async function loadedOnAClick(root) {
	const docx = await bundle(root, `export * from "docx"`);
	const age = await bundle(root, `export * from "age-encryption"`);
	// Brotli serves only WOFF2 fonts, and costs a quarter of the module.
	const noBrotli = { "brotli/decompress.js": `${root}/assets/tools/no-brotli.mjs` };
	const pdfkit = await bundle(root, `export { default } from "pdfkit"`, noBrotli);
	return [
		one("docx", "docx", "docx.js", docx),
		one("age-encryption", "age-encryption", "age.js", age),
		one("pdfkit", "pdfkit", "pdfkit.js", pdfkit),
		{
			name: "dejavu-fonts-ttf",
			folder: "pdfkit",
			licence: "Bitstream-Vera",
			files: {
				"fonts.js": await fontModule(root),
				"fonts.d.ts": fontTypes,
				"LICENSE-fonts": licence(root, "dejavu-fonts-ttf"),
			},
		},
	];
}

function one(name, folder, file, { code, licences, includes }) {
	return { name, folder, includes, files: { [file]: code, LICENSE: licences } };
}
