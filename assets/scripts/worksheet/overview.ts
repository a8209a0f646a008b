import type { Desk } from "./desk";
import { make } from "./dom";
import { draw, type Pen } from "./drawing";
import { altOf, type Picture, picturesOf, tableOf } from "./picture";
import { render } from "./render";
import type { Store } from "./store";

const SVG = "http://www.w3.org/2000/svg";

/** Shows the overview in the last section. */
export function showOverview(desk: Desk): void {
	const pictures = overview(desk.store, "h4");
	if (pictures.length === 0) {
		desk.tell("There is nothing to draw yet. Sort some cards, rate something or write down your options first.");
		return;
	}
	const heading = make("h4", { class: "nhsuk-heading-s", tabindex: "-1" }, "At a glance");
	desk.tell(
		heading,
		make("p", {}, "This is what you wrote, drawn. It is not a result, and nothing is counted up."),
		...pictures,
	);
	heading.focus();
}

/** The pictures of all answers that can be drawn, each with the same in a table. */
export function overview(store: Store, level: "h4" | "h5"): HTMLElement[] {
	return picturesOf(store.definition, store.answers).map((picture) => figure(picture, level));
}

function figure(picture: Picture, level: "h4" | "h5"): HTMLElement {
	const table = tableOf(picture);
	return make(
		"div",
		{ class: "sp-picture" },
		make(level, {}, picture.title),
		// On a phone it keeps a size that can be read, and is pushed sideways.
		make(
			"div",
			{ class: "sp-scroll", tabindex: "0", role: "region", "aria-label": `Drawing: ${picture.title}` },
			svg(picture, altOf(picture)),
		),
		make(
			"details",
			{ class: "nhsuk-details" },
			make(
				"summary",
				{ class: "nhsuk-details__summary" },
				make("span", { class: "nhsuk-details__summary-text" }, "The same as a table"),
			),
			make("div", { class: "nhsuk-details__text" }, ...render([{ kind: "table", ...table }], 0)),
		),
	);
}

/** Draws in the colours of the page's text, so that dark mode and forced colours need nothing more. */
function svg(picture: Picture, words: string): Node & ChildNode & HTMLElement {
	const root = document.createElementNS(SVG, "svg");
	const add = (name: string, attributes: Record<string, string | number>, text = "") => {
		const element = document.createElementNS(SVG, name);
		for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, String(value));
		element.textContent = text;
		root.append(element);
	};
	const pen: Pen = {
		text: (text, x, y, style) =>
			add(
				"text",
				{
					x,
					y,
					"font-size": style.size,
					...(style.bold && { "font-weight": 600 }),
					...(style.middle && { "text-anchor": "middle" }),
					fill: "currentColor",
				},
				text,
			),
		dot: (cx, cy, r, filled) =>
			add("circle", {
				cx,
				cy,
				r,
				class: filled ? "sp-dot sp-dot--on" : "sp-dot",
				fill: filled ? "currentColor" : "none",
				stroke: "currentColor",
			}),
		line: (x1, y1, x2, y2) =>
			add("line", { x1, y1, x2, y2, stroke: "currentColor", "stroke-width": 0.5, class: "sp-rule" }),
	};
	const { width, height } = draw(picture, pen);
	root.setAttribute("viewBox", `0 0 ${width} ${height}`);
	root.setAttribute("role", "img");
	root.setAttribute("aria-label", words);
	root.setAttribute("class", "sp-picture__drawing");
	return root as unknown as HTMLElement;
}
