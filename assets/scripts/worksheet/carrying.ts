import type { Row } from "./answers";
import { type Question, questionsOf } from "./definition";
import type { Desk } from "./desk";
import { button, find, findAll, make } from "./dom";
import type { SaveFile } from "./savefile";

/** Something of another worksheet that can be brought into a question of this one. */
export interface Piece {
	readonly question: Question;
	readonly words: string;
	readonly value: string | Row;
}

/** What a file of another worksheet has for this one: rows one by one, texts as a whole. */
export function piecesOf(questions: readonly Question[], file: SaveFile): Piece[] {
	const answers = new Map(file.answers);
	return questions.flatMap((question): Piece[] => {
		const [worksheet, id] = (question.carry ?? "").split("/");
		const value = worksheet === file.worksheet ? answers.get(id ?? "") : undefined;
		if (typeof value === "string" && (question.type === "long" || question.type === "short"))
			return value.trim() === "" ? [] : [{ question, words: value, value }];
		if (!Array.isArray(value) || question.type !== "table") return [];
		return value.flatMap((row: unknown): Piece[] => {
			const kept = rowOf(question, row);
			const words = Object.values(kept)[0];
			return words ? [{ question, words, value: kept }] : [];
		});
	});
}

/** The fields of a row that this question has too. What they hold is judged later, by the store. */
function rowOf(question: Question, row: unknown): Row {
	if (typeof row !== "object" || row === null) return {};
	const entries = (question.columns ?? []).flatMap((column) => {
		const value = Object.hasOwn(row, column.id) ? (row as Record<string, unknown>)[column.id] : undefined;
		return typeof value === "string" && value.trim() !== "" ? [[column.id, value]] : [];
	});
	return Object.fromEntries(entries);
}

/** The answers with pieces added at the end: rows after rows, texts after an empty line. What is there stays. */
export function withPieces(
	entries: Iterable<readonly [string, unknown]>,
	pieces: readonly Piece[],
): [string, unknown][] {
	const all = new Map(entries);
	for (const { question, value } of pieces) {
		const before = all.get(question.id);
		if (typeof value !== "string") all.set(question.id, [...(Array.isArray(before) ? before : []), value]);
		else all.set(question.id, typeof before === "string" ? `${before}\n\n${value}` : value);
	}
	return [...all];
}

/** Offers to bring over answers from another worksheet's file; says whether there was anything to offer. */
export function offerToCarry(desk: Desk, file: SaveFile): boolean {
	const pieces = piecesOf(questionsOf(desk.store.definition), file);
	if (pieces.length === 0) return false;
	const groups = [...new Set(pieces.map((piece) => piece.question))];
	const form = make("div", {}, ...groups.map((question) => group(question, pieces)));
	const bring = button(
		"Bring over what is ticked",
		() => {
			const ticked = findAll<HTMLInputElement>(form, "input:checked").map((input) => Number(input.value));
			const chosen = pieces.filter((_, i) => ticked.includes(i));
			if (chosen.length === 0) {
				find(form, "input")?.focus();
				return;
			}
			desk.swap(withPieces(desk.store.entries(), chosen), "It is on the page, after what was there before.");
		},
		{ class: "nhsuk-button nhsuk-button--small" },
	);
	desk.tell(
		make("p", {}, make("strong", {}, "This file belongs to another worksheet, from which you can bring these over.")),
		form,
		make(
			"div",
			{ class: "nhsuk-button-group" },
			bring,
			button("Bring nothing over", () => desk.tell("Nothing was brought over.")),
		),
	);
	find(form, "input")?.focus();
	return true;
}

function group(question: Question, pieces: readonly Piece[]): HTMLElement {
	return make(
		"fieldset",
		{ class: "nhsuk-fieldset sp-sharing__section" },
		make("legend", { class: "nhsuk-fieldset__legend nhsuk-fieldset__legend--s" }, question.ask),
		make(
			"div",
			{ class: "nhsuk-checkboxes nhsuk-checkboxes--small" },
			...pieces.flatMap((piece, i) => {
				if (piece.question !== question) return [];
				const id = `carry-${i}`;
				return make(
					"div",
					{ class: "nhsuk-checkboxes__item" },
					make("input", { class: "nhsuk-checkboxes__input", type: "checkbox", id, value: String(i) }),
					make("label", { class: "nhsuk-label nhsuk-checkboxes__label", for: id }, short(piece.words)),
				);
			}),
		),
	);
}

function short(words: string): string {
	return words.length > 120 ? `${words.slice(0, 117)}…` : words;
}
