import { make } from "../worksheet/dom";
import type { Found } from "./finder";
import { mark, type Passage, passageOf, type Run } from "./passage";
import { address } from "./site";
import type { Concepts } from "./words";

/** What is shown of a found page. */
export interface Shown {
	/** Where it leads: to the passage, or to the page when the page as a whole is meant. */
	readonly href: string;
	readonly title: Node[];
	readonly kind: string;
	readonly heading: string;
	readonly text: Node[];
}

/** Makes what is shown of a found page, from words alone. */
export function shown(found: Found, concepts: Concepts): Shown {
	const passage = passageOf(found, concepts);
	return {
		href: address(found.page.path) + place(found, passage),
		title: nodes(mark(found.page.title, found.terms, concepts)),
		kind: found.page.kind,
		heading: passage.heading,
		text: nodes(passage.runs),
	};
}

function place(found: Found, passage: Passage): string {
	return found.named || !passage.id ? "" : `#${passage.id}`;
}

function nodes(runs: readonly Run[]): Node[] {
	return runs.map(({ text, marked }) => (marked ? make("mark", {}, text) : document.createTextNode(text)));
}

/** "1 page", "12 pages". */
export function pages(n: number): string {
	return n === 1 ? "1 page" : `${n} pages`;
}
