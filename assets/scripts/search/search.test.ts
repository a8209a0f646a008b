import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Finder } from "./finder";
import { asMiniSearch, type SearchModule } from "./module";
import { mark, passageOf } from "./passage";
import { Concepts, fold, words } from "./words";

describe("words", () => {
	// The same table as in internal/search/search_test.go.
	it.each([
		["Nights", "night"],
		["therapies", "therapy"],
		["obstetrics", "obstetric"],
		["diabetes", "diabete"],
		["sas", "sas"],
		["illness", "illness"],
		["virus", "virus"],
		["GPs", "gps"],
		["shoes", "shoe"],
		["Zoë", "zoë"],
	])("folds %s to %s", (word, folded) => {
		expect(fold(word)).toBe(folded);
	});

	it("meets phrases whole and in order only", () => {
		const concepts = new Concepts([
			["o g", "obstetric and gynaecology"],
			["ltft", "less than full time"],
		]);
		expect(concepts.tokens("O&G").at(-1)).toBe("=0");
		expect(concepts.tokens("Obstetrics and gynaecology or LTFT").slice(5)).toEqual(["=0", "=1"]);
		expect(concepts.tokens("time full than less")).toEqual(["time", "full", "than", "less"]);
		expect(concepts.tokens("O'Neill’s 24/7")).toEqual(["O", "Neill", "s", "24", "7"]);
	});
});

const module: SearchModule = {
	version: 1,
	stop: ["the"],
	concepts: [["itu", "intensive care"]],
	fields: ["title", "names", "headings", "summary", "text"],
	pages: [
		{
			title: "Intensive care",
			kind: "Specialty",
			path: "a/",
			summary: "Organs.",
			sections: [
				[
					"",
					"",
					"First.\nThe heart and lungs of very ill people need machines for some days. Most people leave on their own feet.",
				],
			],
		},
		{
			title: "Cardiology",
			kind: "Specialty",
			path: "b/",
			summary: "The heart.",
			sections: [["week", "A week", "Clinics. Hearts, hearts, hearts."]],
		},
	],
	lengths: [
		[3, 0, 1, 1, 17],
		[1, 0, 2, 2, 2],
	],
	averages: [2, 0, 1.5, 1.5, 9.5],
	terms: "=0 0:0\ncardiology 0:1\ncare 0:0\nheart 4:0,1*3;3:1\nintensive 0:0",
};

describe("the module", () => {
	it("is read as MiniSearch writes it", () => {
		const { index } = asMiniSearch(module) as { index: [string, unknown][] };
		expect(index).toContainEqual(["heart", { "4": { "0": 1, "1": 3 }, "3": { "1": 1 } }]);
	});
});

describe("a finder", () => {
	const finder = new Finder(module);
	const titles = (query: string) => finder.find(query).map((f) => f.page.title);

	it("finds by words, by other words for the same, and by words one slip away", () => {
		expect(titles("hearts")).toEqual(["Cardiology", "Intensive care"]);
		expect(titles("ITU")).toEqual(["Intensive care"]);
		expect(titles("cardiolgy")).toEqual(["Cardiology"]);
		expect(titles("haert")).toEqual([]); // two letters changed places are two slips
	});

	it("offers what is near when nothing is found", () => {
		expect(finder.nearby("cardoilogy")).toEqual(["cardiology"]);
		expect(finder.nearby("qqq")).toEqual([]);
	});

	it("stands anything that can be typed", () => {
		fc.assert(
			fc.property(fc.string({ unit: "grapheme" }), (query) => {
				for (const found of finder.find(query)) expect(found.score).toBeGreaterThan(0);
				finder.nearby(query);
			}),
		);
	});
});

describe("a passage", () => {
	const concepts = new Concepts(module.concepts);
	const finder = new Finder(module);
	const of = (query: string, n = 0) => {
		const found = finder.find(query)[n];
		if (!found) throw new Error(`nothing found for ${query}`);
		return passageOf(found, concepts);
	};

	it("is the line with most of the words, which are marked", () => {
		const passage = of("heart", 1);
		expect(passage.runs.map((r) => r.text).join("")).toContain("The heart and lungs");
		expect(passage.runs.filter((r) => r.marked).map((r) => r.text)).toEqual(["heart"]);
	});
	it("is the summary when no line holds more", () => {
		expect(
			of("itu")
				.runs.map((r) => r.text)
				.join(""),
		).toBe("Organs.");
	});
	it("loses and adds no letter when it is marked", () => {
		fc.assert(
			fc.property(fc.string({ unit: "grapheme" }), fc.string(), (text, query) => {
				const terms = new Set([...words(query).map(fold), "=0"]);
				expect(
					mark(text, terms, concepts)
						.map((r) => r.text)
						.join(""),
				).toBe(text);
			}),
		);
	});
	it("marks a phrase as one", () => {
		expect(mark("in intensive care now", new Set(["=0", "care"]), concepts)).toEqual([
			{ text: "in ", marked: false },
			{ text: "intensive care", marked: true },
			{ text: " now", marked: false },
		]);
	});
});
