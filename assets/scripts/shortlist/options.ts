import type { Row } from "../worksheet/answers";
import { type Question, questionsOf } from "../worksheet/definition";
import { button, find, make } from "../worksheet/dom";
import type { Store } from "../worksheet/store";
import { type Item, read } from "./store";

/** The column that holds an option's name; a table that has it can take a shortlist. */
const OPTION = "option";

/** What kind of change an option is, by the folder of its page. */
const KINDS: Readonly<Record<string, string>> = { specialties: "specialty", beyond: "outside" };

/** The rows that a shortlist adds to a table of options: those that are not there yet, in the shortlist's order. */
export function rowsOf(question: Question, items: readonly Item[], present: readonly Row[]): Row[] {
	const columns = new Map((question.columns ?? []).map((column) => [column.id, column]));
	const named = new Set(present.map((row) => row[OPTION]?.trim().toLowerCase()));
	return items
		.filter((item) => !named.has(item.title.trim().toLowerCase()))
		.map((item) => {
			const kind = KINDS[item.page.split("/")[0] ?? ""] ?? "";
			const fits = columns.get("kind")?.options?.some((option) => option.id === kind);
			return {
				[OPTION]: item.title,
				...(fits && { kind }),
				...(columns.has("attracts") && item.why.trim() !== "" && { attracts: item.why }),
			};
		});
}

/** Offers the shortlist above the worksheet's table of options. Nothing is added before the reader asks for it. */
export function offerShortlist(root: HTMLElement, store: Store): void {
	const question = questionsOf(store.definition).find(
		(q) => q.type === "table" && q.columns?.some((column) => column.id === OPTION),
	);
	const table = question && find(root, `[data-question="${question.id}"] .sp-records`);
	const items = read();
	if (!question || !table || items.length === 0) return;
	const said = make("p", { role: "status" });
	const add = button("Add my shortlist to my options", () => {
		const present = (store.answers.get(question.id) ?? []) as readonly Row[];
		const rows = rowsOf(question, items, present);
		if (rows.length > 0) store.set(question.id, [...present, ...rows]);
		said.textContent = rows.length > 0 ? `Added: ${rows.map((row) => row[OPTION]).join(", ")}.` : "They are all there.";
	});
	const names = items.map((item) => item.title).join(", ");
	table.before(
		make(
			"div",
			{ class: "sp-noprint", "data-shortlisted": true },
			make("p", {}, `On your shortlist: ${names}.`),
			add,
			said,
		),
	);
}
