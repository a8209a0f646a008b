import type { Row } from "./answers";
import { type Board, SortBoard } from "./board";
import { type Question, questionsOf } from "./definition";
import { find } from "./dom";
import { read, write } from "./fields";
import { addHelps } from "./helps";
import { OrderBoard } from "./order";
import { Rows } from "./rows";
import type { Store } from "./store";

/** One question on the page. */
interface Place {
	readonly question: Question;
	readonly element: HTMLElement;
	readonly rows: Rows | undefined;
	readonly board: Board | undefined;
}

/** The page's fields: what is typed goes to the store, what comes from elsewhere goes into the fields. */
export class Fields {
	private readonly places = new Map<string, Place>();
	private reading = false;

	constructor(
		private readonly root: HTMLElement,
		private readonly store: Store,
	) {
		for (const question of questionsOf(store.definition)) {
			const element = find(root, `[data-question="${question.id}"]`);
			if (!element) continue;
			const rows =
				question.type === "table"
					? new Rows(element, question, {
							changed: () => this.take(question.id),
							say: (words) => this.say(words),
						})
					: undefined;
			this.places.set(question.id, { question, element, rows, board: this.board(element, question) });
			element.addEventListener("input", () => this.take(question.id));
			addHelps(element, question, () => this.take(question.id));
		}
		find(root, "form")?.addEventListener("submit", (e) => e.preventDefault());
		store.listen((id) => this.refresh(id));
	}

	/** Says something to people who listen to the page instead of looking at it. */
	say(words: string): void {
		const live = find(this.root, "[data-announce]");
		if (live) live.textContent = words;
	}

	/** A board is shown where there is one; its moves go through the store like any other answer. */
	private board(element: HTMLElement, question: Question): Board | undefined {
		const host = {
			changed: (answer: unknown) => void this.store.set(question.id, answer),
			say: (words: string) => this.say(words),
		};
		if (question.type === "sort") return new SortBoard(element, question, host);
		if (question.type === "rank") return new OrderBoard(element, question, host);
		return undefined;
	}

	private take(id: string): void {
		const place = this.places.get(id);
		if (!place) return;
		this.reading = true;
		this.store.set(id, read(place.element, place.question));
		this.reading = false;
	}

	/** Fields are written only when somebody else changed the answer: what is being typed stays as it is. */
	private refresh(id?: string): void {
		if (this.reading) return;
		for (const place of this.places.values()) {
			if (id !== undefined && id !== place.question.id) continue;
			const answer = this.store.answers.get(place.question.id);
			place.rows?.show((answer as readonly Row[] | undefined)?.length ?? 1);
			write(place.element, place.question, answer);
			place.element.dispatchEvent(new Event("sp-written"));
			place.board?.show(answer);
		}
	}
}
