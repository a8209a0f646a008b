import { MAX_ROWS } from "./answers";
import type { Question } from "./definition";
import { capital } from "./document";
import { button, find, findAll, make } from "./dom";

/** What the rows of a table tell the page: that answers changed, and what to say aloud. */
export interface RowsHost {
	changed(): void;
	say(words: string): void;
}

/** Rows that were empty when the page came: not on screen until asked for, but on paper. */
const SPARE = "sp-record--spare";

/** Lets the rows of a table question be added, taken away and moved. Without script there is a fixed number of them. */
export class Rows {
	private readonly box: HTMLElement;
	private readonly pattern: HTMLElement;
	private readonly word: string;
	private made = 0;

	constructor(
		private readonly root: HTMLElement,
		question: Question,
		private readonly host: RowsHost,
	) {
		this.word = question.row ?? "row";
		const box = find(root, ".sp-records");
		const first = find(root, "[data-row]");
		if (!box || !first) throw new Error(`table "${question.id}" has no rows`);
		this.box = box;
		this.pattern = first.cloneNode(true) as HTMLElement;
		for (const row of this.rows) this.equip(row);
		this.show(1);
		box.after(
			button(`Add another ${this.word}`, () => this.add(), {
				"data-add": true,
			}),
		);
	}

	private get rows(): HTMLElement[] {
		return findAll(this.box, "[data-row]");
	}

	private get shown(): HTMLElement[] {
		return this.rows.filter((row) => !row.classList.contains(SPARE));
	}

	/** Makes at least so many rows visible; further empty ones are spare. */
	show(count: number): void {
		while (this.rows.length < count) this.append();
		this.rows.forEach((row, i) => {
			row.classList.toggle(SPARE, i >= Math.max(count, 1));
		});
		this.number();
	}

	private append(): HTMLElement {
		const row = this.pattern.cloneNode(true) as HTMLElement;
		this.made += 1;
		rename(row, `x${this.made}`);
		for (const field of findAll<HTMLInputElement>(row, "[data-column]")) field.value = "";
		this.equip(row);
		this.box.append(row);
		return row;
	}

	private add(): void {
		if (this.shown.length >= MAX_ROWS) {
			this.host.say(`A list holds at most ${MAX_ROWS}.`);
			return;
		}
		const row = this.rows[this.shown.length] ?? this.append();
		row.classList.remove(SPARE);
		this.number();
		find(row, "[data-column]")?.focus();
		this.host.say(`${capital(this.word)} ${this.shown.length} added.`);
	}

	private equip(row: HTMLElement): void {
		row.append(
			make(
				"div",
				{ class: "sp-record__tools" },
				this.tool("Move up", row, () => this.move(row, -1)),
				this.tool("Move down", row, () => this.move(row, 1)),
				this.tool("Remove", row, () => this.remove(row)),
			),
		);
	}

	/** A button whose name says which row it works on. */
	private tool(words: string, row: HTMLElement, act: () => void): HTMLElement {
		const made = button(words, act, { "data-tool": words });
		const legend = find(row, "legend");
		made.append(make("span", { class: "nhsuk-u-visually-hidden" }, ` ${legend?.textContent?.trim() ?? ""}`));
		return made;
	}

	private move(row: HTMLElement, by: number): void {
		const rows = this.shown;
		const from = rows.indexOf(row);
		const other = rows[from + by];
		if (!other) return;
		if (by < 0) other.before(row);
		else other.after(row);
		this.number();
		const again = by < 0 ? "Move up" : "Move down";
		const target = find<HTMLButtonElement>(row, `[data-tool="${again}"]`);
		(target?.hidden ? find(row, "[data-tool]:not([hidden])") : target)?.focus();
		this.host.say(`Moved to place ${from + by + 1} of ${rows.length}.`);
		this.host.changed();
	}

	/** Takes a row away; an undo button stands in its place until something else happens to the rows. */
	private remove(row: HTMLElement): void {
		find(this.root, "[data-undo]")?.remove();
		const before = row.previousElementSibling;
		const number = this.shown.indexOf(row) + 1;
		row.remove();
		if (this.rows.length === 0) this.append();
		if (this.shown.length === 0) this.rows[0]?.classList.remove(SPARE);
		this.number();
		const undo = button(
			`Undo: put ${this.word} ${number} back`,
			() => {
				if (before?.isConnected) before.after(row);
				else this.box.prepend(row);
				undo.remove();
				this.number();
				find(row, "[data-column]")?.focus();
				this.host.say(`${capital(this.word)} ${number} is back.`);
				this.host.changed();
			},
			{ "data-undo": true },
		);
		this.box.after(undo);
		undo.focus();
		this.host.say(`${capital(this.word)} ${number} removed.`);
		this.host.changed();
	}

	/** Writes the numbers anew after a change, and shows only the moves that are possible. */
	private number(): void {
		const shown = this.shown;
		this.rows.forEach((row, i) => {
			const number = find(row, "[data-number]");
			if (number) number.textContent = String(i + 1);
			for (const tool of findAll<HTMLButtonElement>(row, "[data-tool]")) {
				const words = tool.dataset.tool ?? "";
				const last = tool.lastElementChild;
				if (last) last.textContent = ` ${this.word} ${i + 1}`;
				tool.hidden =
					(words === "Move up" && i === 0) ||
					(words === "Move down" && i >= shown.length - 1) ||
					(words === "Remove" && shown.length < 2 && this.empty(row));
			}
		});
	}

	private empty(row: HTMLElement): boolean {
		return findAll<HTMLInputElement>(row, "[data-column]").every((field) => field.value === "");
	}
}

/** Gives the copy of a row its own ids, and its labels and hints the new ones to point at. */
function rename(row: HTMLElement, suffix: string): void {
	for (const name of ["id", "for", "name", "aria-describedby"]) {
		for (const element of findAll(row, `[${name}]`))
			element.setAttribute(name, `${element.getAttribute(name)}-${suffix}`);
	}
}
