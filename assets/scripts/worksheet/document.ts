import type { Answer, Answers, Row } from "./answers";
import { type Column, type Definition, type Question, wordsOf } from "./definition";
import { type Picture, picturesOf } from "./picture";
import type { Store } from "./store";

/** One piece of a document. Word, PDF, plain text and the preview on the page are all made from the same pieces. */
export type Block =
	| { readonly kind: "heading"; readonly level: 2 | 3 | 4; readonly text: string }
	| { readonly kind: "text"; readonly text: string }
	| { readonly kind: "quiet"; readonly text: string }
	| { readonly kind: "list"; readonly ordered: boolean; readonly items: readonly string[] }
	| { readonly kind: "table"; readonly head: readonly string[]; readonly rows: readonly (readonly string[])[] }
	| { readonly kind: "picture"; readonly picture: Picture }
	| { readonly kind: "record"; readonly title: string; readonly fields: readonly Field[] };

/** One field of a record: what was asked, and the answer. */
export interface Field {
	readonly name: string;
	readonly text: string;
}

/** The head of the table that a scale makes; its rows read just as well as "item: answer". */
export const SCALE_HEAD: readonly string[] = ["Item", "My answer"];

/** A document to hand over: a title, lines about it, and its pieces. */
export interface Sheet {
	readonly title: string;
	readonly about: readonly string[];
	readonly blocks: readonly Block[];
}

/** What goes into a document. */
export interface Selection {
	/** Whether a question goes in; without it all of them do. */
	readonly include?: (question: Question) => boolean;
	/** Whether questions without an answer are listed too. */
	readonly unanswered?: boolean;
	/** Whether pictures of the answers stand at the beginning. */
	readonly overview?: boolean;
	/** Answers to questions that the worksheet no longer has, to stand at the end. */
	readonly gone?: ReadonlyMap<string, unknown>;
	/** Lines under the title, before the date. */
	readonly about?: readonly string[];
	/** The day printed on the document. */
	readonly day: Date;
}

/** Words for a day as people in the UK write it; the text itself when it is not a day. */
export function dayWords(day: string): string {
	const date = new Date(`${day}T00:00:00Z`);
	if (Number.isNaN(date.getTime())) return day;
	return date.toLocaleDateString("en-GB", {
		day: "numeric",
		month: "long",
		year: "numeric",
		timeZone: "UTC",
	});
}

/** Makes the document of all answers; where there are none, of all questions. */
export function sheetOf(store: Store, day: Date): Sheet {
	return compose(store.definition, store.answers, {
		day,
		unanswered: store.answers.size === 0,
		overview: true,
		gone: store.gone,
	});
}

/** Makes the document of the answers: sections and questions in the worksheet's order. */
export function compose(definition: Definition, answers: Answers, selection: Selection): Sheet {
	const blocks: Block[] = selection.overview ? glance(definition, answers) : [];
	for (const section of definition.sections) {
		const inside: Block[] = [];
		for (const question of section.questions) {
			if (selection.include && !selection.include(question)) continue;
			const answer = answers.get(question.id);
			if (answer === undefined && !selection.unanswered) continue;
			inside.push({ kind: "heading", level: 3, text: question.ask });
			if (answer === undefined) inside.push({ kind: "quiet", text: "Not answered" });
			else inside.push(...blocksOf(definition, question, answer));
		}
		if (inside.length > 0) blocks.push({ kind: "heading", level: 2, text: section.title }, ...inside);
	}
	if (selection.gone) blocks.push(...leftOver(selection.gone));
	if (blocks.length === 0) blocks.push({ kind: "quiet", text: "There are no answers yet." });
	const day = selection.day.toLocaleDateString("en-GB", {
		day: "numeric",
		month: "long",
		year: "numeric",
	});
	return {
		title: definition.title,
		about: [...(selection.about ?? []), `Made on ${day}`],
		blocks,
	};
}

/** Answers whose questions are gone, as they were saved: nobody knows any more what their ids stood for. */
export function leftOver(gone: ReadonlyMap<string, unknown>): Block[] {
	if (gone.size === 0) return [];
	const blocks = [...gone].flatMap(([id, value]): Block[] => [
		{ kind: "heading", level: 3, text: id },
		{ kind: "text", text: typeof value === "string" ? value : JSON.stringify(value) },
	]);
	return [
		{ kind: "heading", level: 2, text: "Answers to questions that are no longer asked" },
		{ kind: "quiet", text: "The worksheet has been revised. These answers are kept as they were saved." },
		...blocks,
	];
}

/** The pictures, before everything else: what somebody sees who has five minutes. */
function glance(definition: Definition, answers: Answers): Block[] {
	const pictures = picturesOf(definition, answers);
	if (pictures.length === 0) return [];
	return [
		{ kind: "heading", level: 2, text: "At a glance" },
		{ kind: "quiet", text: "This is what was written, drawn. It is not a result, and nothing is counted up." },
		...pictures.flatMap((picture): Block[] => [
			{ kind: "heading", level: 3, text: picture.title },
			{ kind: "picture", picture },
		]),
	];
}

function blocksOf(definition: Definition, question: Question, answer: Answer): Block[] {
	switch (question.type) {
		case "short":
		case "long":
			return paragraphs(answer as string);
		case "date":
			return [{ kind: "text", text: dayWords(answer as string) }];
		case "one":
			return [{ kind: "text", text: wordsOf(question.items, answer as string) }];
		case "many":
		case "rank":
			return [
				{
					kind: "list",
					ordered: question.type === "rank",
					items: (answer as string[]).map((id) => wordsOf(question.items, id)),
				},
			];
		case "scale":
			return [scale(question, answer as Record<string, string>)];
		case "sort":
			return sort(question, answer as Record<string, string>);
		case "table":
			return table(question, answer as readonly Row[]);
		case "share":
			return share(definition, question, answer as Record<string, string[]>);
	}
}

/** Paragraphs as typed: an empty line parts them, a single line break stays inside. */
function paragraphs(text: string): Block[] {
	return text
		.split(/\n\s*\n/)
		.map((part) => part.trim())
		.filter((part) => part !== "")
		.map((part) => ({ kind: "text", text: part }));
}

function scale(question: Question, answer: Record<string, string>): Block {
	return {
		kind: "table",
		head: SCALE_HEAD,
		rows: (question.items ?? [])
			.filter((item) => answer[item.id] !== undefined)
			.map((item) => [item.text, wordsOf(question.points, answer[item.id] ?? "")]),
	};
}

function sort(question: Question, answer: Record<string, string>): Block[] {
	return (question.points ?? []).flatMap((pile): Block[] => {
		const cards = (question.items ?? []).filter((item) => answer[item.id] === pile.id);
		if (cards.length === 0) return [];
		return [
			{ kind: "heading", level: 4, text: pile.text },
			{ kind: "list", ordered: false, items: cards.map((card) => card.text) },
		];
	});
}

function cell(column: Column, row: Row): string {
	const value = row[column.id] ?? "";
	if (value === "") return "";
	if (column.type === "date") return dayWords(value);
	if (column.type === "one") return wordsOf(column.options, value);
	return value;
}

/** Few and short columns make a table; many or long ones are easier to read one record after another. */
function table(question: Question, rows: readonly Row[]): Block[] {
	const columns = question.columns ?? [];
	if (columns.length <= 4) {
		return [
			{
				kind: "table",
				head: columns.map((column) => column.ask),
				rows: rows.map((row) => columns.map((column) => cell(column, row))),
			},
		];
	}
	return rows.map((row, i) => {
		const [first, ...rest] = columns;
		const name = first ? cell(first, row) : "";
		const number = `${capital(question.row ?? "row")} ${i + 1}`;
		return {
			kind: "record",
			title: name === "" ? number : `${number}: ${name}`,
			fields: rest
				.map((column) => ({ name: column.ask, text: cell(column, row) }))
				.filter((field) => field.text !== ""),
		};
	});
}

function share(definition: Definition, question: Question, answer: Record<string, string[]>): Block[] {
	return (question.audiences ?? []).map((audience) => {
		const titles = definition.sections
			.filter((section) => answer[audience.id]?.includes(section.id))
			.map((section) => section.title);
		const what = titles.length > 0 ? titles.join("; ") : "nothing";
		return { kind: "text", text: `${audience.text}: ${what}` };
	});
}

/** The words with a capital at the start. */
export function capital(words: string): string {
	return words.charAt(0).toUpperCase() + words.slice(1);
}
