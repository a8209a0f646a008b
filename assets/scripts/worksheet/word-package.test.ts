// The .docx as a package: what Word looks at before it shows the first letter, and calls "unreadable content".

import { posix } from "node:path";
import { SaxesParser } from "saxes";
import { describe, expect, it } from "vitest";
import { sheetOf } from "./document";
import { Store } from "./store";
import { allTypes, answered, unzip } from "./testing";
import { toWord } from "./word";

interface Element {
	readonly name: string;
	readonly attributes: Readonly<Record<string, string>>;
	readonly children: Element[];
	text: string;
}

const LONG = "word ".repeat(10_000).trim();
const KEPT = ["Tŷ ŵyl, Llanfairpwll", "Zażółć gęślą jaźń", "مرحبا بالعالم", "👩🏽‍⚕️ 🏴󠁧󠁢󠁷󠁬󠁳󠁿", "<w:p> & ]]> \"'"];
const ODD = `${KEPT.join("\n")}\u0000\u0007\u000b\u001f\u007f\ud800\udc00x\ufffe\uffff\u2028\u202e`;

const cases: Record<string, readonly (readonly [string, unknown])[]> = {
	empty: [],
	typical: answered,
	"of ten thousand words": [
		...answered,
		["story", LONG],
		["actions", [{ action: LONG }]],
		["options", [{ known: LONG }]],
	],
	"with odd characters": [
		...answered,
		["grade", ODD],
		["story", ODD],
		["notes-values", ODD],
		["options", [{ option: ODD, known: ODD, assumed: ODD }]],
		["actions", [{ action: ODD, by: "2026-12-15" }]],
		["a-question-that-is-gone", ODD],
	],
};

/** The order of children by ECMA-376, for the elements that docx may write. */
const ORDER: Readonly<Record<string, string>> = {
	"w:pPr":
		"pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment textboxTightWrap outlineLvl divId cnfStyle rPr sectPr",
	"w:rPr":
		"rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof snapToGrid vanish webHidden color spacing w kern position sz szCs highlight u effect bdr shd fitText vertAlign rtl cs em lang eastAsianLayout specVanish oMath",
	"w:tblPr":
		"tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW jc tblCellSpacing tblInd tblBorders shd tblLayout tblCellMar tblLook tblCaption tblDescription",
	"w:tcPr": "cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection tcFitText vAlign hideMark",
	"w:tblBorders": "top left bottom right insideH insideV",
	"w:tblCellMar": "top left bottom right",
	"w:tcMar": "top left bottom right",
	"w:numPr": "ilvl numId",
	"w:sectPr":
		"headerReference footerReference footnotePr endnotePr type pgSz pgMar paperSrc pgBorders lnNumType pgNumType cols formProt vAlign noEndnote titlePg textDirection bidi rtlGutter docGrid printerSettings",
	"w:style":
		"name aliases basedOn next link autoRedefine hidden uiPriority semiHidden unhideWhenUsed qFormat locked personal personalCompose personalReply rsid pPr rPr tblPr trPr tcPr tblStylePr",
	"w:lvl": "start numFmt lvlRestart pStyle isLgl suff lvlText lvlPicBulletId legacy lvlJc pPr rPr",
	"w:numbering": "numPicBullet abstractNum num numIdMacAtCleanup",
	"w:num": "abstractNumId lvlOverride",
	"w:tbl": "tblPr tblGrid tr",
	"w:tr": "tblPrEx trPr tc",
};

async function packed(answers: Iterable<readonly [string, unknown]>): Promise<Map<string, Uint8Array>> {
	const store = new Store(allTypes());
	store.replace(answers);
	const blob = await toWord(sheetOf(store, new Date(2026, 10, 23)));
	return unzip(new Uint8Array(await blob.arrayBuffer()));
}

/** Reads XML, namespaces and all; what is not well-formed throws. */
function parse(data: Uint8Array): Element {
	const top: Element = { name: "", attributes: {}, children: [], text: "" };
	const open = [top];
	const parser = new SaxesParser({ xmlns: true });
	parser.on("error", (error) => {
		throw error;
	});
	parser.on("opentag", (tag) => {
		const attributes = Object.fromEntries(Object.values(tag.attributes).map((a) => [a.name, a.value]));
		const element: Element = { name: tag.name, attributes, children: [], text: "" };
		open.at(-1)?.children.push(element);
		open.push(element);
	});
	parser.on("closetag", () => void open.pop());
	parser.on("text", (text) => {
		const last = open.at(-1);
		if (last) last.text += text;
	});
	parser.write(new TextDecoder("utf-8", { fatal: true }).decode(data)).close();
	const root = top.children[0];
	if (!root) throw new Error("no element");
	return root;
}

function all(element: Element): Element[] {
	return [element, ...element.children.flatMap(all)];
}

function named(element: Element, name: string): Element[] {
	return all(element).filter((e) => e.name === name);
}

function values(element: Element, name: string, attribute = "w:val"): string[] {
	return named(element, name).map((e) => e.attributes[attribute] ?? "");
}

describe.each(Object.entries(cases))("the package of a Word document, %s,", (name, answers) => {
	const files = packed(answers);
	const xml = files.then((all) => new Map([...all].map(([part, data]) => [part, parse(data)])));
	const part = async (name: string): Promise<Element> => {
		const found = (await xml).get(name);
		if (!found) throw new Error(`no ${name}`);
		return found;
	};

	it("is well-formed in every part, and says of every part what it is", async () => {
		const types = await part("[Content_Types].xml");
		const extensions = new Set(values(types, "Default", "Extension"));
		const overrides = values(types, "Override", "PartName");
		const parts = [...(await xml).keys()].filter((name) => name !== "[Content_Types].xml");
		expect(parts.length).toBeGreaterThan(8);
		expect(new Set(overrides).size).toBe(overrides.length);
		expect(overrides.filter((name) => !parts.includes(name.slice(1)))).toEqual([]);
		// A part of XML that only its extension describes is of no known kind, but for relationships.
		const kindless = parts.filter((name) => !overrides.includes(`/${name}`) && !name.endsWith(".rels"));
		expect(kindless).toEqual([]);
		expect(extensions.has("rels")).toBe(true);
	});

	it("leads to parts that exist, with ids that exist", async () => {
		const parts = await xml;
		const lost: string[] = [];
		for (const [name, root] of parts) {
			if (!name.endsWith(".rels")) continue;
			const folder = posix.dirname(posix.dirname(name));
			const source = posix.join(folder, posix.basename(name, ".rels"));
			if (name !== "_rels/.rels" && !parts.has(source)) lost.push(`${name} belongs to nothing`);
			const ids = values(root, "Relationship", "Id");
			if (new Set(ids).size < ids.length) lost.push(`${name}: an id twice`);
			for (const { attributes } of named(root, "Relationship")) {
				const target = attributes.Target ?? "";
				const goal = target.startsWith("/") ? target.slice(1) : posix.join(folder, target);
				if (attributes.TargetMode === "External" || !parts.has(goal)) lost.push(`${name}: ${target}`);
			}
		}
		const rels = values(await part("word/_rels/document.xml.rels"), "Relationship", "Id");
		const used = all(await part("word/document.xml")).flatMap((e) => e.attributes["r:id"] ?? []);
		expect(used.length).toBeGreaterThan(0);
		expect([...lost, ...used.filter((id) => !rels.includes(id))]).toEqual([]);
	});

	it("uses only styles and numberings that are defined", async () => {
		const styles = await part("word/styles.xml");
		const defined = values(styles, "w:style", "w:styleId");
		expect(new Set(defined).size).toBe(defined.length);
		const uses = ["w:pStyle", "w:rStyle", "w:tblStyle", "w:basedOn", "w:next", "w:link"];
		const used = [...(await xml).values()].flatMap((root) => uses.flatMap((use) => values(root, use)));
		expect([...new Set(used)].filter((id) => !defined.includes(id))).toEqual([]);
		const numbering = await part("word/numbering.xml");
		const abstract = values(numbering, "w:abstractNum", "w:abstractNumId");
		const numbers = values(numbering, "w:num", "w:numId");
		expect(new Set(numbers).size).toBe(numbers.length);
		expect(values(numbering, "w:abstractNumId").filter((id) => !abstract.includes(id))).toEqual([]);
		expect(values(await part("word/document.xml"), "w:numId").filter((id) => !numbers.includes(id))).toEqual([]);
	});

	it("has its elements in the order of the schema", async () => {
		const wrong: string[] = [];
		for (const [name, root] of await xml) {
			for (const element of all(root)) {
				const order = ORDER[element.name]?.split(" ");
				if (!order) continue;
				const places = element.children.map((child) => order.indexOf(child.name.replace(/^w:/, "")));
				const sorted = places.every((place, i) => place >= 0 && place >= (places[i - 1] ?? 0));
				if (!sorted) wrong.push(`${name}: ${element.name}: ${element.children.map((child) => child.name).join(" ")}`);
			}
			for (const cell of named(root, "w:tc"))
				if (cell.children.at(-1)?.name !== "w:p") wrong.push(`${name}: a cell does not end with a paragraph`);
		}
		expect([...new Set(wrong)]).toEqual([]);
	});

	it("names nobody, and is in British English", async () => {
		const properties = [...(await xml)]
			.filter(([name]) => name.startsWith("docProps/"))
			.flatMap(([, root]) => all(root));
		const people = ["dc:creator", "cp:lastModifiedBy", "Manager", "Company"];
		expect(properties.filter((e) => people.includes(e.name) && e.text !== "")).toEqual([]);
		const words = properties.filter((e) => e.children.length === 0 && /\p{L}{2}/u.test(e.text));
		expect(words.map((e) => `${e.name} ${e.text}`)).toEqual(["dc:title Try"]);
		const [defaults] = named(await part("word/styles.xml"), "w:docDefaults");
		expect(defaults && values(defaults, "w:lang")).toEqual(["en-GB"]);
		const spoken = [...(await xml).values()].flatMap((root) => values(root, "w:lang"));
		expect(new Set(spoken)).toEqual(new Set(["en-GB"]));
	});

	it("holds the words as they were written", async () => {
		const body = await part("word/document.xml");
		const words = named(body, "w:t").map((e) => e.text);
		if (name === "typical") expect(words).toContain("ST4 in Łódź & Caerdydd");
		if (name === "of ten thousand words") expect(words.filter((text) => text === LONG).length).toBe(3);
		if (name === "with odd characters")
			for (const line of KEPT.slice(0, -1)) expect(words.filter((text) => text === line).length).toBeGreaterThan(6);
	});
});

describe("the reader of this test", () => {
	it("refuses what is not well-formed", () => {
		const bytes = (text: string) => new TextEncoder().encode(text);
		for (const bad of ["<a><b></a>", "<a>\u0001</a>", "<a>&b;</a>", "<a b='1' b='2'/>", "<w:a/>", "<a/><b/>"])
			expect(() => parse(bytes(bad)), bad).toThrow();
	});
});
