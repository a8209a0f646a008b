import { type Data, slotOf } from "./data";
import type { State } from "./state";
import { breaking } from "./wishes";

/** Entries that belong together in the chosen order. A list without parts has one, without a title. */
export interface Part {
	readonly title: string;
	readonly places: readonly number[];
}

/** Puts places, which come from A to Z, in the chosen order. Every place comes out once, and ties stay from A to Z. */
export function order(data: Data, places: readonly number[], state: State): Part[] {
	switch (state.sort) {
		case "group":
			return byFacet(data, places, "group");
		case "years":
			return byYears(data, places);
		case "wishes":
			return byBroken(data, places, state);
		default:
			return [{ title: "", places }];
	}
}

function byFacet(data: Data, places: readonly number[], id: string): Part[] {
	const at = data.facets.findIndex((facet) => facet.id === id);
	const facet = data.facets[at];
	if (!facet) return [{ title: "", places }];
	return parts(
		places,
		(place) => slotOf(facet, data.entries[place]?.values[at]),
		(slot) => facet.values[slot]?.text ?? data.words.unknown,
	);
}

function byYears(data: Data, places: readonly number[]): Part[] {
	const years = (place: number) => data.entries[place]?.years ?? Number.POSITIVE_INFINITY;
	const sorted = parts(places, years, () => "").flatMap((part) => part.places);
	return byFacet(data, sorted, "years");
}

function byBroken(data: Data, places: readonly number[], state: State): Part[] {
	if (!Object.values(state.weights).includes("must")) return [{ title: "", places }];
	const broken = breaking(data, state.weights);
	return parts(
		places,
		(place) => {
			const entry = data.entries[place];
			return entry ? broken(entry) : 0;
		},
		(number) => brokenTitle(data, number),
	);
}

function brokenTitle({ words }: Data, number: number): string {
	if (number === 0) return words.noneBroken;
	if (number === 1) return words.oneBroken;
	return words.manyBroken.replace("#", String(number));
}

/** Parts places by a number, in the order of the numbers, of which there are few: a thousand places need no sorting. */
function parts(places: readonly number[], number: (place: number) => number, title: (n: number) => string): Part[] {
	const found = new Map<number, number[]>();
	for (const place of places) {
		const n = number(place);
		const part = found.get(n);
		if (part) part.push(place);
		else found.set(n, [place]);
	}
	return [...found].sort(([a], [b]) => a - b).map(([n, all]) => ({ title: title(n), places: all }));
}

/** Whether two orders are the same, title by title and place by place. */
export function sameOrder(parts: readonly Part[], others: readonly Part[]): boolean {
	return (
		parts.length === others.length &&
		parts.every(({ title, places }, i) => {
			const other = others[i];
			if (title !== other?.title || places.length !== other.places.length) return false;
			return places.every((place, j) => place === other.places[j]);
		})
	);
}
