import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { choose, fromFragment, holdsState, NOTHING, toFragment, weigh } from "./state";
import { anyVisit, SMALL } from "./testing";

describe("the state in the address", () => {
	it("comes back as it went, whatever was chosen", () => {
		fc.assert(
			fc.property(anyVisit, ([data, state]) => {
				expect(fromFragment(toFragment(state, data), data)).toEqual(state);
			}),
		);
	});

	it("never fails on an address that somebody else has written", () => {
		fc.assert(
			fc.property(fc.string(), (fragment) => {
				const state = fromFragment(fragment, SMALL);
				expect(fromFragment(toFragment(state, SMALL), SMALL)).toEqual(state);
			}),
		);
	});

	it("leaves out what the site does not know, and more than four to compare", () => {
		const state = fromFragment(
			"#acuity=planned,gone&must=none&compare=trauma,allergy,x,unsure,cardiology,allergy&sort=best",
			SMALL,
		);
		expect(state).toEqual({
			...NOTHING,
			chosen: { acuity: ["planned"] },
			compare: ["trauma", "allergy", "unsure", "cardiology"],
		});
	});

	it("is short, and nothing when nothing is chosen", () => {
		expect(toFragment(NOTHING, SMALL)).toBe("");
		const state = choose(choose(NOTHING, SMALL, "acuity", "planned", true), SMALL, "acuity", "acute", true);
		expect(toFragment({ ...state, text: "heart & lung" }, SMALL)).toBe("text=heart%20%26%20lung&acuity=acute,planned");
	});

	it("is told from a place on the page", () => {
		expect([holdsState(""), holdsState("#"), holdsState("#maincontent"), holdsState("#sort=group")]).toEqual([
			true,
			true,
			false,
			true,
		]);
	});
});

describe("weighing a wish", () => {
	it("orders by must-haves from the first to the last", () => {
		const one = weigh(NOTHING, "planned", "must");
		expect(one.sort).toBe("wishes");
		const two = weigh(one, "shorter", "like");
		expect(weigh(two, "planned", "")).toEqual({ ...NOTHING, weights: { shorter: "like" } });
	});

	it("leaves an order alone that the reader has chosen", () => {
		expect(weigh({ ...NOTHING, sort: "years" }, "planned", "must").sort).toBe("years");
		const back = { ...weigh(NOTHING, "planned", "must"), sort: "group" as const };
		expect(weigh(back, "urgent", "must").sort).toBe("group");
	});
});
