// By what names scripts import what is vendored, and where it stands below assets/. The build reads this from
// vendor.json; a "*" stands for the rest of a name.

const DRAG = "@atlaskit/pragmatic-drag-and-drop";

export const imports = {
	[`${DRAG}/*`]: "vendor/pragmatic-drag-and-drop/entry-point/*.js",
	"age-encryption": "vendor/age-encryption/age.js",
	docx: "vendor/docx/docx.js",
	"idb-keyval": "vendor/idb-keyval/index.js",
	minisearch: "vendor/minisearch/index.js",
	"nhsuk-frontend/dist/nhsuk/*": "vendor/nhsuk-frontend/*",
	pdfkit: "vendor/pdfkit/pdfkit.js",
	"pdfkit/fonts": "vendor/pdfkit/fonts.js",
};
