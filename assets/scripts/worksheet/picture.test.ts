import { describe, expect, it } from "vitest";
import { draw, wrap } from "./drawing";
import { altOf, picturesOf, tableOf } from "./picture";
import { Store } from "./store";
import { allTypes, answered } from "./testing";

function pictures() {
	const store = new Store(allTypes());
	store.replace(answered);
	return picturesOf(store.definition, store.answers);
}

describe("the overview", () => {
	it("draws scales, piles, an order and options, and nothing else", () => {
		expect(pictures().map((p) => `${p.question.id}: ${p.kind}`)).toEqual([
			"energy: columns",
			"factors: columns",
			"values: columns",
			"protect: ladder",
			"options: columns",
		]);
		expect(picturesOf(allTypes(), new Map())).toEqual([]);
	});

	it("puts together what lies together", () => {
		const values = pictures().find((p) => p.question.id === "values");
		expect(values?.lines.map((l) => l.name)).toEqual(["Knowing patients", "Teaching", "Time at home"]);
		expect(values && tableOf(values).rows).toEqual([
			["Must have", "Knowing patients; Teaching"],
			["Good to have", "Time at home"],
		]);
	});

	it("shows where nothing is known yet, in words too", () => {
		const options = pictures().find((p) => p.question.id === "options");
		if (!options) throw new Error("no options");
		expect(options.columns).toEqual(["What I know", "What I assume"]);
		expect(options.lines.map((l) => l.marks)).toEqual([[0, 1], []]);
		expect(tableOf(options)).toEqual({
			head: ["Side by side", "Stay", "Go"],
			rows: [
				["What I know", "It works", "Nothing yet"],
				["What I assume", "It will last", "Nothing yet"],
			],
		});
		expect(altOf(options)).toBe(
			"Which options do you see? Stay: something is written everywhere. Go: nothing yet about What I know, What I assume.",
		);
	});

	it("never prints a number that somebody could take for a score", () => {
		const drawn: string[] = [];
		const pen = { text: (words: string) => drawn.push(words), dot: () => undefined, line: () => undefined };
		for (const picture of pictures().filter((p) => p.kind === "columns")) draw(picture, pen);
		expect(drawn.filter((words) => /\d/.test(words))).toEqual([]);
	});

	it("keeps every word within its room", () => {
		expect(wrap("a few short words", 60, 10)).toEqual(["a few short", "words"]);
		expect(wrap("x".repeat(100), 60, 10)).toEqual([`${"x".repeat(10)}…`]);
		expect(wrap("word ".repeat(100), 60, 10)).toHaveLength(4);
	});
});
