import type { Answers, Row } from "./answers";
import { type Definition, type Question, questionsOf, wordsOf } from "./definition";

/** One line of a picture: its name, and in which columns it has a mark. */
export interface Line {
	readonly name: string;
	readonly marks: readonly number[];
	/** What is written in each column, where that is more than a mark. */
	readonly cells?: readonly string[];
}

/**
 * A quiet picture of one answer. There are two: marks in columns (what lies in which pile, what was rated how, what is
 * written about each option), and a ladder (what comes first). Neither counts anything up or ranks a person.
 */
export interface Picture {
	readonly question: Question;
	readonly title: string;
	readonly kind: "columns" | "ladder";
	readonly columns: readonly string[];
	readonly lines: readonly Line[];
}

/** A table with fewer columns than this says all there is to see by itself. */
const MIN_COLUMNS = 4;

/** The pictures that can be drawn from the answers, in the worksheet's order. */
export function picturesOf(definition: Definition, answers: Answers): Picture[] {
	return questionsOf(definition).flatMap((question): Picture[] => {
		const answer = answers.get(question.id);
		if (answer === undefined) return [];
		if (question.type === "sort" || question.type === "scale")
			return [columns(question, answer as Record<string, string>)];
		if (question.type === "rank") return [ladder(question, answer as string[])];
		if (question.type === "table" && (question.columns?.length ?? 0) >= MIN_COLUMNS)
			return [gaps(question, answer as readonly Row[])];
		return [];
	});
}

/** Things in the order of where they lie, so that what belongs together stands together. */
function columns(question: Question, answer: Record<string, string>): Picture {
	const points = question.points ?? [];
	const lines = points.flatMap((point, i) =>
		(question.items ?? [])
			.filter((item) => answer[item.id] === point.id)
			.map((item): Line => ({ name: item.text, marks: [i] })),
	);
	return { question, title: question.ask, kind: "columns", columns: points.map((p) => p.text), lines };
}

function ladder(question: Question, order: readonly string[]): Picture {
	const lines = order.map((id, i): Line => ({ name: wordsOf(question.items, id), marks: [i] }));
	return { question, title: question.ask, kind: "ladder", columns: [], lines };
}

/** Which fields of each row hold something: an option about which all is assumed and nothing known can be seen. */
function gaps(question: Question, rows: readonly Row[]): Picture {
	const [first, ...rest] = question.columns ?? [];
	const fields = rest.filter((column) => column.type === "long");
	const lines = rows.map((row, i): Line => {
		const marks = fields.flatMap((column, c) => (row[column.id] ? [c] : []));
		const name = row[first?.id ?? ""] ?? `${question.row ?? "row"} ${i + 1}`;
		return { name, marks, cells: fields.map((column) => row[column.id] ?? "") };
	});
	return { question, title: question.ask, kind: "columns", columns: fields.map((c) => c.ask), lines };
}

/** One sentence for whoever cannot see the picture; the table beside it says the rest. */
export function altOf(picture: Picture): string {
	if (picture.question.type === "table") {
		const each = picture.lines.map((line) => {
			const open = picture.columns.filter((_, i) => !line.marks.includes(i));
			return `${line.name}: ${open.length === 0 ? "something is written everywhere" : `nothing yet about ${open.join(", ")}`}`;
		});
		return `${picture.title} ${each.join(". ")}.`;
	}
	return `${picture.title} ${tableOf(picture)
		.rows.map((row) => row.join(": "))
		.join(". ")}.`;
}

/** The picture in words: what a table of it holds, and what is read aloud. */
export function tableOf(picture: Picture): { head: string[]; rows: string[][] } {
	if (picture.kind === "ladder")
		return { head: ["Place", "What"], rows: picture.lines.map((line, i) => [String(i + 1), line.name]) };
	if (picture.question.type === "table") {
		const cell = (line: Line, i: number) => line.cells?.[i] || "Nothing yet";
		return {
			head: ["Side by side", ...picture.lines.map((line) => line.name)],
			rows: picture.columns.map((column, i) => [column, ...picture.lines.map((line) => cell(line, i))]),
		};
	}
	return {
		head: ["Where", "What"],
		rows: picture.columns.flatMap((column, i) => {
			const names = picture.lines.filter((line) => line.marks.includes(i)).map((line) => line.name);
			return names.length > 0 ? [[column, names.join("; ")]] : [];
		}),
	};
}
