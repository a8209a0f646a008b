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

/** What filters look at again and again, side by side: a thousand entries are gone through at each letter. */
export interface Index {
	readonly facets: Data["facets"];
	/** The slots of all entries, one entry after the other, each with a slot for every facet. */
	readonly slots: Uint16Array;
	/** The texts of all entries, in the form of plain. */
	readonly texts: readonly string[];
}

/** Prepares entries for being filtered; texts are theirs, in the form of plain. */
export function index({ facets, entries }: Data, texts: readonly string[]): Index {
	const slots = entries.flatMap(({ values }) => facets.map((facet, f) => slotOf(facet, values[f])));
	return { facets, slots: Uint16Array.from(slots), texts };
}

const NOWHERE = -1;
const IN_SEVERAL = -2;

/**
 * Finds the entries that fit all facets in use (one of the chosen values is enough in each) and contain all the words.
 * One pass does everything: an entry that fails nowhere counts everywhere, one that fails in one place counts there.
 */
export function filter({ facets, slots, texts }: Index, state: State): Found {
	const wanted = facets.map((facet) => chosenSlots(facet, state.chosen[facet.id]));
	const used = [...facets.keys()].filter((f) => wanted[f]);
	const words = wordsOf(state.text);
	const shown: number[] = [];
	const counts = facets.map((facet) => new Array<number>(facet.values.length + 1).fill(0));
	const single = new Array<number>(facets.length + 1).fill(0);
	const count = (f: number, slot = 0) => add(counts[f], slot);
	for (let place = 0; place < texts.length; place++) {
		const first = place * facets.length;
		let fails = NOWHERE;
		for (const f of used) if (!wanted[f]?.[slots[first + f] ?? 0]) fails = fails === NOWHERE ? f : IN_SEVERAL;
		if (fails === IN_SEVERAL) continue;
		if (!holdsAll(texts[place] ?? "", words)) {
			if (fails === NOWHERE) add(single, facets.length);
		} else if (fails === NOWHERE) {
			shown.push(place);
			for (let f = 0; f < facets.length; f++) count(f, slots[first + f]);
		} else {
			add(single, fails);
			count(fails, slots[first + fails]);
		}
	}
	const named = used.map((f) => ({ f, filter: facets[f]?.id ?? "" }));
	const loosen = named.map(({ f, filter }) => ({ filter, count: shown.length + (single[f] ?? 0) }));
	if (words.length > 0) loosen.push({ filter: TEXT, count: shown.length + (single[facets.length] ?? 0) });
	const unsure = named
		.filter(({ filter }) => !state.chosen[filter]?.includes(UNKNOWN))
		.map(({ f, filter }) => ({ filter, count: counts[f]?.at(-1) ?? 0 }))
		.filter(({ count }) => count > 0);
	return { shown, counts, loosen: loosen.sort((a, b) => b.count - a.count), unsure };
}

function add(counts: number[] | undefined, place: number): void {
	if (counts) counts[place] = (counts[place] ?? 0) + 1;
}

function holdsAll(text: string, words: readonly string[]): boolean {
	for (const word of words) if (!text.includes(word)) return false;
	return true;
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
