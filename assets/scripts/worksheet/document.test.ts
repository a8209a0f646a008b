import { describe, expect, it } from "vitest";
import { compose, sheetOf } from "./document";
import { Store } from "./store";
import { allTypes, answered } from "./testing";
import { toText } from "./text";

const day = new Date(2026, 10, 23);

function full(): Store {
	const store = new Store(allTypes());
	store.replace(answered);
	return store;
}

describe("the document", () => {
	it("reads well as plain text", () => {
		const { definition, answers } = full();
		expect(toText(compose(definition, answers, { day }))).toMatchInlineSnapshot(`
			"Try
			===
			Made on 23 November 2026



			About you
			---------

			What is your grade?
			ST4 in Łódź & Caerdydd

			What is your story?
			First line
			second line

			A new paragraph with ŵ, ŷ and 🙂

			Is there a deadline?
			1 December 2026


			Choices
			-------

			Where do you stand?
			Exploring <b>&</b> more

			Why now?
			- A change
			- Advice

			What gives you energy?
			- Clinics: Gives me energy
			- Nights: Drains me

			What holds you?
			- What matters to you: Holds me

			What matters to you
			Fairness, and time.


			Order
			-----

			What matters most?
			Must have:
			- Knowing patients
			- Teaching

			Good to have:
			- Time at home

			What would you protect?
			1. Home
			2. Learning


			Plan
			----

			Which options do you see?
			- Option: Stay
			  Kind: Stay and adjust
			  What I know: It works
			  What I assume: It will last
			- Option: Go
			  Kind: Another specialty

			What will you do?
			- Action: Ring the college
			  By when: 15 December 2026


			Sharing
			-------

			What may others see?
			My adviser: About you; Plan

			My case manager: nothing
			"
		`);
	});

	it("leaves out what is not answered, and empty sections with it", () => {
		const store = new Store(allTypes());
		store.set("grade", "ST4");
		const sheet = compose(store.definition, store.answers, { day });
		expect(sheet.blocks).toEqual([
			{ kind: "heading", level: 2, text: "About you" },
			{ kind: "heading", level: 3, text: "What is your grade?" },
			{ kind: "text", text: "ST4" },
		]);
	});

	it("says so when there is nothing", () => {
		const store = new Store(allTypes());
		expect(compose(store.definition, store.answers, { day }).blocks).toEqual([
			{ kind: "quiet", text: "There are no answers yet." },
		]);
	});

	it("holds every question when asked for an empty one", () => {
		const store = new Store(allTypes());
		const sheet = compose(store.definition, store.answers, { day, unanswered: true });
		expect(sheet.blocks.filter((b) => b.kind === "heading" && b.level === 3)).toHaveLength(14);
	});

	it("keeps answers whose questions are gone, at the end of a full copy", () => {
		const store = new Store(allTypes());
		store.replace([
			["grade", "ST4"],
			["old-question", "an old answer"],
			["old-piles", { a: "b" }],
		]);
		expect(toText(sheetOf(store, day))).toContain(`Answers to questions that are no longer asked
---------------------------------------------

[The worksheet has been revised. These answers are kept as they were saved.]

old-question
an old answer

old-piles
{"a":"b"}
`);
	});

	it("has nothing of a question that is not included", () => {
		const { definition, answers } = full();
		const sheet = compose(definition, answers, { day, include: (q) => q.id !== "story" });
		expect(JSON.stringify(sheet)).not.toContain("A new paragraph");
		expect(JSON.stringify(sheet)).toContain("ST4");
	});
});
