import MiniSearch, { type Options, type SearchOptions } from "minisearch";
import { asMiniSearch, type SearchModule, type SearchPage } from "./module";
import { Concepts, fold, isConcept, words } from "./words";

/** A page that was found: what matched, best first. */
export interface Found {
	readonly page: SearchPage;
	readonly score: number;
	/** The terms of the page that matched, concepts among them. */
	readonly terms: ReadonlySet<string>;
	/** Whether something matched in the page's title or names, so that the page as a whole is meant. */
	readonly named: boolean;
}

const BOOST = { title: 8, names: 6, headings: 3, summary: 3, text: 1 };
// A mistyped word has at least five letters: among shorter ones one edit leads to another word (law, jaw).
const MISTYPED_LETTERS = 5;
const COMPLETED_LETTERS = 3;
// Results this much worse than the best share only a common word with the query; some are shown all the same.
const TAIL = 0.03;
const FEW = 8;

/** What MiniSearch needs to know to make the same index of the same documents as internal/search. */
export function indexOptions(from: SearchModule, concepts: Concepts): Options {
	const stop = new Set(from.stop);
	return {
		fields: [...from.fields],
		tokenize: (text) => concepts.tokens(text),
		processTerm: (term) => {
			const folded = fold(term);
			return stop.has(folded) ? null : folded;
		},
	};
}

/** Finds pages. Everything happens here, in the browser: what is looked for is sent to nobody. */
export class Finder {
	readonly concepts: Concepts;
	readonly index: MiniSearch;

	constructor(private readonly from: SearchModule) {
		this.concepts = new Concepts(from.concepts);
		// loadJS spares the parsing of text; its type knows only what MiniSearch itself wrote.
		this.index = MiniSearch.loadJS(asMiniSearch(from) as never, indexOptions(from, this.concepts));
	}

	/** How a query is searched, for tests that ask another index the same. */
	get options(): SearchOptions {
		return {
			boost: BOOST,
			weights: { fuzzy: 0.25, prefix: 0.35 },
			boostTerm: (term) => (isConcept(term) ? 1.5 : 1),
			prefix: (term, i, terms) =>
				!isConcept(term) && term.length >= (i === terms.length - 1 ? COMPLETED_LETTERS - 1 : COMPLETED_LETTERS + 1),
			// Only a word that stands nowhere on the site can be mistyped: urology never finds neurology.
			fuzzy: (term) =>
				!isConcept(term) && term.length >= MISTYPED_LETTERS && !/\d/.test(term) && !this.knows(term) ? 1 : false,
		};
	}

	/** The pages for a query, best first. */
	find(query: string): Found[] {
		const results = this.index.search(query, this.options);
		const least = (results[0]?.score ?? 0) * TAIL;
		const found: Found[] = [];
		for (const result of results) {
			const page = this.from.pages[result.id as number];
			if (!page || (result.score < least && found.length >= FEW)) continue;
			const named = Object.values(result.match).some((fields) => fields.includes("title") || fields.includes("names"));
			const terms = new Set(result.terms);
			found.push({ page, score: result.score * (1 + 2 * covered(page.title, terms) ** 2), terms, named });
		}
		return found.sort((a, b) => b.score - a.score);
	}

	/** Queries that find something and are near to one that does not: words one or two slips away. */
	nearby(query: string): string[] {
		const near = words(query).map((word) => {
			const term = fold(word);
			return this.knows(term) ? [word] : this.spellings(term);
		});
		if (near.length === 0 || near.some((spellings) => spellings.length === 0)) return near.flat().slice(0, 3);
		const whole = near.map((spellings) => spellings[0]).join(" ");
		return whole === query ? [] : [whole];
	}

	private spellings(term: string): string[] {
		if (term.length < MISTYPED_LETTERS) return [];
		const found = this.index.autoSuggest(term, { fuzzy: 2, prefix: false, boost: BOOST, tokenize: words });
		return found.slice(0, 3).map((s) => s.suggestion);
	}

	private knows(term: string): boolean {
		return this.index.search(term, { prefix: false, fuzzy: false, tokenize: (text) => [text] }).length > 0;
	}
}

/** How much of a title was looked for, from 0 to 1: cardiology means Cardiology rather than Paediatric cardiology. */
function covered(title: string, terms: ReadonlySet<string>): number {
	const folded = words(title).map(fold);
	return folded.filter((word) => terms.has(word)).length / Math.max(1, folded.length);
}
