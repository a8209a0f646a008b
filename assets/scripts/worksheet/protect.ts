import { armor, Decrypter, Encrypter } from "age-encryption";
import { ARMOUR, startsWith } from "./protected";
import { Refusal } from "./savefile";

/** Protects a text with a passphrase, in the standard age format: any age program opens it. */
export async function protect(text: string, passphrase: string, workFactor?: number): Promise<Uint8Array> {
	const encrypter = new Encrypter();
	encrypter.setPassphrase(passphrase);
	if (workFactor !== undefined) encrypter.setScryptWorkFactor(workFactor);
	return encrypter.encrypt(text);
}

/** Opens a protected text. A wrong passphrase and a file that was tampered with are told apart as far as age can. */
export async function unprotect(file: Uint8Array, passphrase: string): Promise<string> {
	const bytes = startsWith(file, ARMOUR) ? unarmour(file) : file;
	const decrypter = new Decrypter();
	decrypter.addPassphrase(passphrase);
	try {
		return await decrypter.decrypt(bytes, "text");
	} catch (error) {
		const words = error instanceof Error ? error.message : "";
		if (words.includes("no identity matched")) throw new Refusal("That passphrase does not open this file.");
		throw new Refusal("This protected file is damaged, or it was not made with a passphrase.");
	}
}

function unarmour(file: Uint8Array): Uint8Array {
	try {
		return armor.decode(new TextDecoder().decode(file));
	} catch {
		throw new Refusal("This protected file is damaged.");
	}
}
