import type { Sheet } from "./document";
import { toText } from "./text";

/** The kinds of file that people read. */
export type Kind = "word" | "pdf" | "text";

/** A file made from a document: its content, the end of its name, and what to say about it besides. */
export interface Made {
	readonly content: Blob | string;
	readonly extension: string;
	readonly remark?: string;
}

/** Makes a file. What makes Word and PDF is loaded when first asked for; plain text is always at hand. */
export async function makeFile(kind: Kind, sheet: Sheet): Promise<Made> {
	if (kind === "text") return { content: toText(sheet), extension: "txt" };
	if (kind === "word") {
		const { toWord } = await import("./word");
		return { content: await toWord(sheet), extension: "docx" };
	}
	const { toPdf } = await import("./pdf");
	const { blob, missing } = await toPdf(sheet);
	if (missing.length === 0) return { content: blob, extension: "pdf" };
	return {
		content: blob,
		extension: "pdf",
		remark: `The PDF has no letters for ${some(missing)}; it shows a box instead. The Word file keeps them.`,
	};
}

/** The first few of the characters, and how many more there are. */
function some(characters: readonly string[]): string {
	const shown = characters.slice(0, 5).join(" ");
	return characters.length > 5 ? `${shown} and ${characters.length - 5} more` : shown;
}
