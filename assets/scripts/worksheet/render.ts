import type { Block } from "./document";
import { make } from "./dom";
import { tableOf } from "./picture";

const HEADINGS = ["h2", "h3", "h4", "h5", "h6"] as const;

/** Shows a document on the page. Headings stand `deeper` levels below where the document has them. */
export function render(blocks: readonly Block[], deeper: number): HTMLElement[] {
	return blocks.map((b) => element(b, deeper));
}

function element(b: Block, deeper: number): HTMLElement {
	switch (b.kind) {
		case "heading":
			return make(HEADINGS[b.level - 2 + deeper] ?? "h6", {}, b.text);
		case "text":
			return make("p", { class: "sp-typed" }, b.text);
		case "quiet":
			return make("p", { class: "sp-quiet" }, b.text);
		case "list":
			return b.ordered
				? make("ol", { class: "nhsuk-list nhsuk-list--number" }, ...items(b.items))
				: make("ul", { class: "nhsuk-list nhsuk-list--bullet" }, ...items(b.items));
		case "table":
			return table(b.head, b.rows);
		case "picture":
			return table(tableOf(b.picture).head, tableOf(b.picture).rows);
		case "record":
			return make(
				"div",
				{ class: "sp-typed-record" },
				make(HEADINGS[2 + deeper] ?? "h6", {}, b.title),
				make(
					"dl",
					{ class: "nhsuk-summary-list" },
					...b.fields.map((f) =>
						make(
							"div",
							{ class: "nhsuk-summary-list__row" },
							make("dt", { class: "nhsuk-summary-list__key" }, f.name),
							make("dd", { class: "nhsuk-summary-list__value sp-typed" }, f.text),
						),
					),
				),
			);
	}
}

function items(list: readonly string[]): HTMLElement[] {
	return list.map((item) => make("li", {}, item));
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): HTMLElement {
	return make(
		"div",
		{ class: "sp-scroll" },
		make(
			"table",
			{ class: "nhsuk-table" },
			make("thead", { class: "nhsuk-table__head" }, make("tr", {}, ...head.map(header))),
			make(
				"tbody",
				{ class: "nhsuk-table__body" },
				...rows.map((row) =>
					make(
						"tr",
						{ class: "nhsuk-table__row" },
						...row.map((cell) => make("td", { class: "nhsuk-table__cell sp-typed" }, cell)),
					),
				),
			),
		),
	);
}

function header(words: string): HTMLElement {
	return make("th", { class: "nhsuk-table__header", scope: "col" }, words);
}
