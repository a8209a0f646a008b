import type { Pen } from "./drawing";
import type { Lettering } from "./lettering";

/** The colours of a PDF. */
export const INK = "#212b32";
export const QUIET = "#4c6272";
export const BLUE = "#005eb8";
export const RULE = "#aeb7bd";

/** A pen that leaves no trace, to find out how large a drawing becomes. */
export const SILENT: Pen = { text: () => undefined, dot: () => undefined, line: () => undefined };

/** A pen that draws into a PDF, from wherever its origin is. */
export function penOn(doc: PDFKit.PDFDocument, letters: Lettering): Pen {
	return {
		text(words, x, y, style) {
			const fit = letters.fit(words);
			doc
				.font(style.bold ? "bold" : "regular")
				.fontSize(style.size * 0.9)
				.fillColor(INK);
			const shift = style.middle ? doc.widthOfString(fit) / 2 : 0;
			doc.text(fit, x - shift, y - style.size * 0.9, { lineBreak: false });
		},
		dot(x, y, radius, filled) {
			doc.lineWidth(0.6).circle(x, y, radius);
			if (filled) doc.fillAndStroke(BLUE, BLUE);
			else doc.stroke(RULE);
		},
		line(x1, y1, x2, y2) {
			doc.lineWidth(0.4).moveTo(x1, y1).lineTo(x2, y2).stroke(RULE);
		},
	};
}
