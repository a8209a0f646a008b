import type { Picture } from "./picture";

/** What a picture is drawn with: on the page in SVG, in a document by its own means. Lengths are the same everywhere. */
export interface Pen {
	text(words: string, x: number, y: number, style: TextStyle): void;
	dot(x: number, y: number, radius: number, filled: boolean): void;
	line(x1: number, y1: number, x2: number, y2: number): void;
}

/** How words are set: their size, weight, and to which side of x they go. */
export interface TextStyle {
	readonly size: number;
	readonly bold?: boolean;
	readonly middle?: boolean;
}

/** The size of a drawing in its own units, of which 480 make the width of a page. */
export interface Size {
	readonly width: number;
	readonly height: number;
}

const WIDTH = 480;
const NAME_WIDTH = 200;

/** Many columns leave less room for names. */
const NARROW_NAME_WIDTH = 130;
const MANY_COLUMNS = 6;

const SIZE = 10;
const LINE = 13;
const ROW_GAP = 7;
const RADIUS = 5;

/** Widths of letters at size 1: a good guess for Arial and its like, so that nothing needs to be measured. */
const LETTER = 0.53;

/** Draws a picture and says how large it became. */
export function draw(picture: Picture, pen: Pen): Size {
	return picture.kind === "ladder" ? drawLadder(picture, pen) : drawColumns(picture, pen);
}

function drawColumns(picture: Picture, pen: Pen): Size {
	const nameWidth = picture.columns.length < MANY_COLUMNS ? NAME_WIDTH : NARROW_NAME_WIDTH;
	const width = (WIDTH - nameWidth) / Math.max(picture.columns.length, 1);
	const middle = (i: number) => nameWidth + width * (i + 0.5);
	const heads = picture.columns.map((words) => wrap(words, width - 4, SIZE - 1));
	const tallest = Math.max(1, ...heads.map((lines) => lines.length));
	heads.forEach((lines, i) => {
		lines.forEach((words, n) => {
			const y = LINE * (tallest - lines.length + n + 1);
			pen.text(words, middle(i), y, { size: SIZE - 1, bold: true, middle: true });
		});
	});
	let y = tallest * LINE + ROW_GAP;
	for (const line of picture.lines) {
		const names = wrap(line.name, nameWidth - 12, SIZE);
		pen.line(0, y, WIDTH, y);
		names.forEach((words, n) => {
			pen.text(words, 0, y + ROW_GAP + LINE * n + 6, { size: SIZE });
		});
		const height = names.length * LINE + ROW_GAP;
		picture.columns.forEach((_, i) => {
			pen.dot(middle(i), y + height / 2, RADIUS, line.marks.includes(i));
		});
		y += height;
	}
	pen.line(0, y, WIDTH, y);
	return { width: WIDTH, height: y + 1 };
}

function drawLadder(picture: Picture, pen: Pen): Size {
	let y = 4;
	picture.lines.forEach((line, i) => {
		const names = wrap(line.name, WIDTH - 50, SIZE + 1);
		pen.dot(12, y + 12, 11, false);
		pen.text(String(i + 1), 12, y + 16, { size: SIZE + 1, bold: true, middle: true });
		names.forEach((words, n) => {
			pen.text(words, 34, y + 16 + LINE * n, { size: SIZE + 1, bold: i === 0 });
		});
		const height = Math.max(30, names.length * LINE + 14);
		if (i < picture.lines.length - 1) pen.line(12, y + 23, 12, y + height + 1);
		y += height;
	});
	return { width: WIDTH, height: y };
}

/** Breaks words into lines; a word longer than a line is cut. */
export function wrap(words: string, width: number, size: number): string[] {
	const most = Math.max(4, Math.floor(width / (size * LETTER)));
	const lines: string[] = [];
	let line = "";
	for (const word of words.replaceAll("\n", " ").split(" ")) {
		const next = line === "" ? word : `${line} ${word}`;
		if (next.length <= most) line = next;
		else {
			if (line !== "") lines.push(line);
			line = word.length > most ? `${word.slice(0, most - 1)}…` : word;
		}
	}
	if (line !== "") lines.push(line);
	return lines.length > 4 ? [...lines.slice(0, 3), `${lines[3]}…`] : lines;
}
