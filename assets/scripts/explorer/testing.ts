import fc from "fast-check";
import type { Data, Words } from "./data";
import { MAX_COMPARED, SORTS, type State, type Weight } from "./state";

/** Words that tell what they stand for. */
export const WORDS: Words = {
	unknown: "Not confirmed",
	must: "Must have",
	like: "Would like",
	meets: "Meets",
	partly: "Meets in part",
	misses: "Does not meet",
	cannotSay: "We cannot say",
	noneBroken: "none",
	oneBroken: "one",
	manyBroken: "# broken",
	order: "order",
};

/** A small site: three facets, three wishes, four specialties, one of which is hardly known. */
export const SMALL: Data = {
	facets: [
		{ id: "group", name: "Group", values: values("medicine", "surgery") },
		{ id: "acuity", name: "Pace", values: values("acute", "mixed", "planned") },
		{ id: "years", name: "Years", values: values("under-6", "more") },
	],
	wishes: [
		{ id: "planned", text: "Planned work", facet: "acuity", met: ["planned"], partly: ["mixed"] },
		{ id: "urgent", text: "Urgent work", facet: "acuity", met: ["acute"], partly: ["mixed"] },
		{ id: "shorter", text: "Short training", facet: "years", met: ["under-6"] },
	],
	words: WORDS,
	entries: [
		{ id: "allergy", title: "Allergy", values: [0, 2, 1], years: 7 },
		{ id: "cardiology", title: "Cardiology", values: [0, 1, 1], years: 8, find: "heart" },
		{ id: "trauma", title: "Trauma", values: [1, 0, 1], years: 6 },
		{ id: "unsure", title: "Unsure", values: [1, -1, -1] },
	],
};

function values(...ids: string[]) {
	return ids.map((id) => ({ id, text: `${id} words` }));
}

/** Any site: up to four facets of two to five values, wishes on them, up to thirty specialties. */
export const anyData: fc.Arbitrary<Data> = fc
	.array(fc.integer({ min: 2, max: 5 }), { minLength: 1, maxLength: 4 })
	.chain((sizes) => {
		const facets = sizes.map((size, f) => ({
			id: `facet_${f}`,
			name: `Facet ${f}`,
			values: Array.from({ length: size }, (_, v) => ({ id: `v-${v}`, text: `Value ${v}` })),
		}));
		const wish = fc.integer({ min: 0, max: sizes.length - 1 }).chain((f) =>
			fc.record({
				facet: fc.constant(`facet_${f}`),
				split: fc.array(fc.constantFrom("met", "partly", "none"), {
					minLength: sizes[f] ?? 2,
					maxLength: sizes[f] ?? 2,
				}),
			}),
		);
		const entry = fc.tuple(...sizes.map((size) => fc.integer({ min: -1, max: size - 1 })));
		return fc.record({
			facets: fc.constant(facets),
			wishes: fc.array(wish, { maxLength: 6 }).map((all) =>
				all.map(({ facet, split }, i) => ({
					id: `wish-${i}`,
					text: `Wish ${i}`,
					facet,
					met: split.flatMap((how, v) => (how === "met" ? [`v-${v}`] : [])),
					partly: split.flatMap((how, v) => (how === "partly" ? [`v-${v}`] : [])),
				})),
			),
			words: fc.constant(WORDS),
			entries: fc
				.array(fc.record({ values: entry, years: fc.option(fc.integer({ min: 3, max: 9 }), { nil: undefined }) }), {
					maxLength: 30,
				})
				.map((all) =>
					all.map((one, i) => ({ id: `entry-${i}`, title: `Entry ${String(i).padStart(2, "0")}`, ...one })),
				),
		});
	});

/** Any state that a reader could reach on a site. */
export function anyState(data: Data): fc.Arbitrary<State> {
	const chosen = data.facets.map((facet) =>
		fc.subarray([...facet.values.map((v) => v.id), "unknown"]).map((ids) => [facet.id, ids] as const),
	);
	const weights = data.wishes.map((wish) =>
		fc.constantFrom<Weight | "">("", "must", "like").map((weight) => [wish.id, weight] as const),
	);
	return fc.record({
		text: fc.oneof(fc.constant(""), fc.constantFrom("entry", "1", "entry 2", "& = # %", "é"), fc.string()),
		chosen: fc.tuple(...chosen).map((all) => Object.fromEntries(all.filter(([, ids]) => ids.length > 0))),
		sort: fc.constantFrom(...SORTS),
		weights: fc.tuple(...weights).map((all) => Object.fromEntries(all.filter(([, w]) => w !== "")) as State["weights"]),
		compare: fc.shuffledSubarray(data.entries.map((entry) => entry.id)).map((ids) => ids.slice(0, MAX_COMPARED)),
	});
}

/** Any site with a state of it. */
export const anyVisit: fc.Arbitrary<readonly [Data, State]> = anyData.chain((data) =>
	anyState(data).map((state) => [data, state] as const),
);
