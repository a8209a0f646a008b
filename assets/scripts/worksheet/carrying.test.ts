import { describe, expect, it } from "vitest";
import { piecesOf, withPieces } from "./carrying";
import { questionsOf } from "./definition";
import { readSaveFile } from "./savefile";
import { Store } from "./store";
import { allTypes } from "./testing";

const questions = questionsOf(allTypes());

function file(answers: unknown) {
	return readSaveFile(
		JSON.stringify({
			format: "signpost-worksheet",
			version: 1,
			worksheet: "before-your-first-session",
			revision: 1,
			answers,
		}),
	);
}

describe("bringing over", () => {
	it("offers rows one by one, with the fields both have", () => {
		const pieces = piecesOf(
			questions,
			file({
				"first-steps": [
					{ action: "Ring", by: "2026-12-01", help: "A friend" },
					{ help: "only this" },
					"no row",
					null,
					{ action: 7 },
				],
			}),
		);
		expect(pieces.map((p) => [p.question.id, p.words, p.value])).toEqual([
			["actions", "Ring", { action: "Ring", by: "2026-12-01" }],
		]);
	});

	it("adds to what is there, and the store judges the rest", () => {
		const store = new Store(allTypes());
		store.set("actions", [{ action: "First" }]);
		const pieces = piecesOf(questions, file({ "first-steps": [{ action: "<b>Ring</b>", by: "not a day" }] }));
		store.replace(withPieces(store.entries(), pieces));
		expect(store.answers.get("actions")).toEqual([{ action: "First" }, { action: "<b>Ring</b>" }]);
	});

	it("has nothing to offer from other files", () => {
		expect(piecesOf(questions, { ...file({ "first-steps": [{ action: "Ring" }] }), worksheet: "another" })).toEqual([]);
		expect(piecesOf(questions, file({ other: [{ action: "Ring" }] }))).toEqual([]);
		expect(piecesOf(questions, file({ "first-steps": "words" }))).toEqual([]);
	});
});
