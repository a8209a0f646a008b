import { find, findAll, make, onClick } from "../worksheet/dom";
import { fileName, saveAs } from "../worksheet/download";
import { Address } from "./address";
import { holdsState, MAX_COMPARED } from "./state";
import { type Cell, type Comparison, compare, csv, type Line, type Row, type Table } from "./table";

/** What is compared, place by place ("" for an empty one), and whether only differences are shown. */
export interface Choice {
	readonly slots: readonly string[];
	readonly differs: boolean;
}

/** The fragment for a choice, without #. */
export function toFragment(choice: Choice): string {
	const pages = choice.slots.join(",").replace(/,+$/, "");
	return [pages && `pages=${pages}`, choice.differs && "differs=only"].filter((part) => part).join("&");
}

/** Reads a fragment; pages that are not in the table, or are there already, leave their place empty. */
export function fromFragment(fragment: string, known: ReadonlySet<string>): Choice {
	const given = new Map(
		fragment
			.replace(/^#/, "")
			.split("&")
			.map((part) => part.split("=", 2) as [string, string | undefined]),
	);
	const asked = (given.get("pages") ?? "").split(",");
	const slots = Array.from({ length: MAX_COMPARED }, (_, i) => asked[i] ?? "");
	return {
		slots: slots.map((id, i) => (known.has(id) && slots.indexOf(id) === i ? id : "")),
		differs: given.get("differs") === "only",
	};
}

/** Reads the table that came with the page: it is there for people without script, and the data for those with. */
export function readTable(root: HTMLElement): Table {
	const columns = findAll(root, "[data-all] thead th")
		.slice(1)
		.map((th) => ({ name: th.textContent ?? "", missing: th.dataset.each }));
	const lines = findAll(root, "[data-all] tbody tr").map((tr) => {
		const link = find<HTMLAnchorElement>(tr, "a");
		return {
			id: tr.dataset.id ?? "",
			title: link?.textContent ?? "",
			address: link?.getAttribute("href") ?? "",
			cells: findAll(tr, "td").map(readCell),
		};
	});
	return { columns, lines, unknown: root.dataset.unknown ?? "" };
}

function readCell(td: HTMLElement): Cell {
	if (td.dataset.no !== undefined) return [];
	const items = findAll(td, "li");
	return items.length > 0 ? items.map((li) => li.textContent ?? "") : [td.textContent ?? ""];
}

/** The comparison: four choices and the table that follows from them. The choices live in the address's fragment. */
export class Compare {
	private readonly table: Table;
	private readonly known: ReadonlySet<string>;
	private readonly selects: HTMLSelectElement[];
	private choice: Choice;
	private readonly address = new Address();

	constructor(private readonly root: HTMLElement) {
		this.table = readTable(root);
		find(root, "[data-all]")?.remove();
		this.known = new Set(this.table.lines.map((line) => line.id));
		this.selects = findAll<HTMLSelectElement>(root, "[data-slot]");
		this.selects.forEach((select, place) => {
			select.append(...this.table.lines.map((line) => make("option", { value: line.id }, line.title)));
			select.addEventListener("change", () => this.fill(place, select.value));
		});
		const differs = find<HTMLInputElement>(root, "[data-differs]");
		differs?.addEventListener("change", () => this.change({ ...this.choice, differs: differs.checked }));
		find(root, "form")?.addEventListener("submit", (e) => e.preventDefault());
		onClick(root, "[data-print]", () => print());
		onClick(root, "[data-csv]", () => this.download());
		this.choice = fromFragment(location.hash, this.known);
		this.show();
		this.address.listen(() => {
			if (!holdsState(location.hash)) return;
			this.choice = fromFragment(location.hash, this.known);
			this.show();
		});
	}

	private get lines(): Line[] {
		return this.choice.slots.flatMap((id) => this.table.lines.filter((line) => line.id === id));
	}

	/** Puts a page into a place; one that stands in another place already moves. */
	private fill(place: number, id: string): void {
		const slots = this.choice.slots.map((other, i) => {
			if (i === place) return id;
			return other === id ? "" : other;
		});
		this.change({ ...this.choice, slots });
	}

	private change(choice: Choice): void {
		this.choice = choice;
		this.show();
		this.address.write(() => toFragment(choice), false);
	}

	private show(): void {
		this.selects.forEach((select, i) => {
			select.value = this.choice.slots[i] ?? "";
		});
		const { lines } = this;
		const found = compare(this.table, lines);
		const tools = find(this.root, "[data-tools]");
		if (tools) tools.hidden = lines.length === 0;
		const differs = find<HTMLInputElement>(this.root, "[data-differs]");
		if (differs) differs.checked = this.choice.differs;
		const status = find(this.root, "[data-status]");
		if (status) status.textContent = this.sum(found);
		const box = find(this.root, "[data-comparison]");
		box?.replaceChildren(...(lines.length > 0 ? [this.draw(lines, found)] : []));
	}

	private sum({ differ, alike }: Comparison): string {
		const { lines } = this;
		if (lines.length === 0) return "Nothing is chosen yet.";
		const names = lines.map((line) => line.title).join(", ");
		if (lines.length === 1) return `${names}. Choose another one to compare it with.`;
		return `Comparing ${names}. They differ in ${differ.length} of ${differ.length + alike.length} rows.`;
	}

	/** The rows in the order of the page, the alike ones only if they are wanted. */
	private rows({ differ, alike }: Comparison): { title: string; rows: readonly Row[] }[] {
		if (this.lines.length < 2) return [{ title: "", rows: [...differ, ...alike] }];
		const parts = [{ title: "Where they differ", rows: differ }];
		if (!this.choice.differs) parts.push({ title: "Where they are alike", rows: alike });
		return parts.filter((part) => part.rows.length > 0);
	}

	/**
	 * One table. The roles say again what the elements are, because on a phone the style sheet makes cards of the rows and
	 * some browsers then forget that there is a table.
	 */
	private draw(lines: readonly Line[], found: Comparison): HTMLElement {
		const heads = lines.map((line) =>
			make("th", { scope: "col", role: "columnheader" }, make("a", { href: line.address }, line.title)),
		);
		const head = make("tr", { role: "row" }, make("td", { role: "cell" }), ...heads);
		const bodies = this.rows(found).map(({ title, rows }) =>
			make(
				"tbody",
				{ role: "rowgroup" },
				title && this.partHead(title, lines.length + 1),
				...rows.map((row) => this.row(row, lines)),
			),
		);
		const caption = make(
			"caption",
			{ class: "nhsuk-u-visually-hidden" },
			`Comparison of ${lines.map((l) => l.title).join(", ")}`,
		);
		return make(
			"table",
			{ class: "sp-compare", role: "table" },
			caption,
			make("thead", { role: "rowgroup" }, head),
			...bodies,
		);
	}

	private partHead(title: string, columns: number): HTMLElement {
		const cell = make("td", { class: "sp-compare__part", colspan: String(columns), role: "cell" }, title);
		return make("tr", { role: "row" }, cell);
	}

	private row(row: Row, lines: readonly Line[]): HTMLElement {
		const cells = row.cells.map((cell, i) =>
			make("td", { role: "cell", "data-whose": lines[i]?.title ?? "" }, this.cell(cell)),
		);
		return make("tr", { role: "row" }, make("th", { scope: "row", role: "rowheader" }, row.name), ...cells);
	}

	private cell(cell: Cell): Node | string {
		if (cell.length === 0) return make("span", { class: "sp-quiet" }, this.table.unknown);
		if (cell.length === 1) return cell[0] ?? "";
		return make("ul", {}, ...cell.map((item) => make("li", {}, item)));
	}

	private download(): void {
		const { lines } = this;
		const rows = this.rows(compare(this.table, lines)).flatMap((part) => part.rows);
		const blob = new Blob([csv(lines, rows, this.table.unknown)], { type: "text/csv;charset=utf-8" });
		saveAs(fileName("comparison", "csv", new Date()), blob);
	}
}
