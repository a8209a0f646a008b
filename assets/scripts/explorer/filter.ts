import { type Data, idOf, slotOf, UNKNOWN } from "./data";
import type { State } from "./state";

/** Stands for the text filter among the things that may be loosened. */
export const TEXT = "text";

/** A filter that could be taken away, and how many entries would then be shown. */
export interface Loosening {
	readonly filter: string;
	readonly count: number;
}

/** What a filter leaves. */
export interface Found {
	/** Places of the entries that fit, in the data's order. */
	readonly shown: readonly number[];
	/** For each facet, how many entries each of its slots would show, the other filters staying as they are. */
	readonly counts: readonly (readonly number[])[];
	/** Filters in use, most helpful first. */
	readonly loosen: readonly Loosening[];
	/** Facets in use, with the number of entries left out only because their value is not known. */
	readonly unsure: readonly Loosening[];
}

/**
 * Finds the entries that fit all facets in use (one of the chosen values is enough in each) and contain all the words.
 * One pass does everything: an entry that fails nowhere counts everywhere, one that fails in one place counts there.
 */
export function filter(data: Data, texts: readonly string[], state: State): Found {
	const { facets, entries } = data;
	const wanted = facets.map((facet) => chosenSlots(facet, state.chosen[facet.id]));
	const words = wordsOf(state.text);
	const shown: number[] = [];
	const counts = facets.map((facet) => new Array<number>(facet.values.length + 1).fill(0));
	const single = new Array<number>(facets.length + 1).fill(0);
	entries.forEach((entry, place) => {
		let fails = 0;
		let where = -1;
		for (let f = 0; f < facets.length && fails < 2; f++) {
			const slots = wanted[f];
			const facet = facets[f];
			if (!slots || !facet || slots[slotOf(facet, entry.values[f])]) continue;
			fails += 1;
			where = f;
		}
		if (fails < 2 && !words.every((word) => texts[place]?.includes(word))) {
			fails += 1;
			where = facets.length;
		}
		if (fails === 0) shown.push(place);
		if (fails === 1) single[where] = (single[where] ?? 0) + 1;
		for (let f = 0; f < facets.length; f++) {
			const facet = facets[f];
			const count = counts[f];
			if (!facet || !count || !(fails === 0 || (fails === 1 && where === f))) continue;
			const slot = slotOf(facet, entry.values[f]);
			count[slot] = (count[slot] ?? 0) + 1;
		}
	});
	const used = facets.map((facet, f) => ({ facet, f })).filter(({ f }) => wanted[f]);
	const loosen = used.map(({ facet, f }) => ({ filter: facet.id, count: shown.length + (single[f] ?? 0) }));
	if (words.length > 0) loosen.push({ filter: TEXT, count: shown.length + (single[facets.length] ?? 0) });
	const unsure = used
		.filter(({ facet }) => !state.chosen[facet.id]?.includes(UNKNOWN))
		.map(({ facet, f }) => ({ filter: facet.id, count: counts[f]?.[facet.values.length] ?? 0 }))
		.filter(({ count }) => count > 0);
	return { shown, counts, loosen: loosen.sort((a, b) => b.count - a.count), unsure };
}

/** The words of a text filter, in the form of plain. */
export function wordsOf(text: string): string[] {
	return plain(text)
		.split(/\s+/)
		.filter((word) => word !== "");
}

/** Text as it is searched: lower case, without accents. */
export function plain(text: string): string {
	return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
}

function chosenSlots(facet: Data["facets"][number], ids: readonly string[] | undefined): boolean[] | undefined {
	if (!ids || ids.length === 0) return undefined;
	const slots: boolean[] = [];
	for (let slot = 0; slot <= facet.values.length; slot++) slots.push(ids.includes(idOf(facet, slot)));
	return slots;
}
