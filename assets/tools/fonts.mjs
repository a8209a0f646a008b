// The letters a PDF is set in, as a module: a page under `connect-src 'none'` may import but not fetch.

import { readFileSync } from "node:fs";
import subset from "subset-font";

// What British names and ordinary writing need: Latin with Welsh and Polish
// letters, Greek, punctuation, arrows, sums and tick boxes. A PDF drops what a
// font lacks without a word, so whoever writes a PDF asks the font first (hasGlyphForCodePoint).
const RANGES = [
	[0x20, 0x7e],
	[0xa0, 0x17f],
	[0x192, 0x192],
	[0x218, 0x21b],
	[0x2c6, 0x2dd],
	[0x391, 0x3c9],
	[0x1e80, 0x1e85],
	[0x1ef2, 0x1ef3],
	[0x2010, 0x2027],
	[0x202f, 0x203a],
	[0x2070, 0x209c],
	[0x20ac, 0x20ac],
	[0x2122, 0x2122],
	[0x2153, 0x215e],
	[0x2190, 0x2195],
	[0x2212, 0x2212],
	[0x221a, 0x221e],
	[0x2248, 0x2265],
	[0x25a0, 0x25a1],
	[0x25cb, 0x25cf],
	[0x2610, 0x2612],
	[0x2713, 0x2718],
];

const FACES = { regular: "DejaVuSans.ttf", bold: "DejaVuSans-Bold.ttf" };

export async function fontModule(root) {
	const letters = RANGES.flatMap(([first, last]) => Array.from({ length: last - first + 1 }, (_, i) => first + i));
	const text = String.fromCodePoint(...letters);
	const faces = [];
	for (const [name, file] of Object.entries(FACES)) {
		const font = readFileSync(`${root}/node_modules/dejavu-fonts-ttf/ttf/${file}`);
		// Hints serve coarse screens, and the layout tables kerning and scripts that are not here.
		const small = await subset(font, text, {
			targetFormat: "truetype",
			noHinting: true,
			noLayoutClosure: true,
			dropTables: ["GPOS", "GSUB", "GDEF", "kern"],
		});
		faces.push(`export const ${name} = bytes(\n\t"${Buffer.from(small).toString("base64")}",\n);\n`);
	}
	return `// DejaVu Sans, cut down to the letters of assets/tools/fonts.mjs. Written by make vendor.

function bytes(base64) {
	const letters = atob(base64);
	const all = new Uint8Array(letters.length);
	for (let i = 0; i < letters.length; i++) all[i] = letters.charCodeAt(i);
	return all;
}

${faces.join("\n")}`;
}

export const fontTypes = Object.keys(FACES)
	.map((name) => `export declare const ${name}: Uint8Array<ArrayBuffer>;\n`)
	.join("");
