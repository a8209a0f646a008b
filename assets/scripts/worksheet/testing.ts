import { readFileSync } from "node:fs";
import { inflateRawSync } from "node:zlib";
import fc from "fast-check";
import type { Definition, Question } from "./definition";

/** Reads the worksheet with every type of question from the file that the Go tests write and check. */
export function allTypes(): Definition {
	const file = new URL("../../../internal/worksheet/testdata/all-types.json", import.meta.url);
	return JSON.parse(readFileSync(file, "utf8")) as Definition;
}

/** One answer to every question of that worksheet. */
export const answered: readonly (readonly [string, unknown])[] = [
	["grade", "ST4 in Łódź & Caerdydd"],
	["story", "First line\nsecond line\n\nA new paragraph with ŵ, ŷ and 🙂"],
	["deadline", "2026-12-01"],
	["standing", "exploring"],
	["reasons", ["a-change", "advice"]],
	["energy", { clinics: "gives-me-energy", nights: "drains-me" }],
	["factors", { values: "holds-me" }],
	["notes-values", "Fairness, and time."],
	["values", { "knowing-patients": "must-have", teaching: "must-have", "time-at-home": "good-to-have" }],
	["protect", ["home", "learning"]],
	[
		"options",
		[
			{ option: "Stay", kind: "stay", known: "It works", assumed: "It will last" },
			{ option: "Go", kind: "go" },
		],
	],
	["actions", [{ action: "Ring the college", by: "2026-12-15" }]],
	["sharing", { adviser: ["about-you", "plan"] }],
];

/** The files inside a zip archive by name, read from its central directory. */
export function unzip(archive: Uint8Array): Map<string, Uint8Array> {
	const view = Buffer.from(archive);
	const files = new Map<string, Uint8Array>();
	let at = view.readUInt32LE(view.lastIndexOf("PK\x05\x06", undefined, "latin1") + 16);
	while (view.toString("latin1", at, at + 4) === "PK\x01\x02") {
		const method = view.readUInt16LE(at + 10);
		const size = view.readUInt32LE(at + 20);
		const nameLength = view.readUInt16LE(at + 28);
		const name = view.toString("utf8", at + 46, at + 46 + nameLength);
		const local = view.readUInt32LE(at + 42);
		const start = local + 30 + view.readUInt16LE(local + 26) + view.readUInt16LE(local + 28);
		const data = view.subarray(start, start + size);
		files.set(name, method === 0 ? data : inflateRawSync(data));
		at += 46 + nameLength + view.readUInt16LE(at + 30) + view.readUInt16LE(at + 32);
	}
	return files;
}

/** Random answers to a worksheet, some of them to no question at all. For tests that hold for all answers. */
export function answersOf(definition: Definition): fc.Arbitrary<(readonly [string, unknown])[]> {
	const words = fc.string({ unit: "binary", maxLength: 40 });
	const each = definition.sections
		.flatMap((s) => s.questions)
		.map((q) => fc.option(answerOf(q, words)).map((a) => [q.id, a] as const));
	return fc.tuple(...each).map((entries) => entries.filter(([, answer]) => answer !== null));
}

function answerOf(question: Question, words: fc.Arbitrary<string>): fc.Arbitrary<unknown> {
	const ids = (items: readonly { id: string }[] | undefined) =>
		fc.constantFrom(...(items ?? []).map((i) => i.id), "unknown");
	const day = fc
		.date({ min: new Date("2000-01-01"), max: new Date("2060-01-01"), noInvalidDate: true })
		.map((d) => d.toISOString().slice(0, 10));
	switch (question.type) {
		case "short":
		case "long":
			return words;
		case "date":
			return fc.oneof(day, words);
		case "one":
			return ids(question.items);
		case "many":
		case "rank":
			return fc.array(ids(question.items));
		case "scale":
		case "sort":
			return fc.dictionary(ids(question.items), ids(question.points));
		case "share":
			return fc.dictionary(ids(question.audiences), fc.array(fc.constantFrom("about-you", "plan")));
		case "table":
			return fc.array(
				fc.record(
					Object.fromEntries(
						(question.columns ?? []).map((c) => [
							c.id,
							c.type === "date" ? day : c.type === "one" ? ids(c.options) : words,
						]),
					),
					{ requiredKeys: [] },
				),
				{ maxLength: 8 },
			);
	}
}

/**
 * All words of an uncompressed PDF. Each string is read with the letters of every font in the file, because which font
 * is in use where does not matter to a search; what is read with the wrong one is noise.
 */
export function pdfWords(text: string): string {
	const maps = [...text.matchAll(/begincmap(.*?)endcmap/gs)].map((cmap) => {
		const letters = [...(cmap[1] ?? "").matchAll(/\[((?:<[0-9a-f]*>\s*)+)\]/g)].flatMap((m) => [
			...(m[1] ?? "").matchAll(/<([0-9a-f]*)>/g),
		]);
		return letters.map((m) =>
			Buffer.from(m[1] ?? "", "hex")
				.swap16()
				.toString("utf16le"),
		);
	});
	const shown = [...text.matchAll(/\[([^\]]*)\] TJ/g)].map((m) =>
		[...(m[1] ?? "").matchAll(/<([0-9a-f]+)>/g)].map((h) => h[1]).join(""),
	);
	const decode = (hex: string, letters: string[]) =>
		(hex.match(/.{4}/g) ?? []).map((code) => letters[Number.parseInt(code, 16)] ?? "").join("");
	return maps.map((letters) => shown.map((hex) => decode(hex, letters)).join("\n")).join("\n");
}
