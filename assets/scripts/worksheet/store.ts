import { type Answer, type Answers, clean, same } from "./answers";
import { type Definition, type Question, questionsOf } from "./definition";

/** Called after answers have changed: with the question's id, or without one when all of them may have. */
export type Listener = (questionID?: string) => void;

/**
 * The answers, in memory. It is the one place that holds them; the page's fields, the draft and the downloads all
 * read and write here. "Kept" is what a save file or draft already has, so that leaving can warn of the rest.
 */
export class Store {
	readonly definition: Definition;
	private readonly questions: ReadonlyMap<string, Question>;
	private current = new Map<string, Answer>();
	private lost = new Map<string, unknown>();
	private kept = "";
	private readonly keptListeners = new Set<() => void>();
	/** Where the last copy is, in words. */
	keptWords = "";
	/** Whether a draft is being kept, so that changes are safe a moment after they are made. */
	drafting = false;
	private readonly listeners = new Set<Listener>();

	constructor(definition: Definition) {
		this.definition = definition;
		this.questions = new Map(questionsOf(definition).map((q) => [q.id, q]));
		this.kept = JSON.stringify(this.entries());
	}

	/** The answers, by question id in the worksheet's order. */
	get answers(): Answers {
		return this.current;
	}

	/** Answers to questions that the worksheet no longer has. They are kept and shown, never used. */
	get gone(): ReadonlyMap<string, unknown> {
		return this.lost;
	}

	/** Sets one answer; undefined takes it away. Says whether anything changed. */
	set(id: string, value: unknown): boolean {
		const question = this.questions.get(id);
		if (!question) return false;
		const answer = clean(question, value);
		if (same(answer, this.current.get(id))) return false;
		if (answer === undefined) this.current.delete(id);
		else this.current.set(id, answer);
		this.tell(id);
		return true;
	}

	/** Puts other answers in the place of all; ids without a question go to gone. */
	replace(values: Iterable<readonly [string, unknown]>): void {
		this.current = new Map();
		this.lost = new Map();
		for (const [id, value] of values) {
			const question = this.questions.get(id);
			const answer = question ? clean(question, value) : undefined;
			if (answer !== undefined) this.current.set(id, answer);
			else if (!question) this.lost.set(id, value);
		}
		this.tell();
	}

	/** Everything as entries, for a save file or to undo with. */
	entries(): [string, unknown][] {
		const known = questionsOf(this.definition)
			.filter((question) => this.current.has(question.id))
			.map((question): [string, unknown] => [question.id, this.current.get(question.id)]);
		return [...known, ...this.lost];
	}

	/** Remembers that a copy of these answers exists outside this page, and in which words to say so. */
	markKept(words = "You have a copy of these answers.", values = this.entries()): void {
		this.kept = JSON.stringify(values);
		this.keptWords = words;
		for (const listener of this.keptListeners) listener();
	}

	/** Calls the listener after each time the answers were kept somewhere. */
	listenKept(listener: () => void): void {
		this.keptListeners.add(listener);
	}

	/** Whether there are answers that exist nowhere else. */
	get unsaved(): boolean {
		return this.current.size > 0 && JSON.stringify(this.entries()) !== this.kept;
	}

	/** Calls the listener after each change, until the returned function is called. */
	listen(listener: Listener): () => void {
		this.listeners.add(listener);
		return () => this.listeners.delete(listener);
	}

	private tell(id?: string): void {
		for (const listener of this.listeners) listener(id);
	}
}

/** How many of these questions have an answer. */
export function answeredOf(questions: readonly Question[], answers: Answers): number {
	return questions.filter((question) => answers.has(question.id)).length;
}
