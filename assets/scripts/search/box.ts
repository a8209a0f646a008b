import { find, make } from "../worksheet/dom";
import type { Finder } from "./finder";
import { pages, shown } from "./show";
import { address, finder, searchPage } from "./site";
import { dress } from "./style";

/** How many pages the list under the box shows. */
const MOST = 6;
// People who listen hear the outcome when they pause, not after every key.
const PAUSE_MS = 700;

/** One line of the list: what it looks like and what choosing it does. */
interface Choice {
	readonly element: HTMLElement;
	readonly choose: () => void;
}

/**
 * The box in the header: a combobox with a list of pages (ARIA Authoring Practices, "editable combobox with list
 * autocomplete"). The focus stays in the box; arrows move the active option.
 */
export class Box {
	// The list scrolls; without the tabindex some browsers would stop there on the way out of the box.
	private readonly list = make("ul", {
		role: "listbox",
		id: "search-list",
		"aria-label": "Pages found",
		tabindex: "-1",
	});
	private readonly note = make("p", { class: "sp-search__note", hidden: true });
	private readonly popup = make("div", { class: "sp-search__list", hidden: true }, this.note, this.list);
	private readonly status = make("p", { class: "nhsuk-u-visually-hidden", role: "status" });
	private choices: Choice[] = [];
	private active = -1;
	private asked = "";
	private pause = 0;

	constructor(
		root: HTMLElement,
		private readonly input: HTMLInputElement,
	) {
		dress();
		input.setAttribute("aria-controls", this.list.id);
		root.append(this.popup, this.status);
		input.addEventListener("input", () => this.ask());
		input.addEventListener("keydown", (event) => this.press(event));
		input.addEventListener("focus", () => this.ask());
		root.addEventListener("focusout", (event) => {
			if (!root.contains(event.relatedTarget as Node | null)) this.close();
		});
		// The box keeps the focus while the mouse chooses.
		this.popup.addEventListener("mousedown", (event) => event.preventDefault());
		this.ask();
	}

	private get query(): string {
		return this.input.value.trim();
	}

	private async ask(): Promise<void> {
		const query = this.query;
		this.asked = query;
		if (query.length < 2) return this.close();
		try {
			const found = await finder();
			if (this.asked === query && document.activeElement === this.input) this.show(query, found);
		} catch {
			if (this.asked === query) this.fail();
		}
	}

	private show(query: string, finder: Finder): void {
		const found = finder.find(query);
		const choices = found.slice(0, MOST).map((f) => {
			const { href, title, kind, heading, text } = shown(f, finder.concepts);
			return choice(
				() => location.assign(href),
				[
					make("span", { class: "sp-option__title" }, ...title),
					" ",
					make("span", { class: "sp-kind" }, kind),
					make("span", { class: "sp-option__text" }, heading && `${heading}: `, ...text),
				],
			);
		});
		if (found.length > 0) {
			choices.push(
				choice(() => location.assign(searchPage(query)), [`Everything found for “${query}” (${pages(found.length)})`]),
			);
			this.open("", choices, `${pages(found.length)} found for ${query}. Use the arrow keys to look at them.`);
			return;
		}
		for (const near of finder.nearby(query)) {
			choices.push(choice(() => this.retype(near), [`Did you mean “${near}”?`]));
		}
		choices.push(choice(() => location.assign(address("search/")), ["Look through everything from A to Z"]));
		choices.push(choice(() => location.assign(address("help/")), ["When it is more than a career question"]));
		this.open(
			`Nothing was found for “${query}”. You could try:`,
			choices,
			`Nothing was found for ${query}. There are ${choices.length} suggestions.`,
		);
	}

	private fail(): void {
		const words = "The search could not be loaded.";
		this.open(
			words,
			[choice(() => location.assign(address("search/")), ["Look through everything from A to Z"])],
			words,
		);
	}

	private open(note: string, choices: Choice[], status: string): void {
		this.note.textContent = note;
		this.note.hidden = note === "";
		this.choices = choices;
		for (const [i, { element, choose }] of choices.entries()) {
			element.id = `search-option-${i}`;
			element.addEventListener("click", choose);
		}
		this.list.replaceChildren(...choices.map((c) => c.element));
		this.popup.hidden = false;
		this.list.scrollTop = 0;
		this.input.setAttribute("aria-expanded", "true");
		this.activate(-1);
		clearTimeout(this.pause);
		this.pause = window.setTimeout(() => {
			this.status.textContent = status;
		}, PAUSE_MS);
	}

	private close(): void {
		clearTimeout(this.pause);
		this.popup.hidden = true;
		this.status.textContent = "";
		this.input.setAttribute("aria-expanded", "false");
		this.activate(-1);
	}

	private activate(index: number): void {
		this.active = index;
		for (const [i, { element }] of this.choices.entries()) element.setAttribute("aria-selected", String(i === index));
		const element = this.choices[index]?.element;
		if (element) {
			this.input.setAttribute("aria-activedescendant", element.id);
			element.scrollIntoView({ block: "nearest" });
		} else {
			this.input.removeAttribute("aria-activedescendant");
		}
	}

	private press(event: KeyboardEvent): void {
		if (event.isComposing) return;
		const handled = this.handle(event.key);
		if (handled) event.preventDefault();
	}

	/** Does what a key asks for and says whether it was one of ours. */
	private handle(key: string): boolean {
		const open = !this.popup.hidden;
		switch (key) {
			case "ArrowDown":
			case "ArrowUp":
				if (open) this.step(key === "ArrowDown" ? 1 : -1);
				else void this.ask();
				return true;
			case "Enter":
				if (open && this.active >= 0) this.choices[this.active]?.choose();
				else if (this.query) location.assign(searchPage(this.query));
				return true;
			case "Escape":
				if (open) this.close();
				else this.input.value = "";
				return true;
		}
		return false;
	}

	/** One option on or back; past either end the box itself is next. */
	private step(by: number): void {
		const places = this.choices.length + 1;
		this.activate(((this.active + 1 + by + places) % places) - 1);
	}

	private retype(words: string): void {
		this.input.value = words;
		void this.ask();
	}
}

function choice(choose: () => void, children: (Node | string)[]): Choice {
	return { element: make("li", { role: "option", class: "sp-option", "aria-selected": "false" }, ...children), choose };
}

/** Brings the box of the header to life, once. */
export function startBox(): void {
	const root = find(document, "[data-search]");
	const input = root && find<HTMLInputElement>(root, "input");
	if (root && input) new Box(root, input);
}
