import type { Found } from "./finder";
import { type Concepts, fold, placed } from "./words";

/** A run of text; what was looked for is marked. */
export interface Run {
	readonly text: string;
	readonly marked: boolean;
}

/** The place on a page that answers best: its id, its heading, and its words. */
export interface Passage {
	readonly id: string;
	readonly heading: string;
	readonly runs: Run[];
}

/** How many letters of a passage are shown. */
const LETTERS = 190;

/** The passage of a found page that holds most of what was looked for; the summary when nothing holds more. */
export function passageOf(found: Found, concepts: Concepts): Passage {
	const { page, terms } = found;
	const lines = [
		{ id: "", heading: "", text: page.summary },
		...page.sections.flatMap(([id, heading, text]) => text.split("\n").map((line) => ({ id, heading, text: line }))),
	];
	let best = lines[0] as (typeof lines)[number];
	let most = -1;
	for (const line of lines) {
		const held = new Set(spans(line.text, terms, concepts).map((s) => s.term)).size;
		const above = spans(line.heading, terms, concepts).length > 0 ? 0.5 : 0;
		if (held + above > most) [best, most] = [line, held + above];
	}
	const text = window(best.text, spans(best.text, terms, concepts));
	return { id: best.id, heading: best.heading, runs: mark(text, terms, concepts) };
}

/** A text in runs, with what was looked for marked. */
export function mark(text: string, terms: ReadonlySet<string>, concepts: Concepts): Run[] {
	const runs: Run[] = [];
	let at = 0;
	for (const { start, end } of spans(text, terms, concepts)) {
		if (start > at) runs.push({ text: text.slice(at, start), marked: false });
		if (end > at) runs.push({ text: text.slice(Math.max(at, start), end), marked: true });
		at = Math.max(at, end);
	}
	if (at < text.length) runs.push({ text: text.slice(at), marked: false });
	return runs;
}

interface Span {
	readonly term: string;
	readonly start: number;
	readonly end: number;
}

/** Where a text holds one of the terms, in order. */
function spans(text: string, terms: ReadonlySet<string>, concepts: Concepts): Span[] {
	const found = placed(text);
	const folded = found.map((f) => fold(f.word));
	const whole = concepts.met(folded).filter((m) => terms.has(m.term));
	const out: Span[] = whole.map(({ term, first, length }) => ({
		term,
		start: found[first]?.start ?? 0,
		end: found[first + length - 1]?.end ?? 0,
	}));
	for (const [i, f] of found.entries()) {
		const term = folded[i] ?? "";
		if (terms.has(term)) out.push({ term, start: f.start, end: f.end });
	}
	return out.sort((a, b) => a.start - b.start || b.end - a.end);
}

/** The part of a long line with most of the spans, from the start of a sentence where one is near. */
function window(text: string, held: readonly Span[]): string {
	if (text.length <= LETTERS) return text;
	let start = 0;
	let most = 0;
	for (const from of held) {
		const inside = new Set(
			held.filter((s) => s.start >= from.start && s.end <= from.start + LETTERS - 40).map((s) => s.term),
		);
		if (inside.size > most) [start, most] = [from.start, inside.size];
	}
	start = begin(text, start);
	const end = start + LETTERS >= text.length ? text.length : text.lastIndexOf(" ", start + LETTERS);
	return `${start > 0 && !/[.?!] $/.test(text.slice(0, start)) ? "… " : ""}${text.slice(start, end)}${end < text.length ? " …" : ""}`;
}

/** Where to begin so that a place stands in view with some words before it. */
function begin(text: string, place: number): number {
	const sentence = Math.max(...[". ", "? ", "! "].map((stop) => text.lastIndexOf(stop, place - 1) + 2), 0);
	if (sentence >= 2 && place - sentence < LETTERS / 2) return sentence;
	if (place < LETTERS / 2) return 0;
	return text.lastIndexOf(" ", place - 40) + 1;
}
