import { read } from "../shortlist/store";
import { button, find, findAll, make } from "../worksheet/dom";
import type { Data } from "./data";
import { Later } from "./later";
import { type Part, sameOrder } from "./order";
import { type Common, makeTools, Row, type RowHost } from "./row";
import { NOTHING, type State } from "./state";
import { reasons } from "./wishes";

/** So many are put on the page at once; the rest on request, so that a list of a thousand stays quick. */
const PORTION = 100;

/** So many are drawn in the frame of a change, about what a screen shows, and so many in each frame after it. */
const AT_FIRST = 2;
const AT_ONCE = 10;

/** The list of specialties: takes the items over that came with the page, and moves, hides and completes them. */
export class Results {
	private readonly rows: Row[];
	private readonly common: Common;
	private state: State = NOTHING;
	private parts: readonly Part[] | undefined;
	private view = make("div");
	private list: HTMLElement | undefined;
	private drawn: Row[] = [];
	private rest: Iterator<Drawn> = [].values();
	private limit = PORTION;
	private readonly later = new Later();

	/** list holds the items as they came, box is where they go, comparison the address of the comparison. */
	constructor(
		data: Data,
		list: HTMLElement,
		private readonly box: HTMLElement,
		comparison: string,
		host: RowHost,
	) {
		const items = new Map(findAll(list, "[data-id]").map((item) => [item.dataset.id, item]));
		this.common = { data, comparison, host, tools: makeTools(), listed: () => false, reasons: () => [] };
		this.rows = data.entries.map((entry) => {
			const item = items.get(entry.id);
			if (!item) throw new Error(`specialty "${entry.id}" is not in the list`);
			return new Row(this.common, entry, item);
		});
		list.remove();
	}

	/** The text of each entry, in the data's order, for the text filter. */
	get texts(): string[] {
		return this.rows.map((row) => row.text);
	}

	/** Shows the parts, and in each specialty what the state asks for. */
	show(parts: readonly Part[], state: State): void {
		const known = this.parts && sameOrder(parts, this.parts) && sameWeights(state.weights, this.state.weights);
		this.state = known ? { ...state, weights: this.state.weights } : state;
		if (known) for (const row of this.drawn) row.complete(this.state);
		else this.draw(parts);
	}

	/**
	 * Draws what can be seen at once, and the rest in the frames after it, so that a click or a letter never waits. What was
	 * there stays for that frame, out of sight: taking a hundred specialties off the page takes longer than drawing two.
	 * Attributes say so and not classes, for a class that changes has everything below looked at again: the frontend has
	 * selectors of the kind [class^=…].
	 */
	private draw(parts: readonly Part[]): void {
		const first = this.parts === undefined;
		let listed: Set<string> | undefined;
		this.common.listed = (page) => {
			listed ??= new Set(read().map((item) => item.page));
			return listed.has(page);
		};
		this.common.reasons = reasons(this.common.data, this.state.weights);
		this.view.toggleAttribute("data-gone", true);
		this.view = make("div");
		const wishes = Object.keys(this.state.weights).length;
		this.view.style.setProperty("--sp-wishes", String(wishes));
		[this.parts, this.list, this.drawn, this.rest, this.limit] = [parts, undefined, [], flatten(parts), PORTION];
		// With its reasons, one takes as much room as two without.
		const soon = wishes > 0 ? 1 : AT_FIRST;
		this.step(first ? PORTION : soon);
		this.view.toggleAttribute("data-fresh", !first);
		this.box.prepend(this.view);
		this.later.run(() => {
			this.view.removeAttribute("data-fresh");
			while (this.box.lastChild !== this.view) this.box.lastChild?.remove();
			this.carryOn();
		});
	}

	/** Draws some more in each of the next frames, until there are enough. */
	private carryOn(): void {
		if (this.step(AT_ONCE)) this.later.run(() => this.carryOn());
	}

	/** Puts so many more on the page, as far as they are wanted. Says whether that leaves any. */
	private step(count: number): boolean {
		for (let more = Math.min(count, this.limit - this.drawn.length); more > 0; more--) {
			const { value, done } = this.rest.next();
			if (done) return false;
			const row = this.rows[value.place];
			if (!row) continue;
			if (value.title !== undefined || !this.list) {
				this.list = make("ul", { class: "sp-results" });
				this.view.append(...(value.title ? [make("h3", { class: "nhsuk-heading-s" }, value.title)] : []), this.list);
			}
			row.complete(this.state);
			row.item.toggleAttribute("data-first", this.drawn.length < AT_FIRST);
			this.list.append(row.item);
			this.drawn.push(row);
		}
		if (this.drawn.length < this.limit) return true;
		const all = this.parts?.reduce((sum, part) => sum + part.places.length, 0) ?? 0;
		if (all > this.limit) this.view.append(this.more(all));
		return false;
	}

	/** The button that puts the rest on the page, and goes to the first of it. */
	private more(all: number): HTMLElement {
		const made = button(`Show all ${all}`, () => {
			made.remove();
			const next = this.drawn.length;
			this.limit = all;
			this.carryOn();
			const row = this.drawn[next];
			if (row) find(row.item, "a")?.focus();
		});
		return made;
	}
}

interface Drawn {
	readonly place: number;
	/** What stands above the first of a part. */
	readonly title?: string;
}

/** The places of all parts, one after the other, the first of each with the part's title. */
function* flatten(parts: readonly Part[]): Generator<Drawn, undefined> {
	for (const { title, places } of parts)
		for (const [i, place] of places.entries())
			yield i === 0 ? { place, title: title && `${title} (${places.length})` } : { place };
	return undefined;
}

function sameWeights(one: State["weights"], other: State["weights"]): boolean {
	const wishes = Object.keys(one);
	return wishes.length === Object.keys(other).length && wishes.every((wish) => one[wish] === other[wish]);
}
