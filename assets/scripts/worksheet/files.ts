import type { Sheet } from "./document";
import { painted } from "./dom";
import { toText } from "./text";

/** The kinds of file that people read. */
export type Kind = "word" | "pdf" | "text";

/** A file made from a document: its content, the end of its name, and what to say about it besides. */
export interface Made {
	readonly content: Blob | string;
	readonly extension: string;
	readonly remark?: string;
}

/** What makes Word and PDF is loaded when first asked for; plain text is always at hand. */
const makers = { word: () => import("./word"), pdf: () => import("./pdf") };

/** Loads what makes a kind of file ahead of the click. When that fails, the click says so. */
export function prepare(kind: keyof typeof makers): void {
	makers[kind]().catch(() => undefined);
}

/** Makes a file, after the page has shown that it is at it. */
export async function makeFile(kind: Kind, sheet: Sheet): Promise<Made> {
	if (kind === "text") return { content: toText(sheet), extension: "txt" };
	if (kind === "word") {
		const { toWord } = await makers.word();
		await painted();
		return { content: await toWord(sheet), extension: "docx" };
	}
	const { toPdf } = await makers.pdf();
	await painted();
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
