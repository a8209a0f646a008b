import { read, toggle } from "../shortlist/store";
import { button, find, findAll, make } from "../worksheet/dom";
import type { Data } from "./data";
import type { Part } from "./order";
import { MAX_COMPARED, type State } from "./state";
import { type Outcome, type Reason, reasons } from "./wishes";

/** So many are put on the page at once; the rest on request, so that a list of a thousand stays quick. */
const PORTION = 100;

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
	compare?: HTMLInputElement;
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
	private limit = PORTION;
	private asked?: string;

	/** list holds the items as they came, box is where they go. */
	constructor(
		private readonly data: Data,
		list: HTMLElement,
		private readonly box: HTMLElement,
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
		this.draw(parts, state, key, key === this.asked ? this.limit : PORTION);
	}

	private draw(parts: readonly Part[], state: State, key: string, limit: number): void {
		const same = key === this.asked && limit === this.limit;
		[this.asked, this.limit] = [key, limit];
		const total = parts.reduce((sum, part) => sum + part.places.length, 0);
		const pieces: Node[] = [];
		let left = limit;
		for (const part of parts) {
			const places = part.places.slice(0, left);
			left -= places.length;
			for (const place of places) this.complete(place, state);
			if (same || places.length === 0) continue;
			if (part.title) pieces.push(make("h3", { class: "nhsuk-heading-s" }, `${part.title} (${part.places.length})`));
			pieces.push(make("ul", { class: "sp-results" }, ...places.map((place) => this.rows[place]?.item)));
		}
		if (same) return;
		if (total > limit) pieces.push(this.more(parts, state, key));
		this.box.replaceChildren(...pieces);
	}

	/** The button that puts the rest on the page, and goes to the first of it. */
	private more(parts: readonly Part[], state: State, key: string): HTMLElement {
		const places = parts.flatMap((part) => part.places);
		return button(`Show all ${places.length}`, () => {
			const next = this.rows[places[this.limit] ?? 0]?.item;
			this.draw(parts, state, key, places.length);
			if (next) find(next, "a")?.focus();
		});
	}

	/** Puts into one specialty what the state asks for, and no more than has changed. */
	private complete(place: number, state: State): void {
		const row = this.rows[place];
		const entry = this.data.entries[place];
		if (!row || !entry) return;
		if (!row.compare) this.equip(row, entry.id, entry.title);
		if (row.compare) row.compare.checked = state.compare.includes(entry.id);
		if (row.why === state.weights) return;
		row.why = state.weights;
		row.reasons?.remove();
		const found = reasons(this.data, entry, state.weights);
		if (found.length === 0) return;
		row.reasons = make("ul", { class: "sp-why" }, ...found.map((reason) => this.reason(reason)));
		find(row.item, ".sp-result__facts")?.after(row.reasons);
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
		const box = make("input", { type: "checkbox", class: "nhsuk-checkboxes__input", id: `compare--${id}` });
		box.addEventListener("change", () => {
			if (!this.host.compare(id, box.checked)) box.checked = false;
		});
		row.compare = box;
		const label = make("label", { class: "nhsuk-label nhsuk-checkboxes__label", for: box.id }, "Compare", named(title));
		const item = make("div", { class: "nhsuk-checkboxes__item" }, box, label);
		const tools = make("div", { class: "sp-row sp-result__tools" });
		tools.append(make("div", { class: "nhsuk-checkboxes nhsuk-checkboxes--small" }, item));
		if (row.page) tools.append(this.shortlistButton(row, title));
		row.item.append(tools);
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

	/** Says that no more can be compared. */
	static full(): string {
		return `You can compare up to ${MAX_COMPARED}. Take one away first.`;
	}
}

/** The part of a name that only listeners need: the others see where the button stands. */
function named(title: string): HTMLElement {
	return make("span", { class: "nhsuk-u-visually-hidden" }, ` ${title}`);
}
