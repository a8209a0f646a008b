import { questionsOf } from "./definition";
import { sheetOf } from "./document";
import { button, make as element, find, findAll, onClick } from "./dom";
import { fileName, saveAs } from "./download";
import { type Kind, makeFile, prepare } from "./files";
import { toSaveFile } from "./savefile";
import type { Store } from "./store";

/** What the buttons of the last section work with: the answers, and one place to talk in. */
export interface Desk {
	readonly root: HTMLElement;
	readonly store: Store;
	/** Shows and announces words, or a small form; without any it goes quiet. */
	tell(...content: (Node | string | false)[]): void;
	/** Puts other answers on the page and offers to undo it. */
	swap(values: Iterable<readonly [string, unknown]>, words: string): void;
}

type Act = (desk: Desk, pressed: HTMLElement) => Promise<void> | void;

/**
 * What each button does, by its data-act. Plain text, the save file, printing and clearing come with the page, so that
 * they work when the connection is lost; everything larger is loaded on the click.
 */
const acts: Readonly<Record<string, Act>> = {
	print: () => window.print(),
	clear: askToClear,
	text: (desk) => make(desk, "text"),
	word: (desk) => make(desk, "word"),
	pdf: (desk) => make(desk, "pdf"),
	save: (desk) => {
		const day = new Date();
		const text = toSaveFile(desk.store.definition, desk.store.entries(), day);
		hand(desk, fileName("notes", "json", day), text);
	},
	protect: async (desk) => (await import("./keeping")).askToProtect(desk),
	calendar: async (desk) => (await import("./calendar")).askForCalendar(desk),
	overview: async (desk) => (await import("./overview")).showOverview(desk),
	share: async (desk) => (await import("./sharing")).beginSharing(desk),
	carry: async (desk) => (await import("./drafting")).carryFromDraft(desk),
	open: async (desk, pressed) => (await import("./opening")).open(desk, pressed as HTMLInputElement),
};

async function make(desk: Desk, kind: Kind): Promise<void> {
	const day = new Date();
	const { content, extension, remark } = await makeFile(kind, sheetOf(desk.store, day));
	hand(desk, fileName("notes", extension, day), content, remark);
}

/** Downloads a file of all answers; after that they exist outside the page. */
export function hand(desk: Desk, name: string, content: Blob | string, remark = ""): void {
	saveAs(name, content);
	desk.store.markKept();
	desk.tell(`The file ${name} is made. Look for it in your downloads folder. ${remark}`.trim());
}

/** Sets up the last section: copies to take away, files to open, and clearing. */
export function setUpDesk(root: HTMLElement, store: Store): Desk {
	const report = find(root, "[data-report]");
	const desk: Desk = {
		root,
		store,
		tell: (...content) => report?.replaceChildren(...content.filter((c) => c !== false)),
		swap(values, words) {
			const before = store.entries();
			store.replace(values);
			if (before.length === 0) {
				desk.tell(words);
				return;
			}
			const stop = store.listen(() => {
				stop();
				desk.tell();
			});
			const undo = button("Undo", () => {
				stop();
				store.replace(before);
				desk.tell("Your answers are as they were before.");
			});
			desk.tell(element("p", {}, words), undo);
			undo.focus();
		},
	};
	const start = (pressed: HTMLElement) => {
		const group = pressed.closest(".nhsuk-button-group, .nhsuk-form-group");
		if (report && group && group.nextElementSibling !== report) group.after(report);
		void run(desk, pressed);
	};
	const dated = questionsOf(store.definition).some((q) => q.columns?.some((column) => column.type === "date"));
	for (const part of findAll(root, "[data-dates]")) part.hidden = !dated;
	onClick(root, "button[data-act]", start);
	// Whoever points at a button or comes to it by keys is about to press it.
	for (const kind of ["word", "pdf"] as const)
		for (const sign of ["pointerenter", "focus"])
			find(root, `[data-act=${kind}]`)?.addEventListener(sign, () => prepare(kind), { once: true });
	find(root, "input[data-act]")?.addEventListener("change", (event) => start(event.target as HTMLElement));
	return desk;
}

/** Runs one button: once at a time, with a plain message when it fails. */
async function run(desk: Desk, pressed: HTMLElement): Promise<void> {
	const act = acts[pressed.dataset.act ?? ""];
	if (!act || pressed.getAttribute("aria-disabled") === "true") return;
	const work = act(desk, pressed);
	if (!work) return;
	pressed.setAttribute("aria-disabled", "true");
	desk.tell("One moment…");
	try {
		await work;
	} catch {
		desk.tell(
			"That did not work. Your answers are still here. If the connection was lost, you can still save a file, download plain text, or print.",
		);
	} finally {
		pressed.removeAttribute("aria-disabled");
	}
}

function askToClear(desk: Desk, pressed: HTMLElement): void {
	if (desk.store.entries().length === 0) {
		desk.tell("There is nothing to clear.");
		return;
	}
	const yes = button("Yes, clear them", () => desk.swap([], "Your answers are cleared."), {
		class: "nhsuk-button nhsuk-button--warning nhsuk-button--small",
	});
	const no = button("Keep them", () => {
		desk.tell("Your answers are still here.");
		pressed.focus();
	});
	desk.tell(
		element("p", {}, element("strong", {}, "Clear all answers on this page, and the draft if there is one?")),
		element(
			"p",
			{},
			"This cannot take back files you have downloaded, pages you have printed, or copies you have sent.",
		),
		element("div", { class: "nhsuk-button-group" }, yes, no),
	);
	yes.focus();
}
