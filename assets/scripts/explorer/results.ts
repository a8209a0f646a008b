import { read } from "../shortlist/store";
import { button, find, findAll, make } from "../worksheet/dom";
import type { Data } from "./data";
import { type First, Front, heading, isSame, noteOf } from "./front";
import { Later } from "./later";
import { type Part, sameOrder } from "./order";
import { type Common, makeTools, Row, type RowHost } from "./row";
import { NOTHING, type State } from "./state";
import { reasons } from "./wishes";

/** So many are put on the page at once; the rest on request, so that a list of a thousand stays quick. */
const PORTION = 100;

/** So many are drawn in each of the frames after a change. */
const AT_ONCE = 10;

/** The list of specialties: takes the items over that came with the page, and moves, hides and completes them. */
export class Results {
	private readonly rows: Row[];
	private readonly common: Common;
	private state: State = NOTHING;
	private parts: readonly Part[] | undefined;
	private readonly front = new Front();
	private view = makeView();
	private top: First = { note: "" };
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
		box.append(this.front.stage, this.view);
	}

	/** The text of each entry, in the data's order, for the text filter. */
	get texts(): string[] {
		return this.rows.map((row) => row.text);
	}

	/** Shows the parts, with a note above them, and in each specialty what the state asks for. */
	show(parts: readonly Part[], state: State, note: string): void {
		const same = weighAlike(state.weights, this.state.weights);
		this.state = same ? { ...state, weights: this.state.weights } : state;
		if (!same) this.common.reasons = reasons(this.common.data, state.weights);
		if (!same || note !== this.top.note || !this.parts || !sameOrder(parts, this.parts)) this.draw(parts, note, same);
		else for (const row of this.drawn) row.complete(this.state);
	}

	/**
	 * Shows a copy of the first at once, and draws the list in the frames after it, so that a click or a letter never
	 * waits: to hide, move or take away what the browser may skip costs it more than everything else in a change.
	 */
	private draw(parts: readonly Part[], note: string, sameWeights: boolean): void {
		const first = this.parts === undefined;
		[this.parts, this.drawn] = [parts, []];
		const { value } = flatten(parts).next();
		const top = { note, row: value && this.rows[value.place], title: value?.title };
		const stays = sameWeights && isSame(top, this.top);
		this.top = top;
		if (first) {
			this.replace(PORTION);
			return;
		}
		if (!stays) this.front.show(top);
		this.later.run(() => this.replace(AT_ONCE));
	}

	/** Puts a new list in the place of the one that was there, with so many specialties for a start. */
	private replace(count: number): void {
		let listed: Set<string> | undefined;
		this.common.listed = (page) => {
			listed ??= new Set(read().map((item) => item.page));
			return listed.has(page);
		};
		const old = this.view;
		this.view = makeView();
		this.view.style.setProperty("--sp-wishes", String(Object.keys(this.state.weights).length));
		this.view.append(...noteOf(this.top));
		[this.list, this.drawn, this.rest, this.limit] = [undefined, [], flatten(this.parts ?? []), PORTION];
		const more = this.step(count);
		old.remove();
		this.box.append(this.view);
		this.front.hide();
		if (more) this.later.run(() => this.carryOn());
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
				this.view.append(...(value.title ? [heading(value.title)] : []), this.list);
			}
			row.complete(this.state);
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

function makeView(): HTMLElement {
	return make("div", { class: "sp-view" });
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

function weighAlike(one: State["weights"], other: State["weights"]): boolean {
	const wishes = Object.keys(one);
	return wishes.length === Object.keys(other).length && wishes.every((wish) => one[wish] === other[wish]);
}
