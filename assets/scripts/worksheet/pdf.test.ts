import { describe, expect, it } from "vitest";
import { compose } from "./document";
import { lettering } from "./lettering";
import { type Pdf, toPdf } from "./pdf";
import { Store } from "./store";
import { allTypes, answered, pdfWords } from "./testing";

const day = new Date(2026, 10, 23);

async function made(values: Iterable<readonly [string, unknown]>): Promise<{ pdf: Pdf; text: string }> {
	const store = new Store(allTypes());
	store.replace(values);
	const pdf = await toPdf(compose(store.definition, store.answers, { day }), false);
	return { pdf, text: Buffer.from(await pdf.blob.arrayBuffer()).toString("latin1") };
}

/** The structure tree of an uncompressed PDF: each element's type with its children, marked content as a dot. */
function tree(text: string): string {
	const objects = new Map([...text.matchAll(/^(\d+) 0 obj\n(.*?)\nendobj/gms)].map((m) => [m[1], m[2] ?? ""]));
	const show = (id: string | undefined): string => {
		const object = objects.get(id ?? "") ?? "";
		const type = /\/S \/(\w+)/.exec(object)?.[1] ?? "?";
		const kids = /\/K \[([^\]]*)\]/.exec(object)?.[1] ?? "";
		const children = [...kids.matchAll(/(\d+) 0 R|\b(\d+)\b/g)].map((m) => (m[1] ? show(m[1]) : "."));
		return children.every((c) => c === ".") ? type : `${type}(${children.join(" ")})`;
	};
	const root = [...objects.values()].find((o) => o.includes("/Type /StructTreeRoot")) ?? "";
	return [...(/\/K \[([^\]]*)\]/.exec(root)?.[1] ?? "").matchAll(/(\d+) 0 R/g)].map((m) => show(m[1])).join(" ");
}

describe("the PDF", () => {
	it("has a structure tree of headings, paragraphs, lists and tables in reading order", async () => {
		const { text } = await made(answered);
		expect(tree(text)).toMatchInlineSnapshot(
			`"Document(H1 P H2 H3 P H3 P P H3 P H2 H3 P H3 L(LI(Lbl LBody) LI(Lbl LBody)) H3 Table(TR(TH TH) TR(TD TD) TR(TD TD)) H3 Table(TR(TH TH) TR(TD TD)) H3 P H2 H3 H4 L(LI(Lbl LBody) LI(Lbl LBody)) H4 L(LI(Lbl LBody)) H3 L(LI(Lbl LBody) LI(Lbl LBody)) H2 H3 Table(TR(TH TH TH TH) TR(TD TD TD TD) TR(TD TD TD TD)) H3 Table(TR(TH TH) TR(TD TD)) H2 H3 P P)"`,
		);
	});

	it("says its language and title, shows the title, and declares PDF/UA", async () => {
		const { text } = await made(answered);
		expect(text).toContain("/Lang (en-GB)");
		expect(text).toContain("/DisplayDocTitle true");
		expect(text).toContain("/Marked true");
		expect(text).toMatch(/<pdfuaid:part>1/);
		expect(text).toContain("/Outlines");
		expect(text.match(/\/BaseFont \/\S+/g)?.every((name) => name.includes("DejaVuSans"))).toBe(true);
		expect(text).not.toContain("Helvetica");
	});

	it("holds the words as words, so that they can be searched and read aloud", async () => {
		const { text } = await made(answered);
		expect(pdfWords(text)).toContain("ST4 in Łódź & Caerdydd");
		expect(pdfWords(text)).toContain("What matters most?");
	});

	it("survives answers of ten thousand words, in text and in tables", async () => {
		const long = "word ".repeat(10_000).trim();
		const { text } = await made([
			["story", long],
			["actions", [{ action: long, by: "2026-12-15" }]],
			["options", [{ option: "Stay", known: "short" }, { assumed: long }]],
		]);
		expect(text.match(/\/Type \/Page\b/g)?.length).toBeGreaterThan(20);
	});

	it("tells which characters it has no letters for", async () => {
		const { pdf } = await made([["story", "Łódź, Caerdydd ŵ ŷ, ≥ → ✓ ☐, مرحبا, 漢字 and 👩🏽‍⚕️"]]);
		expect([...pdf.missing]).toEqual(["م", "ر", "ح", "ب", "ا", "漢", "字", "👩", "⚕"]);
	});
});

describe("lettering", () => {
	it("replaces what cannot be shown by one box each", () => {
		const letters = lettering((code) => code < 0x250);
		expect(letters.fit("e\u0301 a\u200bb \u{1f600}\ufe0f\ttab\u0007")).toBe("é ab □    tab");
		expect(letters.missing).toEqual(["\u{1f600}"]);
	});
});
