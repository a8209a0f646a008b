// How texts become terms. internal/search/words.go and concept.go do the same when the index is written; a test holds
// the two against each other.

const WORD = /[\p{L}\p{N}\p{M}]+/gu;

/** The words of a text as written: "O&G" is two words. */
export function words(text: string): string[] {
	return text.match(WORD) ?? [];
}

/** A word with the place where it stands in its text. */
export interface Placed {
	readonly word: string;
	readonly start: number;
	readonly end: number;
}

/** The words of a text with their places. */
export function placed(text: string): Placed[] {
	return [...text.matchAll(WORD)].map((m) => ({ word: m[0], start: m.index, end: m.index + m[0].length }));
}

/** One word for all spellings of it: lower case, and singular by the rules of Harman's S stemmer. */
export function fold(word: string): string {
	const w = word.toLowerCase();
	if ([...w].length <= 3) return w;
	if (/ies$/.test(w) && !/[ea]ies$/.test(w)) return `${w.slice(0, -3)}y`;
	if (/es$/.test(w) && !/[aeo]es$/.test(w)) return w.slice(0, -1);
	if (/s$/.test(w) && !/[us]s$/.test(w)) return w.slice(0, -1);
	return w;
}

/** What a term begins with that stands for a concept; no word of a text can hold it. */
const MARK = "=";

/** Whether a term stands for a concept. */
export function isConcept(term: string): boolean {
	return term.startsWith(MARK);
}

/** A phrase met in a list of words: which concept it stands for, where it begins and how many words it has. */
export interface Met {
	readonly term: string;
	readonly first: number;
	readonly length: number;
}

/** Phrases that mean the same. Where one stands, a term of its own is added that stands for all of them. */
export class Concepts {
	private readonly byFirst = new Map<string, { readonly folded: string[]; readonly term: string }[]>();

	/** Takes, for each concept, its phrases as folded words joined by spaces. */
	constructor(phrases: readonly (readonly string[])[]) {
		for (const [i, list] of phrases.entries()) {
			for (const phrase of list) {
				const folded = phrase.split(" ");
				const first = folded[0] ?? "";
				const begun = this.byFirst.get(first) ?? [];
				begun.push({ folded, term: `${MARK}${i}` });
				this.byFirst.set(first, begun);
			}
		}
		for (const begun of this.byFirst.values()) begun.sort((a, b) => b.folded.length - a.folded.length);
	}

	/** The phrases that stand in a list of folded words, in order, each concept once for each place. */
	met(folded: readonly string[]): Met[] {
		const met: Met[] = [];
		for (const [first, word] of folded.entries()) {
			const here = new Set<string>();
			for (const phrase of this.byFirst.get(word) ?? []) {
				if (here.has(phrase.term) || !phrase.folded.every((w, k) => folded[first + k] === w)) continue;
				here.add(phrase.term);
				met.push({ term: phrase.term, first, length: phrase.folded.length });
			}
		}
		return met;
	}

	/** The words of a text as written, followed by a term for each concept met. */
	tokens(text: string): string[] {
		const found = words(text);
		return [...found, ...this.met(found.map(fold)).map((m) => m.term)];
	}
}
