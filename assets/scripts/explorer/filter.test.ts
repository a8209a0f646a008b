import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Data, idOf, slotOf } from "./data";
import { filter as filterIndex, index, plain, TEXT, wordsOf } from "./filter";
import { NOTHING, type State } from "./state";
import { anyVisit, SMALL } from "./testing";

const texts = (data: Data) => data.entries.map((entry) => plain(`${entry.title} ${entry.find ?? ""}`));
const filter = (data: Data, state: State) => filterIndex(index(data, texts(data)), state);

/** The same by its definition, one filter at a time. */
function fits(data: Data, place: number, state: State): boolean {
	const entry = data.entries[place];
	const text = texts(data)[place] ?? "";
	return (
		wordsOf(state.text).every((word) => text.includes(word)) &&
		data.facets.every(
			(facet, f) => state.chosen[facet.id]?.includes(idOf(facet, slotOf(facet, entry?.values[f]))) ?? true,
		)
	);
}

function without(state: State, name: string): State {
	const { [name]: _, ...chosen } = state.chosen;
	return name === TEXT ? { ...state, text: "" } : { ...state, chosen };
}

/** What one may have typed of the titles of any site. */
const anyText = fc
	.array(fc.constantFrom("entry", "try", "1", "12"), { maxLength: 3 })
	.chain((words) => fc.nat({ max: 12 }).map((length) => words.join(" ").slice(0, length)));

const all = (data: Data) => data.entries.map((_, place) => place);

describe("filtering", () => {
	it("shows what fits every facet in use and has all the words", () => {
		fc.assert(
			fc.property(anyVisit, ([data, state]) => {
				expect(filter(data, state).shown).toEqual(all(data).filter((place) => fits(data, place, state)));
			}),
		);
	});

	it("counts for each value what choosing it alone in its facet would show", () => {
		fc.assert(
			fc.property(anyVisit, ([data, state]) => {
				const counts = filter(data, state).counts();
				data.facets.forEach((facet, f) => {
					for (let slot = 0; slot <= facet.values.length; slot++) {
						const chosen = { ...state.chosen, [facet.id]: [idOf(facet, slot)] };
						const would = all(data).filter((place) => fits(data, place, { ...state, chosen })).length;
						expect(counts[f]?.[slot]).toBe(would);
					}
				});
			}),
		);
	});

	it("says of each filter in use what taking it away would show, most first", () => {
		fc.assert(
			fc.property(anyVisit, ([data, state]) => {
				const { loosen } = filter(data, state);
				const used = [...Object.keys(state.chosen), ...(wordsOf(state.text).length > 0 ? [TEXT] : [])];
				expect(loosen.map((l) => l.filter).sort()).toEqual(used.sort());
				for (const { filter: name, count } of loosen)
					expect(count).toBe(all(data).filter((place) => fits(data, place, without(state, name))).length);
				expect(loosen.map((l) => l.count)).toEqual(loosen.map((l) => l.count).sort((a, b) => b - a));
			}),
		);
	});

	it("says how many are left out only because nothing is known", () => {
		const found = filter(SMALL, { ...NOTHING, chosen: { acuity: ["planned"] } });
		expect(found.shown).toEqual([0]);
		expect(found.unsure).toEqual([{ filter: "acuity", count: 1 }]);
		expect(filter(SMALL, { ...NOTHING, chosen: { acuity: ["planned", "unknown"] } }).unsure).toEqual([]);
	});

	it("finds words without their accents, in any case and order", () => {
		expect(plain("Ménière’s Disease")).toBe("meniere’s disease");
		expect(filter(SMALL, { ...NOTHING, text: " HEART card " }).shown).toEqual([1]);
	});

	it("finds the same letter by letter, forth and back, as with all of them at once", () => {
		fc.assert(
			fc.property(anyVisit, fc.array(anyText, { maxLength: 12 }), ([data, state], typed) => {
				const kept = index(data, texts(data));
				for (const text of typed) {
					const { shown, loosen } = filterIndex(kept, { ...state, text });
					const fresh = filter(data, { ...state, text });
					expect({ shown, loosen }).toEqual({ shown: fresh.shown, loosen: fresh.loosen });
				}
			}),
		);
	});

	it("looks at nothing but its index, however much is chosen", () => {
		let looked = 0;
		const counted = SMALL.entries.map((entry) => ({
			...entry,
			get values() {
				looked += 1;
				return entry.values;
			},
		}));
		const prepared = index({ ...SMALL, entries: counted }, texts(SMALL));
		expect(looked).toBe(SMALL.entries.length);
		filterIndex(prepared, { ...NOTHING, chosen: { acuity: ["mixed"], group: ["medicine"], years: ["more"] } });
		expect(looked).toBe(SMALL.entries.length);
	});
});
