/** Something that can be compared. Its items are compared one by one where there is a word for a missing one. */
export interface Column {
	readonly name: string;
	readonly missing?: string;
}

/** What stands in a cell: items, one where it is a single text, none where nothing is confirmed. */
export type Cell = readonly string[];

/** One page, with a cell for each column. */
export interface Line {
	readonly id: string;
	readonly title: string;
	readonly address: string;
	readonly cells: readonly Cell[];
}

/** Everything that can be compared, as it stands in the page's table. */
export interface Table {
	readonly columns: readonly Column[];
	readonly lines: readonly Line[];
	readonly unknown: string;
}

/** One row of a comparison: a name, and a cell for each page that is compared. */
export interface Row {
	readonly name: string;
	readonly cells: readonly Cell[];
}

/** The rows of a comparison. Where one page is confirmed and another is not, they count as different. */
export interface Comparison {
	readonly differ: readonly Row[];
	readonly alike: readonly Row[];
}

/** What stands for an item that a page has. */
const NAMED = "Named";

/** Compares pages, in the order of the columns. */
export function compare(table: Table, lines: readonly Line[]): Comparison {
	const rows = table.columns.flatMap((column, c) =>
		rowsOf(
			column,
			lines.map((line) => line.cells[c] ?? []),
		),
	);
	return { differ: rows.filter((row) => !same(row)), alike: rows.filter(same) };
}

function rowsOf(column: Column, cells: readonly Cell[]): Row[] {
	const { missing } = column;
	if (missing === undefined) return [{ name: column.name, cells }];
	const items = [...new Set(cells.flat())].sort((a, b) => a.localeCompare(b, "en-GB"));
	return items.map((item) => ({
		name: `${column.name}: ${item}`,
		cells: cells.map((cell) => [cell.includes(item) ? NAMED : missing]),
	}));
}

function same(row: Row): boolean {
	const [first, ...others] = row.cells.map((cell) => JSON.stringify(cell));
	return others.every((other) => other === first);
}

/** The words of a cell, on one line. */
export function wordsOf(cell: Cell, unknown: string): string {
	return cell.length > 0 ? cell.join("; ") : unknown;
}

/**
 * The comparison as CSV (RFC 4180, with the mark by which spreadsheets know UTF-8). Words that a spreadsheet would take
 * for a formula get an apostrophe before them.
 */
export function csv(lines: readonly Line[], rows: readonly Row[], unknown: string): string {
	const all = [
		["", ...lines.map((line) => line.title)],
		...rows.map((row) => [row.name, ...row.cells.map((cell) => wordsOf(cell, unknown))]),
	];
	return `\ufeff${all.map((row) => row.map(field).join(",")).join("\r\n")}\r\n`;
}

function field(words: string): string {
	const safe = /^[=+\-@\t\r]/.test(words) ? `'${words}` : words;
	return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
