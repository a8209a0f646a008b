import { make } from "../worksheet/dom";
import type { Row } from "./row";

/**
 * What a reader sees in the frame of a change: a copy of the first specialty, laid over the list that was there before.
 * It stays unseen until the next change, because then, most often, only what the wishes say about it is new.
 */
export class Front {
	private readonly view = make("div", { class: "sp-front" });
	/** Where the copy stands, to be put over the list. */
	readonly stage = make("div", { class: "sp-stage" }, this.view);
	private first: First | undefined;
	private copy: HTMLElement | undefined;
	private reasons: HTMLElement | undefined;

	/** Shows a copy of the specialty that is first, below the title that stands above it. */
	show(first: First): void {
		const { row, title } = first;
		this.view.classList.toggle("sp-front--shown", row !== undefined);
		if (!row) return;
		if (!this.first || !isSame(first, this.first)) {
			[this.first, this.copy] = [first, row.copy()];
			const list = make("ul", { class: "sp-results" }, this.copy);
			this.view.replaceChildren(...noteOf(first), ...(title ? [heading(title)] : []), list);
		} else this.reasons?.remove();
		this.reasons = row.explain();
		if (this.reasons) this.copy?.append(this.reasons);
	}

	/** Hides it, once the list is drawn. */
	hide(): void {
		this.view.classList.remove("sp-front--shown");
	}
}

/** What stands first: the note on the list, the title above its first part, and the specialty, as far as there are any. */
export interface First {
	readonly note: string;
	readonly row?: Row | undefined;
	readonly title?: string | undefined;
}

/** Whether the same stands first. */
export function isSame(one: First, other: First): boolean {
	return one.row === other.row && one.title === other.title && one.note === other.note;
}

/** The note on the list. */
export function noteOf({ note }: First): HTMLElement[] {
	return note ? [make("p", { class: "nhsuk-body-s sp-quiet" }, note)] : [];
}

/** The title above a part of the list. */
export function heading(title: string): HTMLElement {
	return make("h3", { class: "nhsuk-heading-s" }, title);
}
