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
	private first: First = {};
	private copy: HTMLElement | undefined;
	private reasons: HTMLElement | undefined;

	/** Shows a copy of the specialty that is first, below the title that stands above it. */
	show({ row, title }: First): void {
		this.view.classList.toggle("sp-front--shown", row !== undefined);
		if (!row) return;
		if (row !== this.first.row || title !== this.first.title) {
			[this.first, this.copy] = [{ row, title }, row.copy()];
			this.view.replaceChildren(...(title ? [heading(title)] : []), make("ul", { class: "sp-results" }, this.copy));
		} else this.reasons?.remove();
		this.reasons = row.explain();
		if (this.reasons) this.copy?.append(this.reasons);
	}

	/** Hides it, once the list is drawn. */
	hide(): void {
		this.view.classList.remove("sp-front--shown");
	}
}

/** What stands first in the list: the specialty, if there is any, and the title above it, if it has one. */
export interface First {
	readonly row?: Row | undefined;
	readonly title?: string | undefined;
}

/** The title above a part of the list. */
export function heading(title: string): HTMLElement {
	return make("h3", { class: "nhsuk-heading-s" }, title);
}
