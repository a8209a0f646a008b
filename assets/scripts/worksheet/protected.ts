import { MAX_FILE_BYTES } from "./savefile";

/** How every age file begins. */
const START = "age-encryption.org/v1";

/** How an age file begins that was made to be pasted into an e-mail. */
export const ARMOUR = "-----BEGIN AGE ENCRYPTED FILE-----";

/** Whether a file begins with these words. */
export function startsWith(file: Uint8Array, words: string): boolean {
	return new TextDecoder().decode(file.subarray(0, words.length)) === words;
}

/** Whether a file is protected by age. Kept apart from age itself, which is loaded only for a file that is. */
export function isProtected(file: Uint8Array): boolean {
	return file.length <= MAX_FILE_BYTES && (startsWith(file, START) || startsWith(file, ARMOUR));
}
