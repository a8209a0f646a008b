/** One thing a question is about: an option, a row, a card. */
export interface Item {
	readonly id: string;
	readonly text: string;
	readonly prompts?: readonly string[];
}

/** One field of the rows of a table question. */
export interface Column {
	readonly id: string;
	readonly ask: string;
	readonly type: "short" | "long" | "date" | "one";
	readonly hint?: string;
	readonly options?: readonly Item[];
}

/** The ten types of questions. */
export type QuestionType = "short" | "long" | "date" | "one" | "many" | "scale" | "sort" | "rank" | "table" | "share";

/** One question, as internal/worksheet writes it. */
export interface Question {
	readonly id: string;
	readonly type: QuestionType;
	readonly ask: string;
	readonly hint?: string;
	readonly prompts?: readonly string[];
	readonly sensitive?: boolean;
	readonly carry?: string;
	readonly lines?: number;
	readonly atMost?: number;
	readonly items?: readonly Item[];
	readonly points?: readonly Item[];
	readonly columns?: readonly Column[];
	readonly row?: string;
	readonly audiences?: readonly Item[];
	readonly consent?: string;
}

/** What stands under one heading. */
export interface Section {
	readonly id: string;
	readonly title: string;
	readonly questions: readonly Question[];
}

/** A whole worksheet without its guidance. It comes with the page, so it is trusted. */
export interface Definition {
	readonly format: string;
	readonly version: number;
	readonly id: string;
	readonly title: string;
	readonly revision: number;
	readonly sections: readonly Section[];
}

/** Names the save file's format; internal/worksheet holds the same two. */
export const FORMAT = "signpost-worksheet";
export const FORMAT_VERSION = 1;

/** All questions of a worksheet in order. */
export function questionsOf(definition: Definition): Question[] {
	return definition.sections.flatMap((section) => section.questions);
}

/** The words of an item, or its id when the worksheet no longer has it. */
export function wordsOf(items: readonly Item[] | undefined, id: string): string {
	return items?.find((item) => item.id === id)?.text ?? id;
}
