import type { Question } from "./definition";

/** A row of a table: the words under each column's id. */
export type Row = Readonly<Record<string, string>>;

/** One answer, as it stands in a save file. Which shape it has depends on the question's type. */
export type Answer =
	| string
	| readonly string[]
	| readonly Row[]
	| Readonly<Record<string, string>>
	| Readonly<Record<string, readonly string[]>>;

/** All answers by question id. A Map, so that no id can meet a property of objects. */
export type Answers = ReadonlyMap<string, Answer>;

/** The longest text a single field keeps: some forty pages, far above any honest answer. */
export const MAX_TEXT_CHARACTERS = 200_000;

/** The most rows a table keeps. */
export const MAX_ROWS = 100;

const DAY = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;

/**
 * Reads a value from outside as the answer to a question: what does not belong is left out, what remains is in the
 * question's own order. Nothing usable gives undefined, which is the same as no answer.
 */
export function clean(question: Question, value: unknown): Answer | undefined {
	switch (question.type) {
		case "short":
		case "long":
			return cleanText(value);
		case "date":
			return cleanDay(value);
		case "one":
			return choice(question.items, value);
		case "many":
			return some(
				(question.items ?? []).map((item) => item.id).filter((id) => Array.isArray(value) && value.includes(id)),
			);
		case "rank":
			return cleanRank(question, value);
		case "scale":
		case "sort":
			return filled((question.items ?? []).map((item) => [item.id, choice(question.points, own(value, item.id))]));
		case "table":
			return cleanTable(question, value);
		case "share":
			return filled(
				(question.audiences ?? []).map((audience) => {
					const ids = own(value, audience.id);
					return [audience.id, some(Array.isArray(ids) ? strings(ids).filter(isSlug) : [])];
				}),
			);
	}
}

function cleanText(value: unknown): string | undefined {
	if (typeof value !== "string" || value.trim() === "") return undefined;
	return value.slice(0, MAX_TEXT_CHARACTERS).replaceAll("\r\n", "\n");
}

function cleanDay(value: unknown): string | undefined {
	if (typeof value !== "string" || !DAY.test(value)) return undefined;
	const day = new Date(`${value}T00:00:00Z`);
	return day.toISOString().startsWith(value) ? value : undefined;
}

function choice(items: readonly { readonly id: string }[] | undefined, value: unknown): string | undefined {
	return items?.find((item) => item.id === value)?.id;
}

function cleanRank(question: Question, value: unknown): Answer | undefined {
	if (!Array.isArray(value)) return undefined;
	const known = new Set((question.items ?? []).map((item) => item.id));
	const order = strings(value).filter((id) => known.delete(id));
	return some(order.slice(0, question.atMost ?? order.length));
}

function cleanTable(question: Question, value: unknown): Answer | undefined {
	if (!Array.isArray(value)) return undefined;
	const rows: Row[] = [];
	for (const entry of value.slice(0, MAX_ROWS)) {
		const row = filled(
			(question.columns ?? []).map((column) => {
				const cell = own(entry, column.id);
				if (column.type === "date") return [column.id, cleanDay(cell)];
				if (column.type === "one") return [column.id, choice(column.options, cell)];
				return [column.id, cleanText(cell)];
			}),
		);
		if (row) rows.push(row as Row);
	}
	return some(rows);
}

/** A property of the value's own, never one of its prototype. */
function own(value: unknown, key: string): unknown {
	return typeof value === "object" && value !== null && Object.hasOwn(value, key)
		? (value as Record<string, unknown>)[key]
		: undefined;
}

function filled<T>(entries: (readonly [string, T | undefined])[]): Record<string, T> | undefined {
	const kept = entries.filter((entry): entry is [string, T] => entry[1] !== undefined);
	return kept.length > 0 ? Object.fromEntries(kept) : undefined;
}

function some<T>(list: readonly T[]): readonly T[] | undefined {
	return list.length > 0 ? list : undefined;
}

function strings(list: readonly unknown[]): string[] {
	return list.filter((item): item is string => typeof item === "string");
}

function isSlug(id: string): boolean {
	return /^[a-z0-9-]{1,100}$/.test(id);
}

/** Whether two answers are the same. Answers are plain data in a fixed order, so their JSON decides. */
export function same(a: Answer | undefined, b: Answer | undefined): boolean {
	return JSON.stringify(a) === JSON.stringify(b);
}
