import { describe, expect, it } from "vitest";
import type { Question } from "../worksheet/definition";
import { rowsOf } from "./options";

const items = [
	{ page: "specialties/cardiology", title: "Cardiology", why: "The echo lists" },
	{ page: "beyond/law", title: "Law", why: "" },
];
const question = {
	id: "options",
	type: "table",
	ask: "Which options do you see?",
	columns: [
		{ id: "option", ask: "The option", type: "short" },
		{ id: "kind", ask: "Kind", type: "one", options: [{ id: "specialty", text: "Another specialty" }] },
		{ id: "attracts", ask: "What attracts me", type: "long" },
	],
} satisfies Question;

describe("the shortlist in a worksheet", () => {
	it("gives a row for each item, with what the table has a place for", () => {
		expect(rowsOf(question, items, [])).toEqual([
			{ option: "Cardiology", kind: "specialty", attracts: "The echo lists" },
			{ option: "Law" },
		]);
	});

	it("adds nothing that is there already", () => {
		expect(rowsOf(question, items, [{ option: " cardiology " }])).toEqual([{ option: "Law" }]);
		expect(rowsOf({ ...question, columns: question.columns.slice(0, 1) }, items, [{ option: "Law" }])).toEqual([
			{ option: "Cardiology" },
		]);
	});
});
