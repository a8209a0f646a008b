import type { Desk } from "./desk";
import { hand } from "./desk";
import { button, find, make, painted } from "./dom";
import { fileName } from "./download";
import { toSaveFile } from "./savefile";

/** Fewer characters than this can be guessed by a machine in no time. */
const MIN_PASSPHRASE_CHARACTERS = 10;

/** Asks for a passphrase and makes a protected save file. */
export function askToProtect(desk: Desk): void {
	const first = field("new-passphrase", "Choose a passphrase");
	const second = field("same-passphrase", "Write it once more");
	const problem = make("p", { class: "nhsuk-error-message", role: "alert", id: "passphrase-problem" });
	const form = make(
		"form",
		{ class: "sp-ask", autocomplete: "off" },
		make(
			"p",
			{},
			"Take four or five words that have nothing to do with each other. Write them down somewhere safe: nobody can open the file without them, and nobody can find out what they were.",
		),
		first.box,
		second.box,
		showToggle(first.input, second.input),
		problem,
		button("Make the protected file", () => void submit(), { class: "nhsuk-button nhsuk-button--small" }),
	);
	const submit = async () => {
		const words = fault(first.input.value, second.input.value);
		problem.textContent = words;
		if (words !== "") {
			first.input.setAttribute("aria-describedby", problem.id);
			first.input.focus();
			return;
		}
		await protectNow(desk, first.input.value);
	};
	form.addEventListener("submit", (event) => {
		event.preventDefault();
		void submit();
	});
	desk.tell(form);
	first.input.focus();
}

function fault(first: string, second: string): string {
	if ([...first].length < MIN_PASSPHRASE_CHARACTERS)
		return `Choose a longer passphrase, with at least ${MIN_PASSPHRASE_CHARACTERS} characters.`;
	return first === second ? "" : "The two are not the same. Write the passphrase twice.";
}

async function protectNow(desk: Desk, passphrase: string): Promise<void> {
	desk.tell("Making the protected file. This takes a few seconds.");
	try {
		const { protect } = await import("./protect");
		await painted();
		const day = new Date();
		const text = toSaveFile(desk.store.definition, desk.store.entries(), day);
		const file = await protect(text, passphrase);
		hand(desk, fileName("notes", "age", day), new Blob([file as BlobPart]));
	} catch {
		desk.tell(
			"The protected file could not be made. Your answers are still here. You can save a file without a passphrase.",
		);
	}
}

/** A field for a passphrase with its label. */
export function field(id: string, words: string): { box: HTMLElement; input: HTMLInputElement } {
	const input = make("input", {
		class: "nhsuk-input nhsuk-input--width-20",
		id,
		type: "password",
		autocomplete: "off",
		autocapitalize: "none",
		spellcheck: "false",
	});
	const label = make("label", { class: "nhsuk-label", for: id }, words);
	return { box: make("div", { class: "nhsuk-form-group" }, label, input), input };
}

/** A tick box that shows passphrases as they are typed. */
export function showToggle(...inputs: HTMLInputElement[]): HTMLElement {
	const box = make(
		"div",
		{ class: "nhsuk-checkboxes nhsuk-checkboxes--small" },
		make(
			"div",
			{ class: "nhsuk-checkboxes__item" },
			make("input", { class: "nhsuk-checkboxes__input", type: "checkbox", id: `${inputs[0]?.id}-show` }),
			make("label", { class: "nhsuk-label nhsuk-checkboxes__label", for: `${inputs[0]?.id}-show` }, "Show what I type"),
		),
	);
	const tick = find<HTMLInputElement>(box, "input");
	tick?.addEventListener("change", () => {
		for (const input of inputs) input.type = tick.checked ? "text" : "password";
	});
	return box;
}
