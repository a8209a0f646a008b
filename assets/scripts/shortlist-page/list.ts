import { type Item, read, SPECIALTIES, write } from "../shortlist/store";
import { button, find, make, onClick } from "../worksheet/dom";
import { printInFull } from "../worksheet/printing";

/** So many specialties can be put side by side, the first ones. */
const COMPARED = 4;

/** The shortlist's own page: notes, order, and where to take it. Everything is kept as it is typed. */
export class List {
	private items: Item[];

	constructor(private readonly root: HTMLElement) {
		this.items = read();
		this.show();
		printInFull(root, "sp-shortlisted__printed");
		onClick(root, "[data-clear]", () => this.clear());
		onClick(root, "[data-print]", () => print());
		addEventListener("pageshow", (event) => {
			if (!event.persisted) return;
			this.items = read();
			this.show();
		});
	}

	private show(): void {
		const { items } = this;
		find(this.root, "[data-items]")?.replaceChildren(...items.map((item, i) => this.entry(item, i)));
		for (const [selector, wanted] of [
			["[data-none]", items.length === 0],
			["[data-some]", items.length > 0],
		] as const) {
			const part = find(this.root, selector);
			if (part) part.hidden = !wanted;
		}
		this.root.dataset.read = "";
		this.comparison();
	}

	/** Offers the comparison where there are specialties to compare. */
	private comparison(): void {
		const link = find<HTMLAnchorElement>(this.root, "[data-compare]");
		if (!link) return;
		const ids = this.items
			.filter((item) => item.page.startsWith(SPECIALTIES))
			.map((item) => item.page.slice(SPECIALTIES.length));
		const [address] = link.href.split("#");
		link.href = `${address}#pages=${ids.slice(0, COMPARED).join(",")}`;
		link.hidden = ids.length < 2;
	}

	private entry(item: Item, place: number): HTMLElement {
		const id = `why-${item.page.replace("/", "-")}`;
		const why = make("textarea", { class: "nhsuk-textarea", id, rows: "2", autocomplete: "off" });
		why.value = item.why;
		why.addEventListener("input", () => {
			this.items = this.items.map((other) => (other.page === item.page ? { ...other, why: why.value } : other));
			this.keep();
		});
		const address = `${this.root.dataset.base ?? ""}/${item.page}/`;
		const last = this.items.length - 1;
		return make(
			"li",
			{ class: "sp-shortlisted", "data-page": item.page },
			make("h2", { class: "nhsuk-heading-s" }, make("a", { href: address }, item.title)),
			make("label", { class: "nhsuk-label", for: id }, "Why it is on my list", hidden(`: ${item.title}`)),
			why,
			make(
				"div",
				{ class: "sp-row" },
				place > 0 && this.tool("Move up", item, () => this.move(place, -1)),
				place < last && this.tool("Move down", item, () => this.move(place, 1)),
				this.tool("Take off", item, () => this.takeOff(place)),
			),
		);
	}

	private tool(words: string, item: Item, act: () => void): HTMLElement {
		const made = button(words, act, { "data-tool": words });
		made.append(hidden(` ${item.title}`));
		return made;
	}

	private move(from: number, by: number): void {
		const to = from + by;
		const items = [...this.items];
		const [item] = items.splice(from, 1);
		if (!item) return;
		items.splice(to, 0, item);
		this.set(items);
		const entry = find(this.root, `[data-page="${item.page}"]`);
		const again = entry && find(entry, `[data-tool="${by < 0 ? "Move up" : "Move down"}"]`);
		(again ?? (entry && find(entry, "[data-tool]")))?.focus();
		this.report(`${item.title} is now number ${to + 1} of ${items.length}.`);
	}

	private takeOff(place: number): void {
		const before = this.items;
		const title = before[place]?.title ?? "";
		this.set(before.filter((_, i) => i !== place));
		this.undoable(`${title} is off your list.`, before);
	}

	private clear(): void {
		const before = this.items;
		this.set([]);
		this.undoable("Your list is empty, and nothing of it is kept.", before);
	}

	/** Says what has happened, with the way back, and puts the focus on it. */
	private undoable(words: string, before: Item[]): void {
		const undo = button("Undo", () => {
			this.set(before);
			this.report("Your list is back.");
			find(this.root, "[data-tool]")?.focus();
		});
		this.report(words, undo);
		undo.focus();
	}

	private set(items: Item[]): void {
		this.items = items;
		this.keep();
		this.show();
	}

	private keep(): void {
		if (!write(this.items)) this.report("Your browser does not let this page keep anything, so the list will be lost.");
	}

	private report(words: string, ...more: HTMLElement[]): void {
		find(this.root, "[data-report]")?.replaceChildren(make("p", {}, words), ...more);
	}
}

function hidden(words: string): HTMLElement {
	return make("span", { class: "nhsuk-u-visually-hidden" }, words);
}
