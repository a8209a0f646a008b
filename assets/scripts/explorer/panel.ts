import { find, findAll } from "../worksheet/dom";
import { type Data, slotOf, UNKNOWN } from "./data";
import type { Found } from "./filter";
import { Later } from "./later";
import type { State, Weight } from "./state";

/** What the panel tells the page: a reader's choice. */
export interface PanelHost {
	typed(text: string): void;
	chose(facet: string, value: string, on: boolean): void;
	weighed(wish: string, weight: Weight | ""): void;
}

/** The checkbox of a facet's value. */
interface Box {
	readonly input: HTMLInputElement;
	readonly facet: string;
	readonly value: string;
	readonly place: readonly [facet: number, slot: number];
	readonly count: HTMLElement | undefined;
}

/** The filters and wishes: form fields that came with the page. They show the state and report what is chosen. */
export class Panel {
	private readonly text: HTMLInputElement | undefined;
	private readonly boxes: Box[] = [];
	private readonly wishes: { readonly select: HTMLSelectElement; readonly wish: string }[];
	private readonly sums: (HTMLElement | undefined)[];
	private readonly sum: HTMLElement | undefined;
	private readonly later = new Later();
	/** What the fields show; at first a browser may have put back what was in them before. */
	private shown: State | undefined;

	constructor(
		private readonly root: HTMLElement,
		private readonly data: Data,
		host: PanelHost,
	) {
		this.text = find<HTMLInputElement>(root, "input[name=text]");
		this.text?.addEventListener("input", () => host.typed(this.text?.value ?? ""));
		data.facets.forEach((facet, f) => {
			for (const input of findAll<HTMLInputElement>(root, `input[name="${facet.id}"]`)) {
				const { value } = input;
				const slot = value === UNKNOWN ? slotOf(facet, -1) : facet.values.findIndex((v) => v.id === value);
				const count = find(input.parentElement ?? root, "[data-count]");
				this.boxes.push({ input, facet: facet.id, value, place: [f, slot], count });
				input.addEventListener("change", () => host.chose(facet.id, value, input.checked));
			}
		});
		this.sums = data.facets.map((facet) => find(root, `[data-facet="${facet.id}"] [data-chosen]`));
		this.sum = find(root, "[data-filters] > summary [data-chosen]");
		this.wishes = findAll<HTMLSelectElement>(root, "[data-wish]").map((select) => ({
			select,
			wish: select.dataset.wish ?? "",
		}));
		// "input" comes before "change": what follows from it is laid out together with the field's own new value.
		for (const { select, wish } of this.wishes)
			select.addEventListener("input", () => host.weighed(wish, select.value as Weight | ""));
		find(root, "form")?.addEventListener("submit", (e) => e.preventDefault());
	}

	/** Opens what holds a choice, and the filters where there is room beside the list. */
	open(state: State, wide: boolean): void {
		const filters = find<HTMLDetailsElement>(this.root, "[data-filters]");
		const used = Object.keys(state.chosen).length > 0 || state.text !== "";
		if (filters) filters.open = wide || used;
		for (const id of Object.keys(state.chosen)) {
			const facet = find<HTMLDetailsElement>(this.root, `[data-facet="${id}"]`);
			if (facet) facet.open = true;
		}
		const matters = find<HTMLDetailsElement>(this.root, "[data-matters]");
		if (matters && Object.keys(state.weights).length > 0) matters.open = true;
	}

	/** Writes the state into the fields, and the counts once the list is on the screen. What is being typed stays. */
	show(state: State, found: Found): void {
		set(this.text, "value", state.text);
		const { shown } = this;
		if (state.chosen !== shown?.chosen)
			for (const { input, facet, value } of this.boxes)
				if (!shown || state.chosen[facet] !== shown.chosen[facet])
					set(input, "checked", state.chosen[facet]?.includes(value) ?? false);
		if (state.weights !== shown?.weights)
			for (const { select, wish } of this.wishes)
				if (!shown || state.weights[wish] !== shown.weights[wish]) set(select, "value", state.weights[wish] ?? "");
		this.shown = state;
		this.later.run(() => this.count(state, found));
	}

	private count(state: State, found: Found): void {
		const counts = found.counts();
		for (const { place, count } of this.boxes) write(count, `(${counts[place[0]]?.[place[1]] ?? 0})`);
		let all = state.text ? 1 : 0;
		this.data.facets.forEach((facet, f) => {
			const number = state.chosen[facet.id]?.length ?? 0;
			all += number;
			write(this.sums[f], number > 0 ? `: ${number} chosen` : "");
		});
		write(this.sum, all > 0 ? `: ${all} chosen` : "");
	}
}

/** Sets only what has changed, so that nothing is laid out anew for nothing. */
export function set<E extends object, K extends keyof E>(element: E | undefined, name: K, value: E[K]): void {
	if (element && element[name] !== value) element[name] = value;
}

/** Writes only what has changed. */
export function write(element: HTMLElement | undefined, words: string): void {
	set(element, "textContent", words);
}
