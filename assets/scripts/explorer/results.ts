import { read, toggle } from "../shortlist/store";
import { button, find, findAll, make } from "../worksheet/dom";
import type { Data } from "./data";
import { Later } from "./later";
import type { Part } from "./order";
import { MAX_COMPARED, NOTHING, type State } from "./state";
import { type Outcome, type Reason, reasons } from "./wishes";

/** So many are put on the page at once; the rest on request, so that a list of a thousand stays quick. */
const PORTION = 100;

/** So many are drawn in one frame: more than a screen shows. */
const AT_ONCE = 5;

/** What the results tell the page. */
export interface ResultsHost {
	compare(id: string, on: boolean): boolean;
	say(words: string): void;
}

/** One specialty on the page: its list item, and what was last written into it. */
interface Row {
	readonly item: HTMLElement;
	readonly text: string;
	readonly page: string;
	reasons?: HTMLElement;
	why?: State["weights"];
	equipped?: boolean;
	compare?: HTMLInputElement;
	beside?: HTMLElement;
}

const CLASSES: Readonly<Record<Outcome, string>> = {
	meets: "sp-meets",
	partly: "sp-partly",
	misses: "sp-misses",
	unknown: "sp-unknown",
};

/** The list of specialties: takes the items over that came with the page, and moves, hides and completes them. */
export class Results {
	private readonly rows: Row[];
	private asked: string | undefined;
	private state: State = NOTHING;
	private drawn: number[] = [];
	private readonly later = new Later();

	/** list holds the items as they came, box is where they go, comparison the address of the comparison. */
	constructor(
		private readonly data: Data,
		list: HTMLElement,
		private readonly box: HTMLElement,
		private readonly comparison: string,
		private readonly host: ResultsHost,
	) {
		const items = new Map(findAll(list, "[data-id]").map((item) => [item.dataset.id, item]));
		this.rows = data.entries.map((entry) => {
			const item = items.get(entry.id);
			if (!item) throw new Error(`specialty "${entry.id}" is not in the list`);
			const text = `${item.textContent} ${entry.find ?? ""}`;
			return { item, text, page: item.dataset.page ?? "" };
		});
		list.remove();
	}

	/** The text of each entry, in the data's order, for the text filter. */
	get texts(): string[] {
		return this.rows.map((row) => row.text);
	}

	/** Shows the parts, and in each specialty what the state asks for. */
	show(parts: readonly Part[], state: State): void {
		const key = parts.map((part) => `${part.title}:${part.places.join()}`).join(";");
		if (key !== this.asked || state.weights !== this.state.weights) this.draw(parts, state, key, PORTION);
		else for (const place of this.drawn) this.complete(place, state);
		this.state = state;
	}

	/** Draws what can be seen at once, and the rest in the frames after it, so that a click or a letter never waits. */
	private draw(parts: readonly Part[], state: State, key: string, limit: number): void {
		const first = this.asked === undefined;
		this.box.style.setProperty("--sp-wishes", String(Object.keys(state.weights).length));
		[this.asked, this.state, this.drawn] = [key, state, []];
		this.later.cancel();
		const rest = flatten(parts).slice(0, limit);
		const total = parts.reduce((sum, part) => sum + part.places.length, 0);
		const pieces: Node[] = [];
		let list: HTMLElement | undefined;
		const step = (count: number) => {
			for (const { place, title } of rest.splice(0, count)) {
				if (title !== undefined || !list) {
					list = make("ul", { class: "sp-results" });
					if (title) pieces.push(make("h3", { class: "nhsuk-heading-s" }, title));
					pieces.push(list);
				}
				this.complete(place, this.state);
				const item = this.rows[place]?.item;
				if (item) list.append(item);
				this.drawn.push(place);
			}
			if (rest.length === 0 && total > limit) pieces.push(this.more(parts, key));
		};
		step(first ? limit : AT_ONCE);
		this.box.replaceChildren(...pieces.splice(0));
		const next = () => {
			step(AT_ONCE);
			this.box.append(...pieces.splice(0));
			if (rest.length > 0) this.later.run(next);
		};
		if (rest.length > 0) this.later.run(next);
	}

	/** The button that puts the rest on the page, and goes to the first of it. */
	private more(parts: readonly Part[], key: string): HTMLElement {
		const places = parts.flatMap((part) => part.places);
		return button(`Show all ${places.length}`, () => {
			const next = this.rows[places[this.drawn.length] ?? 0]?.item;
			this.asked = undefined;
			this.draw(parts, this.state, key, places.length);
			if (next) find(next, "a")?.focus();
		});
	}

	/** Puts into one specialty what the state asks for, and no more than has changed. */
	private complete(place: number, state: State): void {
		const row = this.rows[place];
		const entry = this.data.entries[place];
		if (!row || !entry) return;
		if (!row.equipped) this.equip(row, entry.id, entry.title);
		this.beside(row, entry.id, state.compare);
		if (row.why === state.weights) return;
		row.why = state.weights;
		row.reasons?.remove();
		const found = reasons(this.data, entry, state.weights);
		if (found.length === 0) return;
		row.reasons = make("ul", { class: "sp-why" }, ...found.map((reason) => this.reason(reason)));
		find(row.item, ".sp-result__facts")?.after(row.reasons);
	}

	/** Shows beside the checkbox of what is picked where the comparison is. */
	private beside(row: Row, id: string, picked: readonly string[]): void {
		if (!row.compare || !row.beside) return;
		row.compare.checked = picked.includes(id);
		if (!row.compare.checked || picked.length < 2) {
			if (row.beside.hasChildNodes()) row.beside.replaceChildren();
			return;
		}
		const words = `Compare ${picked.length} side by side`;
		row.beside.replaceChildren(make("a", { href: `${this.comparison}#pages=${picked.join(",")}` }, words));
	}

	private reason({ outcome, wish, weight, fact }: Reason): HTMLElement {
		const { words } = this.data;
		const says = { meets: words.meets, partly: words.partly, misses: words.misses, unknown: words.cannotSay };
		const how = (weight === "must" ? words.must : words.like).toLowerCase();
		return make(
			"li",
			{ class: CLASSES[outcome] },
			make("strong", {}, says[outcome]),
			`: ${wish.text} (${how}). ${fact.name}: ${fact.text}.`,
		);
	}

	private equip(row: Row, id: string, title: string): void {
		const tools = make("div", { class: "sp-row sp-result__tools" });
		if (this.comparison) tools.append(this.compareBox(row, id, title), row.beside ?? "");
		if (row.page) tools.append(this.shortlistButton(row, title));
		row.item.append(tools);
		row.equipped = true;
	}

	private compareBox(row: Row, id: string, title: string): HTMLElement {
		const box = make("input", { type: "checkbox", class: "nhsuk-checkboxes__input", id: `compare--${id}` });
		const beside = make("span", {});
		[row.compare, row.beside] = [box, beside];
		box.addEventListener("change", () => {
			if (this.host.compare(id, box.checked)) return;
			box.checked = false;
			const full = `You can compare up to ${MAX_COMPARED}. Take one away first.`;
			beside.replaceChildren(full);
			this.host.say(full);
		});
		const label = make("label", { class: "nhsuk-label nhsuk-checkboxes__label", for: box.id }, "Compare", named(title));
		const item = make("div", { class: "nhsuk-checkboxes__item" }, box, label);
		return make("div", { class: "nhsuk-checkboxes nhsuk-checkboxes--small" }, item);
	}

	private shortlistButton(row: Row, title: string): HTMLButtonElement {
		const made = button("", () => {
			const on = toggle(row.page, title);
			label(on);
			this.host.say(on ? `${title} is on your shortlist.` : `${title} is not on your shortlist.`);
		});
		const label = (on: boolean) => made.replaceChildren(on ? "Take off shortlist" : "Add to shortlist", named(title));
		label(read().some((item) => item.page === row.page));
		return made;
	}
}

/** The part of a name that only listeners need: the others see where the button stands. */
function named(title: string): HTMLElement {
	return make("span", { class: "nhsuk-u-visually-hidden" }, ` ${title}`);
}

/** The places of all parts, the first of each with the part's title. */
function flatten(parts: readonly Part[]): { place: number; title?: string }[] {
	return parts.flatMap(({ title, places }) =>
		places.map((place, i) => (i === 0 ? { place, title: title && `${title} (${places.length})` } : { place })),
	);
}
