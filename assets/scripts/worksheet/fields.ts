import type { Answer, Row } from "./answers";
import type { Question } from "./definition";
import { find, findAll } from "./dom";

type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

const FIELDS = "input, textarea, select";

/** Reads what stands in a question's own fields, whatever its type. The store decides what of it is an answer. */
export function read(root: HTMLElement, question: Question): unknown {
	switch (question.type) {
		case "short":
		case "long":
		case "date":
			return find<Field>(root, FIELDS)?.value;
		case "one":
			return ticked(root)[0];
		case "many":
			return ticked(root);
		case "scale":
		case "sort":
			return byKey(root, "item", (row) => ticked(row)[0]);
		case "share":
			return byKey(root, "audience", ticked);
		case "rank":
			return readRank(root);
		case "table":
			return findAll(root, "[data-row]").map((row) => byKey(row, "column", (cell) => (cell as Field).value));
	}
}

/** Puts an answer into a question's own fields; undefined empties them. */
export function write(root: HTMLElement, question: Question, answer: Answer | undefined): void {
	switch (question.type) {
		case "short":
		case "long":
		case "date":
			for (const field of findAll<Field>(root, FIELDS)) field.value = (answer as string | undefined) ?? "";
			return;
		case "one":
			tick(root, answer === undefined ? [] : [answer as string]);
			return;
		case "many":
			tick(root, (answer as readonly string[] | undefined) ?? []);
			return;
		case "scale":
		case "sort":
			for (const row of findAll(root, "[data-item]")) {
				const point = (answer as Record<string, string> | undefined)?.[row.dataset.item ?? ""];
				tick(row, point === undefined ? [] : [point]);
			}
			return;
		case "share":
			for (const row of findAll(root, "[data-audience]")) {
				const ids = answer as Record<string, readonly string[]> | undefined;
				tick(row, ids?.[row.dataset.audience ?? ""] ?? []);
			}
			return;
		case "rank": {
			const order = (answer as readonly string[] | undefined) ?? [];
			for (const select of findAll<HTMLSelectElement>(root, "[data-item]")) {
				const place = order.indexOf(select.dataset.item ?? "") + 1;
				select.value = place > 0 ? String(place) : "";
			}
			return;
		}
		case "table":
			writeTable(root, (answer as readonly Row[] | undefined) ?? []);
	}
}

function writeTable(root: HTMLElement, rows: readonly Row[]): void {
	findAll(root, "[data-row]").forEach((element, i) => {
		for (const cell of findAll<Field>(element, "[data-column]"))
			cell.value = rows[i]?.[cell.dataset.column ?? ""] ?? "";
	});
}

function ticked(root: HTMLElement): string[] {
	return findAll<HTMLInputElement>(root, "input:checked").map((i) => i.value);
}

function tick(root: HTMLElement, values: readonly string[]): void {
	for (const input of findAll<HTMLInputElement>(root, "input")) input.checked = values.includes(input.value);
}

function byKey<T>(
	root: HTMLElement,
	key: "item" | "audience" | "column",
	value: (element: HTMLElement) => T,
): Record<string, T> {
	return Object.fromEntries(
		findAll(root, `[data-${key}]`).map((element) => [element.dataset[key] ?? "", value(element)]),
	);
}

/** Two things on the same place keep the order they are listed in. */
function readRank(root: HTMLElement): string[] {
	return findAll<HTMLSelectElement>(root, "[data-item]")
		.filter((select) => select.value !== "")
		.sort((a, b) => Number(a.value) - Number(b.value))
		.map((select) => select.dataset.item ?? "");
}
