import { type Data, idOf, slotOf } from "./data";
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
	/**
	 * Counts for each facet how many entries each of its slots would show, the other filters staying as they are: another
	 * pass over all, for whoever has the time.
	 */
	readonly counts: () => readonly (readonly number[])[];
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
	readonly texts: Texts;
}

/** Prepares entries for being filtered; texts are theirs, in the form of plain. */
export function index({ facets, entries }: Data, texts: readonly string[]): Index {
	const slots = entries.flatMap(({ values }) => facets.map((facet, f) => slotOf(facet, values[f])));
	return { facets, slots: Uint16Array.from(slots), texts: new Texts(texts) };
}

/** Texts in which words are looked for letter by letter. What holds "card" is among what held "car", so that is kept. */
class Texts {
	/** What was found, each time among what was found before. */
	private readonly found: { readonly words: readonly string[]; readonly places: readonly number[] }[];

	constructor(private readonly texts: readonly string[]) {
		this.found = [{ words: [], places: [...texts.keys()] }];
	}

	get count(): number {
		return this.texts.length;
	}

	/** The places of the texts that hold all the words, in their order. */
	holding(words: readonly string[]): readonly number[] {
		const { found, texts } = this;
		const within = (word: string) => words.some((longer) => longer.includes(word));
		while (!found.at(-1)?.words.every(within)) found.pop();
		const last = found.at(-1);
		if (!last || last.words.join(" ") === words.join(" ")) return last?.places ?? [];
		const places = last.places.filter((place) => words.every((word) => texts[place]?.includes(word)));
		found.push({ words, places });
		return places;
	}
}

/** Where an entry fails, if not in one facet alone, whose place then says so. */
const NOWHERE = -1;
const IN_SEVERAL = -2;
const IN_TEXT = -3;

/**
 * Finds the entries that fit all facets in use (one of the chosen values is enough in each) and contain all the words.
 * One pass finds where each entry fails, from which everything else follows.
 */
export function filter(from: Index, state: State): Found {
	const { facets, slots, texts } = from;
	const wanted = facets.map((facet) => chosenSlots(facet, state.chosen[facet.id]));
	const used = [...facets.keys()].filter((f) => wanted[f]);
	const words = wordsOf(state.text);
	const holding = texts.holding(words);
	const shown: number[] = [];
	const fails = new Int8Array(texts.count);
	// How many fail in a facet alone, how many of them because nothing is known, and how many in the text alone.
	const single = new Uint32Array(facets.length);
	const unknown = new Uint32Array(facets.length);
	let inText = 0;
	let next = 0;
	for (let place = 0; place < texts.count; place++) {
		const first = place * facets.length;
		let fail = NOWHERE;
		for (const f of used) if (!wanted[f]?.[slots[first + f] ?? 0]) fail = fail === NOWHERE ? f : IN_SEVERAL;
		if (holding[next] === place) next += 1;
		else fail = fail === NOWHERE ? IN_TEXT : IN_SEVERAL;
		fails[place] = fail;
		if (fail === NOWHERE) shown.push(place);
		else if (fail === IN_TEXT) inText += 1;
		else if (fail !== IN_SEVERAL) {
			single[fail] = (single[fail] ?? 0) + 1;
			if (slots[first + fail] === facets[fail]?.values.length) unknown[fail] = (unknown[fail] ?? 0) + 1;
		}
	}
	const named = used.map((f) => ({ f, filter: facets[f]?.id ?? "" }));
	const loosen = named.map(({ f, filter }) => ({ filter, count: shown.length + (single[f] ?? 0) }));
	if (words.length > 0) loosen.push({ filter: TEXT, count: shown.length + inText });
	const unsure = named.map(({ f, filter }) => ({ filter, count: unknown[f] ?? 0 })).filter(({ count }) => count > 0);
	return { shown, counts: () => count(from, fails), loosen: loosen.sort((a, b) => b.count - a.count), unsure };
}

/** An entry that fails nowhere counts in every facet, one that fails in one facet counts there. */
function count({ facets, slots }: Index, fails: Int8Array): number[][] {
	const counts = facets.map((facet) => new Array<number>(facet.values.length + 1).fill(0));
	for (const [place, fail] of fails.entries()) {
		if (fail < NOWHERE) continue;
		const first = place * facets.length;
		for (const [f, sums] of counts.entries()) {
			const slot = slots[first + f] ?? 0;
			if (fail === NOWHERE || fail === f) sums[slot] = (sums[slot] ?? 0) + 1;
		}
	}
	return counts;
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
