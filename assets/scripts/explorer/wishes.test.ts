import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { order } from "./order";
import { NOTHING } from "./state";
import { anyVisit, SMALL } from "./testing";
import { breaking, reasons } from "./wishes";

const all = (data: typeof SMALL) => data.entries.map((_, place) => place);

describe("what matters to me", () => {
	it("gives one reason for each wish with a weight, must-haves first", () => {
		fc.assert(
			fc.property(anyVisit, ([data, state]) => {
				for (const entry of data.entries) {
					const found = reasons(data, state.weights)(entry);
					expect(found.map((r) => r.wish.id).sort()).toEqual(Object.keys(state.weights).sort());
					expect(found.map((r) => r.weight)).toEqual(
						found
							.map((r) => r.weight)
							.sort()
							.reverse(),
					);
				}
			}),
		);
	});

	it("says of each wish whether it is met, met in part, not met or not known", () => {
		const weights = { planned: "must", urgent: "like", shorter: "like" } as const;
		const outcomes = SMALL.entries.map(reasons(SMALL, weights)).map((found) => found.map((r) => r.outcome));
		expect(outcomes).toEqual([
			["meets", "misses", "misses"],
			["partly", "partly", "misses"],
			["misses", "meets", "misses"],
			["unknown", "unknown", "unknown"],
		]);
	});

	it("never counts as broken what is not known or met in part, nor what is only liked", () => {
		const must = { planned: "must" } as const;
		expect(SMALL.entries.map((entry) => breaking(SMALL, must)(entry))).toEqual([0, 0, 1, 0]);
		expect(SMALL.entries.map((entry) => breaking(SMALL, { planned: "like" })(entry))).toEqual([0, 0, 0, 0]);
	});
});

describe("order", () => {
	it("loses nobody and shows nobody twice, in any order", () => {
		fc.assert(
			fc.property(anyVisit, ([data, state]) => {
				const places = order(data, all(data), state).flatMap((part) => part.places);
				expect([...places].sort((a, b) => a - b)).toEqual(all(data));
			}),
		);
	});

	it("by must-haves: fewer broken come first, and ties stay from A to Z", () => {
		fc.assert(
			fc.property(anyVisit, ([data, state]) => {
				const places = order(data, all(data), { ...state, sort: "wishes" }).flatMap((part) => part.places);
				const keys = places.map((place) => {
					const entry = data.entries[place];
					return [entry ? breaking(data, state.weights)(entry) : 0, place] as const;
				});
				expect(keys).toEqual([...keys].sort((a, b) => a[0] - b[0] || a[1] - b[1]));
			}),
		);
	});

	it("is not moved by what one would like", () => {
		fc.assert(
			fc.property(anyVisit, ([data, state]) => {
				const musts = Object.fromEntries(Object.entries(state.weights).filter(([, weight]) => weight === "must"));
				const wishes = { ...state, sort: "wishes" as const };
				expect(order(data, all(data), wishes)).toEqual(order(data, all(data), { ...wishes, weights: musts }));
			}),
		);
	});

	it("names each part by the number of must-haves broken", () => {
		const state = {
			...NOTHING,
			sort: "wishes" as const,
			weights: { planned: "must", urgent: "must", shorter: "must" } as const,
		};
		expect(order(SMALL, all(SMALL), state)).toEqual([
			{ title: "none", places: [3] },
			{ title: "one", places: [1] },
			{ title: "2 broken", places: [0, 2] },
		]);
	});

	it("by years: shortest first, and not confirmed last", () => {
		const parts = order(SMALL, all(SMALL), { ...NOTHING, sort: "years" });
		expect(parts).toEqual([
			{ title: "more words", places: [2, 0, 1] },
			{ title: "Not confirmed", places: [3] },
		]);
	});
});
