import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { questionsOf } from "./definition";
import { protect, unprotect } from "./protect";
import { isProtected } from "./protected";
import { Refusal, readSaveFile, toSaveFile } from "./savefile";
import { Store } from "./store";
import { allTypes, answered, answersOf } from "./testing";

const now = new Date("2026-11-23T10:00:00Z");

/** A right save file with something changed. */
function changed(change: Record<string, unknown>): string {
	const right = JSON.parse(toSaveFile(allTypes(), answered, now));
	return JSON.stringify({ ...right, ...change });
}

/** Takes a file all the way into a store, as the page does. */
function opened(text: string): Store {
	const store = new Store(allTypes());
	store.replace(readSaveFile(text).answers);
	return store;
}

describe("a save file", { timeout: 60_000 }, () => {
	it("is JSON that a person can read", () => {
		expect(toSaveFile(allTypes(), [["grade", "ST4"]], now)).toBe(`{
  "format": "signpost-worksheet",
  "version": 1,
  "worksheet": "try",
  "revision": 3,
  "saved": "2026-11-23T10:00:00.000Z",
  "answers": {
    "grade": "ST4"
  }
}
`);
	});

	it("brings back exactly the answers that went in, whatever they are", () => {
		fc.assert(
			fc.property(answersOf(allTypes()), (values) => {
				const store = new Store(allTypes());
				store.replace(values);
				const again = opened(toSaveFile(store.definition, store.entries(), now));
				expect(again.entries()).toEqual(store.entries());
			}),
			{ numRuns: 50 },
		);
	});

	it("keeps answers to questions that a later revision no longer asks, and gives them back to an earlier one", () => {
		fc.assert(
			fc.property(answersOf(allTypes()), fc.nat(), (values, which) => {
				const before = new Store(allTypes());
				before.replace(values);
				const ids = questionsOf(before.definition).map((q) => q.id);
				const without = ids[which % ids.length];
				const later = {
					...before.definition,
					revision: 4,
					sections: before.definition.sections.map((s) => ({
						...s,
						questions: s.questions.filter((q) => q.id !== without),
					})),
				};
				const after = new Store(later);
				after.replace(readSaveFile(toSaveFile(before.definition, before.entries(), now)).answers);
				const back = opened(toSaveFile(later, after.entries(), now));
				expect(new Map(back.entries())).toEqual(new Map(before.entries()));
			}),
			{ numRuns: 50 },
		);
	});

	it.each([
		["nothing", ""],
		["a picture", "\u0089PNG\r\n"],
		["a page", "<!doctype html><script>alert(1)</script>"],
		["half a file", toSaveFile(allTypes(), answered, now).slice(0, 200)],
		["a list", "[]"],
		["null", "null"],
		["a number", "7"],
		["other JSON", '{"name":"signpost","version":"1.0.0"}'],
		["another format", changed({ format: "signpost-shortlist" })],
		["a format as a list", changed({ format: ["signpost-worksheet"] })],
		["no version", changed({ version: undefined })],
		["version 0", changed({ version: 0 })],
		["version as words", changed({ version: "1" })],
		["a later version", changed({ version: 2 })],
		["no worksheet", changed({ worksheet: undefined })],
		["a worksheet with markup", changed({ worksheet: "<img src=x>" })],
		["no answers", changed({ answers: undefined })],
		["answers as a list", changed({ answers: [1, 2] })],
		["answers as words", changed({ answers: "all" })],
		[
			"too many answers",
			changed({ answers: Object.fromEntries(Array.from({ length: 2000 }, (_, i) => [`q${i}`, "x"])) }),
		],
		["a deep file", "[".repeat(100_000)],
		["a deep answer", changed({ answers: { story: JSON.parse(`${"[".repeat(500)}${"]".repeat(500)}`) } })],
		["a huge file", `{"format":"${"x".repeat(6_000_000)}"}`],
	])("is refused when it is %s", (_, text) => {
		expect(() => readSaveFile(text)).toThrow(Refusal);
	});

	it("opens with a byte-order mark and with strange or missing dates", () => {
		expect(opened(`\ufeff${changed({})}`).entries()).toEqual(answered);
		expect(opened(changed({ saved: "yesterday", revision: "two" })).entries()).toEqual(answered);
	});

	it("does not let properties of all objects in", () => {
		const text = changed({}).replace(
			'"answers":{',
			'"answers":{"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}},"toString":"x",',
		);
		const store = opened(text);
		expect(({} as Record<string, unknown>).polluted).toBeUndefined();
		expect(store.entries()).toEqual([...answered, ["constructor", { prototype: { polluted: true } }]]);
	});

	it("with script in every field stays words", () => {
		const evil = "<script>alert(1)</script>";
		const answers = Object.fromEntries(questionsOf(allTypes()).map((q) => [q.id, evil]));
		const store = opened(changed({ answers }));
		expect([...store.answers.keys()]).toEqual(["grade", "story", "notes-values", "notes-future"]);
		expect(store.answers.get("grade")).toBe(evil);
	});
});

describe("the files that the Go tests read too", () => {
	const folder = new URL("../../../internal/worksheet/testdata/", import.meta.url);

	it("are what is written today", () => {
		expect(toSaveFile(allTypes(), answered, now)).toBe(readFileSync(new URL("answers.json", folder), "utf8"));
	});

	it("open when the Go age program made them", async () => {
		const file = new Uint8Array(readFileSync(new URL("answers-by-go.age", folder)));
		expect(await unprotect(file, "otter lamp velvet nine")).toBe(readFileSync(new URL("answers.json", folder), "utf8"));
	});

	it("are protected as the page does it", async () => {
		const file = new Uint8Array(readFileSync(new URL("answers-by-page.age", folder)));
		expect(await unprotect(file, "otter lamp velvet nine")).toBe(readFileSync(new URL("answers.json", folder), "utf8"));
	});
});

describe("a protected file", { timeout: 60_000 }, () => {
	const text = toSaveFile(allTypes(), answered, now);
	const quick = 8;

	it("opens with its passphrase only", async () => {
		const file = await protect(text, "correct horse battery", quick);
		expect(isProtected(file)).toBe(true);
		expect(Buffer.from(file).includes("Caerdydd")).toBe(false);
		expect(await unprotect(file, "correct horse battery")).toBe(text);
		await expect(unprotect(file, "wrong horse")).rejects.toThrow("That passphrase does not open this file.");
	});

	it("is refused when a single byte is changed or the end is missing", async () => {
		const file = await protect(text, "correct horse", quick);
		for (const place of [30, 60, 100, 140, file.length - 200, file.length - 1]) {
			const spoilt = file.slice();
			spoilt[place] = (spoilt[place] ?? 0) ^ 1;
			await expect(unprotect(spoilt, "correct horse")).rejects.toThrow(Refusal);
		}
		for (const length of [21, 50, 120, 200, file.length - 1])
			await expect(unprotect(file.slice(0, length), "correct horse")).rejects.toThrow(Refusal);
	});

	it("is not what other files are", () => {
		expect(isProtected(new TextEncoder().encode(text))).toBe(false);
		expect(isProtected(new Uint8Array())).toBe(false);
	});
});
