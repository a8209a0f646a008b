import { type Data, type Entry, type Facet, textOf, type Wish } from "./data";
import type { State, Weight } from "./state";

/** What we can say about a wish and a specialty. */
export type Outcome = "meets" | "partly" | "misses" | "unknown";

/** One wish, what becomes of it in a specialty, and the fact that decides. */
export interface Reason {
	readonly wish: Wish;
	readonly weight: Weight;
	readonly outcome: Outcome;
	readonly fact: { readonly name: string; readonly text: string };
}

/** Says what becomes of a wish in a specialty. What nobody has confirmed is unknown: never met, never broken. */
export function judge(wish: Wish, facet: Facet, value: number | undefined): Outcome {
	const id = facet.values[value ?? -1]?.id;
	if (id === undefined) return "unknown";
	if (wish.met.includes(id)) return "meets";
	return wish.partly?.includes(id) ? "partly" : "misses";
}

/** The wishes of a weight, each with the facet that decides and its place. */
function weighed(data: Data, weights: State["weights"], weight: Weight): { wish: Wish; facet: Facet; place: number }[] {
	return data.wishes.flatMap((wish) => {
		const place = data.facets.findIndex((facet) => facet.id === wish.facet);
		const facet = data.facets[place];
		return weights[wish.id] === weight && facet ? [{ wish, facet, place }] : [];
	});
}

/** Gives the reasons for and against a specialty: must-haves first, each in the order of the wishes. */
export function reasons(data: Data, weights: State["weights"]): (entry: Entry) => Reason[] {
	const all = (["must", "like"] as const).flatMap((weight) =>
		weighed(data, weights, weight).map((decided) => ({ ...decided, weight })),
	);
	return ({ values }) =>
		all.map(({ wish, weight, facet, place }) => {
			const value = values[place];
			const fact = { name: facet.name, text: textOf(facet, value, data.words) };
			return { wish, weight, outcome: judge(wish, facet, value), fact };
		});
}

/** Counts how many must-haves a specialty breaks: those of which we know that they are not met. */
export function breaking(data: Data, weights: State["weights"]): (entry: Entry) => number {
	const musts = weighed(data, weights, "must").map(({ wish, facet, place }) => ({
		place,
		broken: facet.values.map((_, value) => judge(wish, facet, value) === "misses"),
	}));
	return ({ values }) => {
		let count = 0;
		for (const { place, broken } of musts) if (broken[values[place] ?? -1]) count += 1;
		return count;
	};
}
