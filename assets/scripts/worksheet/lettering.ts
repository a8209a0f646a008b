/** Makes words fit the letters a document has, and remembers what it had no letters for. */
export interface Lettering {
	/** The words with what cannot be shown replaced by a box. */
	fit(words: string): string;
	/** The characters that were replaced, each once. */
	readonly missing: string[];
}

const BOX = "□";

/** Characters that say how others are drawn and have no shape of their own; a box for them would be one too many. */
const SHAPELESS =
	/[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]|\p{Variation_Selector}|\p{Emoji_Modifier}|[\u{e0000}-\u{e007f}]/gu;

interface Face {
	hasGlyphForCodePoint(code: number): boolean;
}

/** The lettering of a PDF: its regular face decides, because the bold one was cut to the same letters. */
export function letteringOf(doc: PDFKit.PDFDocument): Lettering {
	doc.font("regular");
	// pdfkit shows the face it sets in nowhere else.
	const face = (doc as unknown as { _font: { font: Face } })._font.font;
	return lettering((code) => face.hasGlyphForCodePoint(code));
}

/** The lettering of anything that knows which characters it has. */
export function lettering(has: (code: number) => boolean): Lettering {
	const missing = new Set<string>();
	return {
		fit(words) {
			const plain = words.normalize("NFC").replaceAll("\t", "    ").replace(SHAPELESS, "");
			// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must go
			return [...plain.replace(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/g, "")]
				.map((character) => {
					if (character === "\n" || has(character.codePointAt(0) ?? 0)) return character;
					missing.add(character);
					return BOX;
				})
				.join("");
		},
		get missing() {
			return [...missing];
		},
	};
}
