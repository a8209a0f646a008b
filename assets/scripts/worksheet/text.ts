import { type Block, SCALE_HEAD, type Sheet } from "./document";
import { tableOf } from "./picture";

/** The document as plain text, for any program on any computer. Lines are as long as they are typed. */
export function toText(sheet: Sheet): string {
	const head = [sheet.title, "=".repeat(width(sheet.title)), ...sheet.about].join("\n");
	let text = `${head}\n`;
	let before: Block | undefined;
	for (const b of sheet.blocks) {
		text += gap(before, b) + block(b);
		before = b;
	}
	return `${text}\n`;
}

/** A question and its answer stand together, as do the name of a pile and its cards. */
function gap(before: Block | undefined, b: Block): string {
	if (b.kind === "heading" && b.level === 2) return "\n\n";
	const together = before?.kind === "heading" && before.level > 2;
	return together ? "\n" : "\n\n";
}

/** How many characters a person sees, which is not how many code units there are. */
function width(text: string): number {
	return [...text].length;
}

function block(b: Block): string {
	switch (b.kind) {
		case "heading":
			if (b.level === 2) return `\n${b.text}\n${"-".repeat(width(b.text))}`;
			return b.level === 3 ? b.text : `${b.text}:`;
		case "text":
			return b.text;
		case "quiet":
			return `[${b.text}]`;
		case "list":
			return b.items.map((item, i) => (b.ordered ? `${i + 1}. ${item}` : `- ${item}`)).join("\n");
		case "table":
			return b.rows.map((row) => tableRow(b.head, row)).join("\n");
		case "picture": {
			const { head, rows } = tableOf(b.picture);
			const pairs = head.length === 2;
			return rows.map((row) => (pairs ? `- ${row[0]}: ${row[1]}` : tableRow(head, row))).join("\n");
		}
		case "record":
			return [b.title, ...b.fields.map((f) => `  ${f.name}: ${indent(f.text)}`)].join("\n");
	}
}

function tableRow(head: readonly string[], row: readonly string[]): string {
	if (head === SCALE_HEAD) return `- ${row[0]}: ${row[1]}`;
	const cells = row.map((cell, i) => (cell === "" ? "" : `${head[i]}: ${indent(cell)}`));
	return `- ${cells.filter((cell) => cell !== "").join("\n  ")}`;
}

/** Lines after the first move in, so that they stay with their name. */
function indent(text: string): string {
	return text.replaceAll("\n", "\n    ");
}
