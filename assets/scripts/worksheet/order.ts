import type { Answer } from "./answers";
import type { Board, BoardHost } from "./board";
import type { Item, Question } from "./definition";
import { button, find, make } from "./dom";
import { onFirstTouch } from "./touch";

/** Puts a few things in order: buttons to take one in, move it up or down and take it out, or dragging. */
export class OrderBoard implements Board {
	private readonly chosen = make("ol", { class: "sp-order" });
	private readonly rest = make("ul", { class: "sp-order sp-order--rest" });
	private readonly restName = make("p", { class: "sp-pile__name" }, "Not in the order");
	private readonly empty = make("p", { class: "sp-quiet" }, "Nothing is in the order yet.");
	private readonly back: HTMLButtonElement;
	private readonly past: (readonly string[])[] = [];
	private readonly rows = new Map<string, HTMLElement>();
	private order: readonly string[] = [];
	private moving = false;

	constructor(
		root: HTMLElement,
		private readonly question: Question,
		private readonly host: BoardHost,
	) {
		this.back = button("Undo the last move", () => this.undo(), { hidden: true });
		const board = make(
			"div",
			{ class: "sp-board" },
			make("div", { class: "sp-pile" }, make("p", { class: "sp-pile__name" }, "My order"), this.empty, this.chosen),
			make("div", { class: "sp-pile sp-pile--loose" }, this.restName, this.rest),
			this.back,
		);
		for (const item of question.items ?? []) this.rows.set(item.id, this.row(item));
		find(root, ".sp-choices")?.before(board);
		root.classList.add("sp-question--board");
		this.show(undefined);
		onFirstTouch(board, async () => {
			const { dragRows } = await import("./drag");
			dragRows([...this.rows.values()], this.chosen, this.rest, (id, before) => this.drop(id, before));
		});
	}

	show(answer: Answer | undefined): void {
		this.order = (answer as readonly string[] | undefined) ?? [];
		// What came from elsewhere, like a file, is not undone move by move.
		if (!this.moving) this.past.length = 0;
		const rest = (this.question.items ?? []).filter((item) => !this.order.includes(item.id));
		this.chosen.append(...this.order.flatMap((id) => this.rows.get(id) ?? []));
		this.rest.append(...rest.flatMap((item) => this.rows.get(item.id) ?? []));
		for (const [id, row] of this.rows) {
			const place = this.order.indexOf(id);
			row.dataset.place = place < 0 ? "" : String(place + 1);
			this.allow(row, "Put in", place < 0 && this.order.length < this.places);
			this.allow(row, "Up", place > 0);
			this.allow(row, "Down", place >= 0 && place < this.order.length - 1);
			this.allow(row, "Take out", place >= 0);
		}
		this.empty.hidden = this.order.length > 0;
		this.restName.hidden = rest.length === 0;
		this.back.hidden = this.past.length === 0;
	}

	private get places(): number {
		return this.question.atMost ?? this.question.items?.length ?? 0;
	}

	private allow(row: HTMLElement, act: string, possible: boolean): void {
		const pressed = find<HTMLButtonElement>(row, `[data-move="${act}"]`);
		if (pressed) pressed.hidden = !possible;
	}

	private row(item: Item): HTMLElement {
		const tool = (act: string, run: () => void) => {
			const made = button(act, run, { "data-move": act });
			made.append(make("span", { class: "nhsuk-u-visually-hidden" }, ` ${item.text}`));
			return made;
		};
		return make(
			"li",
			{ class: "sp-card sp-card--row", "data-card": item.id },
			make("span", { class: "sp-card__name" }, item.text),
			make(
				"span",
				{ class: "sp-card__tools" },
				tool("Put in", () => this.to(item.id, this.order.length, "Up")),
				tool("Up", () => this.to(item.id, this.order.indexOf(item.id) - 1, "Up")),
				tool("Down", () => this.to(item.id, this.order.indexOf(item.id) + 1, "Down")),
				tool("Take out", () => this.to(item.id, -1, "Put in")),
			),
		);
	}

	/** Moves a thing to a place counted from 0; -1 takes it out. Then the focus goes to the button that was used, or to
	 * the nearest that can be used now. */
	private to(id: string, place: number, again: string): void {
		const others = this.order.filter((one) => one !== id);
		if (place >= 0 && others.length >= this.places) {
			this.host.say(`There are only ${this.places} places. Take one out first.`);
			return;
		}
		const next = place < 0 ? others : [...others.slice(0, place), id, ...others.slice(place)];
		this.past.push(this.order);
		this.change(next);
		const row = this.rows.get(id);
		const words = this.question.items?.find((item) => item.id === id)?.text ?? id;
		this.host.say(place < 0 ? `${words}: taken out.` : `${words}: place ${next.indexOf(id) + 1} of ${next.length}.`);
		if (!row) return;
		const same = find(row, `[data-move="${again}"]:not([hidden])`);
		(same ?? find(row, "[data-move]:not([hidden])"))?.focus();
	}

	private change(order: readonly string[]): void {
		this.moving = true;
		this.host.changed(order);
		this.show(order);
		this.moving = false;
	}

	private drop(id: string, before: string | undefined | null): void {
		if (before === undefined) {
			this.to(id, -1, "Put in");
			return;
		}
		const others = this.order.filter((one) => one !== id);
		const place = before === null ? others.length : others.indexOf(before);
		this.to(id, place < 0 ? others.length : place, "Up");
	}

	private undo(): void {
		const before = this.past.pop();
		if (!before) return;
		this.change(before);
		this.host.say("The last move is undone.");
		if (this.back.hidden) find(this.rest, "button:not([hidden])")?.focus();
	}
}
