import { findAll, make } from "./dom";

/**
 * Prints long texts in full. A field is one box that cannot run over a page, so on paper its words stand in its place,
 * in an element of the class; an empty field stays, with lines to write on.
 */
export function printInFull(root: HTMLElement, printed = "sp-printed"): void {
	window.addEventListener("beforeprint", () => {
		clear(root, printed);
		for (const field of findAll<HTMLTextAreaElement>(root, "textarea")) {
			if (field.value.trim() !== "") field.after(make("div", { class: printed }, field.value));
		}
	});
	window.addEventListener("afterprint", () => clear(root, printed));
}

function clear(root: HTMLElement, printed: string): void {
	for (const text of findAll(root, `.${printed}`)) text.remove();
}
