import {
	AlignmentType,
	BorderStyle,
	Document,
	Footer,
	HeadingLevel,
	type IParagraphOptions,
	LevelFormat,
	Packer,
	PageNumber,
	Paragraph,
	Table,
	TableCell,
	TableRow,
	TextRun,
	WidthType,
} from "docx";
import type { Block, Sheet } from "./document";
import type { Picture } from "./picture";

const FONT = "Arial";
const QUIET = "4C6272";
const NUMBERS = "numbers";

/** Half points: the heads of tables with many columns. */
const SMALL = 18;

/** The document's title is above all headings, so a section is Word's first level. */
const LEVELS = { 2: HeadingLevel.HEADING_1, 3: HeadingLevel.HEADING_2, 4: HeadingLevel.HEADING_3 } as const;

/** Twentieths of a point: the width of the text on a page of A4 with margins of 2 cm. */
const TEXT_WIDTH = 9638;

/** Makes a Word document with real headings, lists, table headers and language, so that it can be read aloud. */
export async function toWord(sheet: Sheet): Promise<Blob> {
	const file = new Document({
		title: sheet.title,
		creator: "",
		lastModifiedBy: "",
		description: "",
		styles: styles(),
		numbering: {
			config: [
				{
					reference: NUMBERS,
					levels: [
						{
							level: 0,
							format: LevelFormat.DECIMAL,
							text: "%1.",
							alignment: AlignmentType.START,
							style: { paragraph: { indent: { left: 567, hanging: 397 } } },
						},
					],
				},
			],
		},
		sections: [
			{
				properties: {
					page: {
						size: { width: 11906, height: 16838 },
						margin: { top: 1134, bottom: 1134, left: 1134, right: 1134 },
					},
				},
				footers: { default: footer() },
				children: [
					new Paragraph({ heading: HeadingLevel.TITLE, children: runs(sheet.title) }),
					...sheet.about.map((line) => quiet(line)),
					...sheet.blocks.flatMap(block),
				],
			},
		],
	});
	return Packer.toBlob(file);
}

function block(b: Block, index: number): (Paragraph | Table)[] {
	switch (b.kind) {
		case "heading":
			return [
				new Paragraph({
					heading: LEVELS[b.level],
					keepNext: true,
					children: runs(b.text),
				}),
			];
		case "text":
			return [new Paragraph({ children: runs(b.text) })];
		case "quiet":
			return [quiet(b.text, true)];
		case "list":
			return list(b.items, b.ordered, index);
		case "table":
			return [table(b.head, b.rows), space()];
		case "picture":
			return picture(b.picture, index);
		case "record":
			return [
				new Paragraph({ heading: LEVELS[4], keepNext: true, children: runs(b.title) }),
				...b.fields.map(
					(field) =>
						new Paragraph({
							children: [...runs(`${field.name}: `, true), ...runs(field.text)],
						}),
				),
			];
	}
}

function list(items: readonly string[], ordered: boolean, index: number): Paragraph[] {
	const mark = ordered ? { numbering: { reference: NUMBERS, level: 0, instance: index } } : { bullet: { level: 0 } };
	return items.map((item) => new Paragraph({ ...mark, spacing: { after: 60 }, children: runs(item) }));
}

function table(
	head: readonly string[],
	rows: readonly (readonly string[])[],
	widths: readonly number[] = columnWidths(head.length),
): Table {
	const row = (cells: readonly string[], header: boolean) =>
		new TableRow({
			tableHeader: header,
			cantSplit: true,
			children: cells.map(
				(text, i) =>
					new TableCell({
						width: { size: widths[i] ?? 0, type: WidthType.DXA },
						margins: { top: 60, bottom: 60, left: 100, right: 100 },
						shading: header ? { fill: "E8EDEE" } : undefined,
						children: [
							new Paragraph({
								spacing: { after: 0 },
								...(text === "●" && { alignment: AlignmentType.CENTER }),
								children: runs(text, header, header && cells.length > 4 ? SMALL : undefined),
							}),
						],
					}),
			),
		});
	return new Table({
		width: { size: TEXT_WIDTH, type: WidthType.DXA },
		columnWidths: [...widths],
		borders: {
			...frame("top"),
			...frame("bottom"),
			...frame("left"),
			...frame("right"),
			...frame("insideHorizontal"),
			...frame("insideVertical"),
		},
		rows: [row(head, true), ...rows.map((cells) => row(cells, false))],
	});
}

/** A picture as a table of marks: crisp on paper, editable, and read aloud cell by cell. */
function picture(p: Picture, index: number): (Paragraph | Table)[] {
	if (p.kind === "ladder")
		return list(
			p.lines.map((line) => line.name),
			true,
			index,
		);
	const rows = p.lines.map((line) => [line.name, ...p.columns.map((_, i) => (line.marks.includes(i) ? "●" : ""))]);
	const name = Math.floor(TEXT_WIDTH * (p.columns.length < 6 ? 0.4 : 0.25));
	const rest = Math.floor((TEXT_WIDTH - name) / p.columns.length);
	return [table(["", ...p.columns], rows, [name, ...p.columns.map(() => rest)]), space()];
}

function frame(side: string) {
	return { [side]: { style: BorderStyle.SINGLE, size: 4, color: "AEB7BD" } };
}

function columnWidths(count: number): number[] {
	const each = Math.floor(TEXT_WIDTH / count);
	return Array.from({ length: count }, () => each);
}

/** Runs of one paragraph: a line break in an answer stays a line break. */
function runs(text: string, bold = false, size?: number): TextRun[] {
	return legal(text)
		.split("\n")
		.map((line, i) => new TextRun({ text: line, ...(bold && { bold }), ...(size && { size }), break: i > 0 ? 1 : 0 }));
}

/**
 * Takes out what XML 1.0 cannot hold: control characters, halves of characters and the two non-characters. Word refuses
 * a file that has one of them.
 */
function legal(text: string): string {
	// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must go
	return text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu, "");
}

function quiet(text: string, keepNext = false): Paragraph {
	const options: IParagraphOptions = {
		keepNext,
		spacing: { after: 60 },
		children: [new TextRun({ text: legal(text), color: QUIET })],
	};
	return new Paragraph(options);
}

function space(): Paragraph {
	return new Paragraph({ spacing: { after: 60 } });
}

function footer(): Footer {
	return new Footer({
		children: [
			new Paragraph({
				alignment: AlignmentType.CENTER,
				children: [
					new TextRun({
						color: QUIET,
						size: 18,
						children: ["Page ", PageNumber.CURRENT, " of ", PageNumber.TOTAL_PAGES],
					}),
				],
			}),
		],
	});
}

function styles() {
	const heading = (size: number, before: number) => ({
		run: { font: FONT, size, bold: true, color: size > 30 ? "005EB8" : "212B32" },
		paragraph: { spacing: { before, after: 120 }, keepNext: true },
	});
	return {
		default: {
			document: {
				run: { font: FONT, size: 23, language: { value: "en-GB" } },
				paragraph: { spacing: { after: 140, line: 290 } },
			},
			title: heading(44, 0),
			heading1: heading(32, 480),
			heading2: heading(25, 280),
			heading3: heading(23, 200),
		},
		// docx bases its own character styles on this one and leaves it to Word to know it.
		characterStyles: [{ id: "DefaultParagraphFont", name: "Default Paragraph Font", semiHidden: true, uiPriority: 1 }],
	};
}
