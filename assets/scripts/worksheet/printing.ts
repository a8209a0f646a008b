import { findAll, make } from "./dom";

/** The class of a text that stands in for its field on paper. */
const PRINTED = "sp-printed";

/**
 * Prints long texts in full. A field is one box that cannot run over a page, so on paper its words stand in its place;
 * an empty field stays, with lines to write on.
 */
export function printInFull(root: HTMLElement): void {
	window.addEventListener("beforeprint", () => {
		clear(root);
		for (const field of findAll<HTMLTextAreaElement>(root, "textarea")) {
			if (field.value.trim() !== "") field.after(make("div", { class: PRINTED }, field.value));
		}
	});
	window.addEventListener("afterprint", () => clear(root));
}

function clear(root: HTMLElement): void {
	for (const printed of findAll(root, `.${PRINTED}`)) printed.remove();
}
