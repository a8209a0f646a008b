import PDFDocument from "pdfkit";
import { bold, regular } from "pdfkit/fonts";
import type { Block, Field, Sheet } from "./document";
import { draw } from "./drawing";
import { type Lettering, letteringOf } from "./lettering";
import { BLUE, INK, penOn, QUIET, RULE, SILENT } from "./pdf-pen";
import { altOf, type Picture } from "./picture";

type Element = PDFKit.PDFStructureElement;

/** A PDF, and the characters it could not show. */
export interface Pdf {
	readonly blob: Blob;
	readonly missing: readonly string[];
}

/** Points: A4 with margins of 2 cm. */
const MARGIN = 57;
const CELL = 5;
const SIZE = 10.5;
const HEADINGS = { 2: 17, 3: 12, 4: 11 } as const;

/** Points: a table row that would be taller than this is printed as a list of fields, which can run over pages. */
const TALLEST_ROW = 400;

/**
 * Makes a PDF with a real structure: headings, paragraphs, lists and tables in reading order, language, title and
 * outline, and its letters in the file. The browser's own print is the other way to a PDF.
 */
export async function toPdf(sheet: Sheet, compress = true): Promise<Pdf> {
	const doc = new PDFDocument({
		size: "A4",
		margin: MARGIN,
		pdfVersion: "1.7",
		subset: "PDF/UA" as "PDF/A-1", // the types do not know it yet
		tagged: true,
		lang: "en-GB",
		displayTitle: true,
		bufferPages: true,
		compress,
		font: null as unknown as string, // else it begins with a Helvetica that is not in the file
		info: { Title: sheet.title, Creator: "", Producer: "" },
	});
	const done = collect(doc);
	doc.registerFont("regular", regular).registerFont("bold", bold);
	const writer = new Writer(doc);
	writer.title(sheet);
	sheet.blocks.forEach((block, i) => {
		writer.block(block, sheet.blocks[i + 1]);
	});
	writer.end();
	return { blob: await done, missing: writer.letters.missing };
}

function collect(doc: PDFKit.PDFDocument): Promise<Blob> {
	const parts: BlobPart[] = [];
	return new Promise((resolve, reject) => {
		doc.on("data", (part: Uint8Array) => parts.push(part.slice()));
		doc.on("end", () => resolve(new Blob(parts, { type: "application/pdf" })));
		doc.on("error", reject);
	});
}

class Writer {
	readonly letters: Lettering;
	private readonly root: Element;
	private readonly width: number;
	private readonly bottom: number;

	constructor(private readonly doc: PDFKit.PDFDocument) {
		this.root = doc.struct("Document");
		doc.addStructure(this.root);
		this.letters = letteringOf(doc);
		this.width = doc.page.width - 2 * MARGIN;
		this.bottom = doc.page.height - MARGIN;
	}

	title(sheet: Sheet): void {
		this.text(this.root, "H1", sheet.title, { font: "bold", size: 24, color: INK, after: 6 });
		for (const line of sheet.about) this.text(this.root, "P", line, { color: QUIET, after: 2 });
	}

	/** Writes a block. A heading looks at what follows, so that a picture is not parted from it. */
	block(b: Block, next?: Block): void {
		switch (b.kind) {
			case "heading":
				if (next?.kind === "picture") this.room(this.heightOf(next.picture) + 40);
				this.heading(b.level, b.text);
				return;
			case "text":
				this.text(this.root, "P", b.text, { after: 6 });
				return;
			case "quiet":
				this.text(this.root, "P", b.text, { color: QUIET, after: 6 });
				return;
			case "list":
				this.list(b.items, b.ordered);
				return;
			case "table":
				this.table(b.head, b.rows);
				return;
			case "picture":
				this.picture(b.picture);
				return;
			case "record":
				this.heading(4, b.title);
				this.fields(b.fields);
		}
	}

	/** Closes the structure and numbers the pages; numbers are decoration to whoever has the file read aloud. */
	end(): void {
		this.root.end();
		const { count } = this.doc.bufferedPageRange();
		for (let i = 0; i < count; i++) {
			this.doc.switchToPage(i);
			this.doc.page.margins.bottom = 0;
			this.doc.markContent("Artifact", { type: "Pagination" });
			this.doc
				.font("regular")
				.fontSize(8)
				.fillColor(QUIET)
				.text(`Page ${i + 1} of ${count}`, MARGIN, this.doc.page.height - 36, {
					width: this.width,
					align: "center",
					lineBreak: false,
				});
			this.doc.endMarkedContent();
		}
		this.doc.end();
	}

	private heading(level: 2 | 3 | 4, words: string): void {
		const size = HEADINGS[level];
		this.doc.y += level === 2 ? 14 : 6;
		this.room(level === 2 ? 110 : 50);
		if (level === 2) this.doc.outline.addItem(this.letters.fit(words));
		const color = level === 2 ? BLUE : INK;
		this.text(this.root, `H${level}`, words, { font: "bold", size, color, after: 4 });
	}

	private text(parent: Element, type: string, words: string, style: Style = {}): void {
		parent.add(this.doc.struct(type, {}, () => this.draw(words, style)));
		this.doc.y += style.after ?? 0;
	}

	private draw(words: string, style: Style): void {
		this.doc
			.font(style.font ?? "regular")
			.fontSize(style.size ?? SIZE)
			.fillColor(style.color ?? INK)
			.text(this.letters.fit(words), style.x ?? MARGIN, this.doc.y, { width: style.width ?? this.width, lineGap: 2 });
	}

	private list(items: readonly string[], ordered: boolean): void {
		const list = this.doc.struct("L");
		this.root.add(list);
		items.forEach((words, i) => {
			this.room(SIZE * 2);
			const item = this.doc.struct("LI");
			list.add(item);
			const top = this.doc.y;
			const page = this.doc.page;
			this.text(item, "Lbl", ordered ? `${i + 1}.` : "•", { x: MARGIN + 8, width: 24 });
			if (this.doc.page === page) this.doc.y = top;
			this.text(item, "LBody", words, { x: MARGIN + 28, width: this.width - 28, after: 2 });
			item.end();
		});
		list.end();
		this.doc.y += 4;
	}

	private fields(fields: readonly Field[]): void {
		for (const field of fields) {
			this.room(SIZE * 4);
			this.text(this.root, "P", field.name, { font: "bold", after: 1 });
			this.text(this.root, "P", field.text, { after: 6 });
		}
	}

	private table(head: readonly string[], rows: readonly (readonly string[])[]): void {
		const width = this.width / head.length;
		// Measuring sets the words once more, so every row is measured once.
		const heights = rows.map((cells) => this.rowHeight(cells, width, "regular"));
		if (heights.some((height) => height > TALLEST_ROW)) {
			for (const cells of rows)
				this.fields(cells.map((text, i) => ({ name: head[i] ?? "", text })).filter((f) => f.text !== ""));
			return;
		}
		const table = this.doc.struct("Table");
		this.root.add(table);
		const headHeight = this.rowHeight(head, width, "bold");
		this.room(headHeight + (heights[0] ?? 0));
		this.row(table, head, width, headHeight, true);
		rows.forEach((cells, i) => {
			const height = heights[i] ?? 0;
			this.room(height);
			this.row(table, cells, width, height, false);
		});
		table.end();
		this.doc.y += 8;
	}

	/** Draws a picture as one figure; whoever has the file read aloud hears what it shows. */
	private picture(picture: Picture): void {
		const scale = this.width / draw(picture, SILENT).width;
		this.room(this.heightOf(picture));
		const top = this.doc.y;
		const figure = this.doc.struct("Figure", { alt: this.letters.fit(altOf(picture)) }, () => {
			this.doc.save().translate(MARGIN, top).scale(scale);
			draw(picture, penOn(this.doc, this.letters));
			this.doc.restore();
		});
		this.root.add(figure);
		this.doc.x = MARGIN;
		this.doc.y = top + this.heightOf(picture);
	}

	private heightOf(picture: Picture): number {
		const { width, height } = draw(picture, SILENT);
		return (height * this.width) / width + 10;
	}

	private rowHeight(cells: readonly string[], width: number, font: string): number {
		this.doc.font(font).fontSize(SIZE);
		const heights = cells.map((words) =>
			this.doc.heightOfString(this.letters.fit(words) || " ", { width: width - 2 * CELL, lineGap: 2 }),
		);
		return Math.max(...heights) + 2 * CELL;
	}

	private row(table: Element, cells: readonly string[], width: number, height: number, header: boolean): void {
		const font = header ? "bold" : "regular";
		const top = this.doc.y;
		this.doc.markContent("Artifact", { type: "Layout" });
		cells.forEach((_, i) => {
			this.doc.lineWidth(0.5).rect(MARGIN + i * width, top, width, height);
			if (header) this.doc.fillAndStroke("#e8edee", RULE);
			else this.doc.stroke(RULE);
		});
		this.doc.endMarkedContent();
		const row = this.doc.struct("TR");
		table.add(row);
		cells.forEach((words, i) => {
			this.doc.y = top + CELL;
			const place = { font, x: MARGIN + i * width + CELL, width: width - 2 * CELL };
			const cell = header
				? this.doc.struct("TH", { scope: "Column" } as never, () => this.draw(words, place))
				: this.doc.struct("TD", {}, () => this.draw(words, place));
			row.add(cell);
		});
		row.end();
		this.doc.y = top + height;
	}

	/** Begins a new page unless this much room is left. */
	private room(height: number): void {
		if (this.doc.y + height > this.bottom) this.doc.addPage();
	}
}

interface Style {
	readonly font?: string;
	readonly size?: number;
	readonly color?: string;
	readonly x?: number;
	readonly width?: number;
	readonly after?: number;
}
