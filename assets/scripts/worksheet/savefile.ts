import { type Definition, FORMAT, FORMAT_VERSION } from "./definition";

/** A save file that was read and found to be one, with its answers still as they came. */
export interface SaveFile {
	readonly worksheet: string;
	readonly revision: number;
	readonly saved: Date;
	/** Whether it is a copy made to be shared, so that it holds only a part. */
	readonly copy: boolean;
	readonly answers: readonly (readonly [string, unknown])[];
}

/** Why a file was refused, in words for the person who opened it. */
export class Refusal extends Error {
	override readonly name = "Refusal";
}

/** The largest file that is looked at: a hundred times a long worksheet. */
export const MAX_FILE_BYTES = 5_000_000;

/** A save file is five levels deep; a file far deeper was not made here. */
const MAX_DEPTH = 12;

const MAX_ANSWERS = 1000;
const SLUG = /^[a-z0-9]+(-[a-z0-9]+)*$/;

/** Writes a save file: JSON that a person can read, in a fixed order. */
export function toSaveFile(
	definition: Definition,
	answers: Iterable<readonly [string, unknown]>,
	now: Date,
	copy = false,
): string {
	const file = {
		format: FORMAT,
		version: FORMAT_VERSION,
		worksheet: definition.id,
		revision: definition.revision,
		saved: now.toISOString(),
		...(copy && { copy }),
		answers: Object.fromEntries(answers),
	};
	return `${JSON.stringify(file, null, 2)}\n`;
}

/**
 * Reads a save file. Whatever is not one is refused with a reason; nothing of it has been used then. Answers are not
 * judged here: the store cleans each by its question.
 */
export function readSaveFile(text: string): SaveFile {
	if (text.length > MAX_FILE_BYTES) throw new Refusal("This file is far too large to be a save file.");
	if (depth(text) > MAX_DEPTH) throw new Refusal("This file is not a save file of a worksheet.");
	const file = parse(text.replace(/^\ufeff/, ""));
	if (!isRecord(file) || own(file, "format") !== FORMAT)
		throw new Refusal("This file is not a save file of a worksheet.");
	const version = own(file, "version");
	if (typeof version === "number" && version > FORMAT_VERSION)
		throw new Refusal("This file was made by a newer version of this page. Reload the page and try again.");
	const worksheet = own(file, "worksheet");
	const revision = own(file, "revision");
	const answers = own(file, "answers");
	if (version !== FORMAT_VERSION || typeof worksheet !== "string" || !SLUG.test(worksheet) || !isRecord(answers))
		throw new Refusal("This save file is damaged.");
	const entries = Object.entries(answers).filter(([id]) => SLUG.test(id) && id.length <= 200);
	if (entries.length > MAX_ANSWERS) throw new Refusal("This save file is damaged.");
	const saved = new Date(String(own(file, "saved")));
	return {
		worksheet,
		revision: typeof revision === "number" ? revision : 0,
		saved: Number.isNaN(saved.getTime()) ? new Date(0) : saved,
		copy: own(file, "copy") === true,
		answers: entries,
	};
}

function parse(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		throw new Refusal("This file cannot be read. It may be damaged, or it is not a save file of a worksheet.");
	}
}

/** How deep brackets stand in each other, words in quotes left out. */
function depth(text: string): number {
	let deepest = 0;
	let now = 0;
	let quoted = false;
	for (let i = 0; i < text.length && deepest <= MAX_DEPTH; i++) {
		const c = text[i];
		if (quoted) {
			if (c === "\\") i++;
			else if (c === '"') quoted = false;
		} else if (c === '"') quoted = true;
		else if (c === "{" || c === "[") deepest = Math.max(deepest, ++now);
		else if (c === "}" || c === "]") now--;
	}
	return deepest;
}

function isRecord(value: unknown): value is Record<string, unknown> {
	return typeof value === "object" && value !== null && !Array.isArray(value);
}

function own(record: Record<string, unknown>, key: string): unknown {
	return Object.hasOwn(record, key) ? record[key] : undefined;
}
