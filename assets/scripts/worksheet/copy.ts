import { compose } from "./document";
import { button, find, make, onClick } from "./dom";
import { fileName, saveAs } from "./download";
import type { Store } from "./store";

/** Makes one kind of file out of the answers; its parts are loaded on the click. */
type Maker = (store: Store, day: Date) => Promise<void>;

function sheetOf(store: Store, day: Date) {
	return compose(store.definition, store.answers, {
		day,
		unanswered: store.answers.size === 0,
	});
}

const makers: Readonly<Record<string, Maker>> = {
	word: async (store, day) => {
		const { toWord } = await import("./word");
		saveAs(fileName("notes", "docx", day), await toWord(sheetOf(store, day)));
	},
	text: async (store, day) => {
		const { toText } = await import("./text");
		saveAs(fileName("notes", "txt", day), toText(sheetOf(store, day)));
	},
};

/** The last section: copies to take away, and clearing. */
export class Copy {
	private readonly report: HTMLElement | undefined;

	constructor(
		root: HTMLElement,
		private readonly store: Store,
	) {
		this.report = find(root, "[data-report]");
		onClick(root, "[data-download]", (pressed) => {
			void this.download(pressed as HTMLButtonElement);
		});
		onClick(root, "[data-print]", () => window.print());
		onClick(root, "[data-clear]", (pressed) => this.askToClear(pressed));
	}

	private tell(...words: (string | Node)[]): void {
		this.report?.replaceChildren(...words);
	}

	/** Runs one job of a button: busy while it lasts, with a plain message when it fails. */
	private async download(pressed: HTMLButtonElement): Promise<void> {
		const maker = makers[pressed.dataset.download ?? ""];
		if (!maker || pressed.getAttribute("aria-disabled") === "true") return;
		pressed.setAttribute("aria-disabled", "true");
		this.tell("Making the file…");
		try {
			await maker(this.store, new Date());
			this.store.markKept();
			this.tell("The file is made. Look for it in your downloads folder.");
		} catch {
			this.tell("The file could not be made. Nothing is lost: try plain text, or print the page.");
		} finally {
			pressed.removeAttribute("aria-disabled");
		}
	}

	private askToClear(pressed: HTMLElement): void {
		if (this.store.answers.size === 0) {
			this.tell("There is nothing to clear.");
			return;
		}
		const yes = button("Yes, clear them", () => this.clear(pressed), {
			class: "nhsuk-button nhsuk-button--warning nhsuk-button--small",
		});
		const no = button("Keep them", () => {
			this.tell("Your answers are still here.");
			pressed.focus();
		});
		this.tell(
			make("strong", {}, "Clear all answers on this page?"),
			make(
				"p",
				{},
				"This cannot take back files you have downloaded, pages you have printed, or copies you have sent.",
			),
			make("div", { class: "nhsuk-button-group" }, yes, no),
		);
		yes.focus();
	}

	/** Clears, and can undo it until the next answer or until the page is left. */
	private clear(pressed: HTMLElement): void {
		const before = this.store.entries();
		this.store.replace([]);
		const stop = this.store.listen(() => {
			stop();
			this.tell();
		});
		const undo = button("Undo", () => {
			stop();
			this.store.replace(before);
			this.tell("Your answers are back.");
			pressed.focus();
		});
		this.tell(make("p", {}, "Your answers are cleared."), undo);
		undo.focus();
	}
}
