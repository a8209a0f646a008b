import { describe, expect, it } from "vitest";
import { clean } from "./answers";
import { questionsOf } from "./definition";
import { allTypes, answered } from "./testing";

const questions = new Map(questionsOf(allTypes()).map((q) => [q.id, q]));

function cleaned(id: string, value: unknown): unknown {
	const question = questions.get(id);
	if (!question) throw new Error(`no question ${id}`);
	return clean(question, value);
}

describe("clean", () => {
	it.each(answered)("keeps a right answer to %s as it is", (id, value) => {
		expect(cleaned(id, value)).toEqual(value);
	});

	it.each([
		["grade", 7],
		["grade", "   "],
		["deadline", "2026-02-30"],
		["deadline", "1 May"],
		["standing", "undecided"],
		["standing", ["decided"]],
		["reasons", "doubts"],
		["reasons", []],
		["energy", { clinics: "wonderful" }],
		["energy", { sleep: "drains-me" }],
		["energy", null],
		["values", ["must-have"]],
		["protect", { home: 1 }],
		["options", [{}]],
		["options", [{ kind: "elsewhere" }]],
		["options", "a row"],
		["actions", [{ by: "soon" }]],
		["sharing", { stranger: ["plan"] }],
		["sharing", { adviser: ["<script>"] }],
	])("finds no answer to %s in %j", (id, value) => {
		expect(cleaned(id, value)).toBeUndefined();
	});

	it("keeps what is right and leaves out the rest", () => {
		expect(cleaned("reasons", ["advice", "nonsense", "doubts", 3])).toEqual(["doubts", "advice"]);
		expect(cleaned("protect", ["pay", "pay", "team", "x", "home", "learning"])).toEqual(["pay", "team", "home"]);
		expect(cleaned("options", [{ option: "Stay", kind: "x", extra: "y" }, {}])).toEqual([{ option: "Stay" }]);
	});

	it("does not take a property of all objects for an answer", () => {
		expect(cleaned("energy", JSON.parse('{"__proto__": {"clinics": "drains-me"}}'))).toBeUndefined();
		expect(cleaned("energy", Object.create({ clinics: "drains-me" }))).toBeUndefined();
	});

	it("cuts off a text that is too long and rows that are too many", () => {
		expect(cleaned("story", "a".repeat(300_000))).toHaveLength(200_000);
		const rows = Array.from({ length: 500 }, () => ({ option: "x" }));
		expect(cleaned("options", rows)).toHaveLength(100);
	});

	it("has an answer in the tests for every question but the last factor", () => {
		const without = [...questions.keys()].filter((id) => !answered.some(([a]) => a === id));
		expect(without).toEqual(["notes-future"]);
	});
});
