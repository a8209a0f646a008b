import type { Desk } from "./desk";
import { button, make, painted } from "./dom";
import { field, showToggle } from "./keeping";
import { isProtected } from "./protected";
import { MAX_FILE_BYTES, Refusal, readSaveFile, type SaveFile } from "./savefile";

/** Opens the file that was chosen. A file that is refused changes nothing. */
export async function open(desk: Desk, input: HTMLInputElement): Promise<void> {
	const file = input.files?.[0];
	input.value = "";
	if (!file) {
		desk.tell();
		return;
	}
	if (file.size > MAX_FILE_BYTES) {
		desk.tell("This file is far too large to be a save file.");
		return;
	}
	const bytes = new Uint8Array(await file.arrayBuffer());
	if (isProtected(bytes)) askForPassphrase(desk, bytes);
	else await look(desk, () => new TextDecoder().decode(bytes));
}

/** Reads the text and says what the file is, or why it was refused. */
async function look(desk: Desk, text: () => Promise<string> | string): Promise<boolean> {
	try {
		await offer(desk, readSaveFile(await text()));
		return true;
	} catch (error) {
		if (!(error instanceof Refusal)) throw error;
		desk.tell(make("p", {}, make("strong", {}, error.message)), make("p", {}, "Nothing on this page has changed."));
		return false;
	}
}

function askForPassphrase(desk: Desk, bytes: Uint8Array): void {
	const asked = field("passphrase", "This file is protected. What is its passphrase?");
	const unlock = async () => {
		const words = asked.input.value;
		desk.tell("Opening the file. This takes a few seconds.");
		const { unprotect } = await import("./protect");
		await painted();
		if (await look(desk, () => unprotect(bytes, words))) return;
		const again = button("Try again", () => askForPassphrase(desk, bytes));
		desk.root.querySelector("[data-report]")?.append(again);
		again.focus();
	};
	const form = make(
		"form",
		{ class: "sp-ask", autocomplete: "off" },
		asked.box,
		showToggle(asked.input),
		button("Open the file", () => void unlock(), { class: "nhsuk-button nhsuk-button--small" }),
	);
	form.addEventListener("submit", (event) => {
		event.preventDefault();
		void unlock();
	});
	desk.tell(form);
	asked.input.focus();
}

/** Says what a file holds, and asks what to do with it. */
async function offer(desk: Desk, file: SaveFile): Promise<void> {
	const { definition } = desk.store;
	if (file.worksheet !== definition.id) {
		const { offerToCarry } = await import("./carrying");
		if (offerToCarry(desk, file)) return;
		throw new Refusal("This file belongs to another worksheet. Open it on that worksheet's page.");
	}
	const read = button("Only read it", async () => {
		const { readOnly } = await import("./reading");
		readOnly(desk, file);
	});
	const write = button("Carry on writing", () => carryOn(desk, file), {
		class: "nhsuk-button nhsuk-button--small",
	});
	const saved = file.saved.getTime() > 0 ? `It was saved on ${when(file.saved)}. ` : "";
	desk.tell(
		make("p", {}, make("strong", {}, file.copy ? "This is a shared copy." : "This is a save file of this worksheet.")),
		make("p", {}, `${saved}It holds ${count(file.answers.length, "answer")}.`),
		file.revision !== definition.revision &&
			make(
				"p",
				{},
				"The questions have been revised since. Answers to questions that are gone are kept and shown at the end.",
			),
		desk.store.answers.size > 0 &&
			make("p", {}, "If you carry on with it, it takes the place of what you have written here."),
		make("div", { class: "nhsuk-button-group" }, ...(file.copy ? [read] : [write, read])),
	);
	(file.copy ? read : write).focus();
}

function carryOn(desk: Desk, file: SaveFile): void {
	desk.swap(file.answers, "The answers are on the page. Choose a section to go on.");
	desk.store.markKept();
}

/** A day and time as people in the UK write them. */
export function when(date: Date): string {
	return date.toLocaleString("en-GB", { dateStyle: "long", timeStyle: "short" });
}

/** A number with its noun. */
export function count(n: number, noun: string): string {
	return `${n} ${noun}${n === 1 ? "" : "s"}`;
}
