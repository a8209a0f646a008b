import type { Answer } from "./answers";
import type { Item, Question } from "./definition";
import { button, find, make } from "./dom";
import { onFirstTouch } from "./touch";

/** What a board tells the page: a new answer, and what to say aloud. */
export interface BoardHost {
	changed(answer: unknown): void;
	say(words: string): void;
}

/** Another way to give the answer of a sort or rank question, over the same store as the plain fields. */
export interface Board {
	/** Shows an answer that came from the store. */
	show(answer: Answer | undefined): void;
}

/** The pile of cards that are in none. It has no id in answers. */
const LOOSE = "";

type Piles = Readonly<Record<string, string>>;

/**
 * Cards and piles. One card at a time is asked about, with a button for each pile; a card that lies somewhere opens to
 * be moved, or is dragged. Whatever the pointer can do, the keyboard can.
 */
export class SortBoard implements Board {
	private readonly cards = new Map<string, HTMLElement>();
	private readonly lists = new Map<string, HTMLElement>();
	private readonly ask: HTMLElement;
	private readonly asked = make("p", { class: "sp-ask-card__name" });
	private readonly back: HTMLButtonElement;
	private readonly past: Piles[] = [];
	private answer: Piles = {};
	private moving = false;

	constructor(
		root: HTMLElement,
		private readonly question: Question,
		private readonly host: BoardHost,
	) {
		const board = make("div", { class: "sp-board" });
		this.ask = make(
			"div",
			{ class: "sp-ask-card", role: "group", "aria-label": "Next card" },
			this.asked,
			make(
				"div",
				{ class: "sp-ask-card__piles" },
				...this.piles.map((pile) => button(pile.text, () => this.place(pile.id))),
			),
		);
		this.back = button("Undo the last move", () => this.undo(), { hidden: true });
		const loose = this.pile(LOOSE, "Not sorted yet");
		board.append(
			this.ask,
			make("div", { class: "sp-piles" }, ...this.piles.map((pile) => this.pile(pile.id, pile.text))),
			loose,
			this.back,
		);
		for (const item of question.items ?? []) this.cards.set(item.id, this.card(item));
		find(root, ".sp-choices")?.before(board);
		root.classList.add("sp-question--board");
		this.show(undefined);
		onFirstTouch(board, async () => {
			const { dragCards } = await import("./drag");
			dragCards([...this.cards.values()], [...this.lists.values()], (card, pile) => this.move(card, pile));
		});
	}

	private get piles(): readonly Item[] {
		return this.question.points ?? [];
	}

	show(answer: Answer | undefined): void {
		this.answer = (answer as Piles | undefined) ?? {};
		// What came from elsewhere, like a file, is not undone move by move.
		if (!this.moving) this.past.length = 0;
		for (const [id, card] of this.cards) {
			const list = this.lists.get(this.answer[id] ?? LOOSE);
			if (list && card.parentElement !== list) close(card);
			list?.append(card);
		}
		for (const list of this.lists.values()) {
			const count = find(list.parentElement ?? list, "[data-pile-count]");
			if (count) count.textContent = ` (${list.children.length})`;
		}
		const next = this.next();
		this.ask.hidden = next === undefined;
		this.asked.textContent = next?.text ?? "";
		const loose = this.lists.get(LOOSE)?.parentElement;
		if (loose) loose.hidden = next === undefined;
		this.back.hidden = this.past.length === 0;
	}

	/** The first card that lies in no pile. */
	private next(): Item | undefined {
		return this.question.items?.find((item) => this.answer[item.id] === undefined);
	}

	/** Puts the asked card in a pile. The focus stays, so that one key after another sorts them all. */
	private place(pile: string): void {
		const card = this.next();
		if (!card) return;
		this.set(card.id, pile);
		const next = this.next();
		this.host.say(
			`${card.text}: ${this.name(pile)}. ${next ? `Next card: ${next.text}. ${this.left()} left.` : "All cards are sorted."}`,
		);
		if (!next) this.back.focus();
	}

	private move(card: string, pile: string): void {
		if ((this.answer[card] ?? LOOSE) === pile) return;
		const element = this.cards.get(card);
		this.set(card, pile);
		this.host.say(`${this.words(card)}: ${this.name(pile)}. ${this.left()} left to sort.`);
		if (element) find(element, "button")?.focus();
	}

	private set(card: string, pile: string): void {
		this.past.push(this.answer);
		const { [card]: _, ...others } = this.answer;
		this.change(pile === LOOSE ? others : { ...others, [card]: pile });
	}

	private change(answer: Piles): void {
		this.moving = true;
		this.host.changed(answer);
		this.show(answer);
		this.moving = false;
	}

	private undo(): void {
		const before = this.past.pop();
		if (!before) return;
		this.change(before);
		this.host.say("The last move is undone.");
		if (this.back.hidden) find(this.ask, "button")?.focus();
	}

	private left(): number {
		return (this.question.items ?? []).filter((item) => this.answer[item.id] === undefined).length;
	}

	private words(card: string): string {
		return this.question.items?.find((item) => item.id === card)?.text ?? card;
	}

	private name(pile: string): string {
		return this.piles.find((one) => one.id === pile)?.text ?? "not sorted yet";
	}

	private pile(id: string, words: string): HTMLElement {
		const list = make("ul", { class: "sp-pile__cards", "data-pile": id });
		this.lists.set(id, list);
		const name = `${this.question.id}--pile-${id}`;
		return make(
			"div",
			{ class: id === LOOSE ? "sp-pile sp-pile--loose" : "sp-pile", role: "group", "aria-labelledby": name },
			make("p", { class: "sp-pile__name", id: name }, words, make("span", { "data-pile-count": true })),
			list,
		);
	}

	/** A card is a button that opens the places it can go to. */
	private card(item: Item): HTMLElement {
		const open = button(item.text, () => toggle(card), { class: "sp-card__name", "aria-expanded": "false" });
		const goals = [...this.piles, { id: LOOSE, text: "Not sorted yet" }];
		const moves = make(
			"div",
			{ class: "sp-card__moves", hidden: true, role: "group", "aria-label": `Move ${item.text} to` },
			...goals.map((pile) => button(pile.text, () => this.move(item.id, pile.id), { "data-goal": pile.id })),
		);
		const card = make("li", { class: "sp-card", "data-card": item.id }, open, moves);
		return card;
	}
}

function toggle(card: HTMLElement): void {
	const moves = find(card, ".sp-card__moves");
	if (!moves) return;
	moves.hidden = !moves.hidden;
	find(card, "button")?.setAttribute("aria-expanded", String(!moves.hidden));
	const here = card.parentElement?.dataset.pile;
	for (const goal of card.querySelectorAll<HTMLElement>("[data-goal]")) goal.hidden = goal.dataset.goal === here;
}

function close(card: HTMLElement): void {
	const moves = find(card, ".sp-card__moves");
	if (moves) moves.hidden = true;
	find(card, "button")?.setAttribute("aria-expanded", "false");
}
