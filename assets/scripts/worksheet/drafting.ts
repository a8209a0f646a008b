import { questionsOf } from "./definition";
import type { Desk } from "./desk";
import { button, find, make } from "./dom";
import { Draft, type DraftHost, deleteDraft, type Found, findDraft, forgetOld } from "./draft";
import { count, when } from "./opening";
import type { SaveFile } from "./savefile";

let draft: Draft | undefined;

/** On opening the page: forgets what is over, and offers the draft that is there. */
export async function welcome(desk: Desk, tick: HTMLInputElement): Promise<void> {
	await forgetOld(Date.now());
	const found = await findDraft(desk.store.definition.id);
	if (found) offer(desk, tick, found);
	const bring = find(desk.root, "[data-carry]");
	if (bring && (await otherDrafts(desk)).length > 0) bring.hidden = false;
}

/** Offers pieces of the other worksheet's draft on this device. */
export async function carryFromDraft(desk: Desk): Promise<void> {
	const { offerToCarry } = await import("./carrying");
	for (const file of await otherDrafts(desk)) if (offerToCarry(desk, file)) return;
	desk.tell("The draft of the other worksheet has nothing that fits here yet.");
}

/** Drafts of the worksheets from which questions of this one can be filled. */
async function otherDrafts(desk: Desk): Promise<SaveFile[]> {
	const sources = new Set(
		questionsOf(desk.store.definition).flatMap((question) => question.carry?.split("/")[0] ?? []),
	);
	const found = await Promise.all([...sources].map((worksheet) => findDraft(worksheet)));
	return found.flatMap((draft) => draft?.file ?? []);
}

/** The box was ticked or unticked. */
export async function toggle(desk: Desk, tick: HTMLInputElement): Promise<void> {
	try {
		if (!tick.checked) {
			await forget(desk, "The draft is deleted from this device. Your answers are still on the page.");
			return;
		}
		const found = await findDraft(desk.store.definition.id);
		if (found && !draft) {
			tick.checked = false;
			offer(desk, tick, found);
			return;
		}
		if (await begin(desk, tick, false)) await keepNow(desk);
	} catch {
		forbidden(desk, tick);
	}
}

/** Another number of days was chosen. */
export async function changeDays(desk: Desk): Promise<void> {
	if (!draft) return;
	draft.days = days(desk);
	await draft.write();
}

function days(desk: Desk): number {
	return Number(find<HTMLSelectElement>(desk.root, "[data-draft-days]")?.value ?? 7);
}

/** Says that there is a draft, and lets the person decide; opening it at once would show it to whoever sits there. */
function offer(desk: Desk, tick: HTMLInputElement, found: Found): void {
	const open = button("Open the draft", () => void resume(desk, tick, false), {
		class: "nhsuk-button nhsuk-button--small",
	});
	const drop = button("Delete it from this device", async () => {
		await deleteDraft(desk.store.definition.id);
		notice(desk, "The draft is deleted from this device.");
	});
	notice(
		desk,
		make("p", {}, make("strong", {}, "There is a draft of this worksheet on this device.")),
		make(
			"p",
			{},
			`It was last kept on ${when(found.file.saved)}, holds ${count(found.file.answers.length, "answer")}, and is forgotten on ${date(found.until)}.`,
		),
		make("div", { class: "nhsuk-button-group" }, open, drop),
	);
}

/** Goes on with the draft on this device. What it holds now counts, not what it held when it was offered. */
async function resume(desk: Desk, tick: HTMLInputElement, force: boolean): Promise<void> {
	if (!(await begin(desk, tick, force))) return;
	const found = await findDraft(desk.store.definition.id);
	if (!found) return;
	const select = find<HTMLSelectElement>(desk.root, "[data-draft-days]");
	if (select && draft) {
		select.value = String(found.days);
		draft.days = found.days;
	}
	desk.swap(found.file.answers, "The draft is on the page.");
	notice(desk, "The draft is open. It is kept as you write.");
}

async function begin(desk: Desk, tick: HTMLInputElement, force: boolean): Promise<boolean> {
	const next = new Draft(desk.store, host(desk, tick), days(desk));
	if (!(await next.start(force))) {
		tick.checked = false;
		notice(
			desk,
			make("p", {}, make("strong", {}, "This draft is open in another tab or window.")),
			make(
				"p",
				{},
				"Two tabs would overwrite each other, so only one keeps the draft. Go on in the other tab, or take the draft over.",
			),
			button("Open the draft here instead", () => void resume(desk, tick, true)),
		);
		return false;
	}
	draft = next;
	desk.store.drafting = true;
	tick.checked = true;
	notice(desk);
	return true;
}

/** The first draft is written at once, so that the box does what it says. */
async function keepNow(desk: Desk): Promise<void> {
	if (desk.store.answers.size > 0) await draft?.write();
	else say(desk, "A draft will be kept as you write.");
}

async function forget(desk: Desk, words: string): Promise<void> {
	end(desk);
	await deleteDraft(desk.store.definition.id);
	desk.store.keptWords = "";
	say(desk, words);
}

function end(desk: Desk): void {
	draft?.stop();
	draft = undefined;
	desk.store.drafting = false;
}

function host(desk: Desk, tick: HTMLInputElement): DraftHost {
	return {
		kept(values, at, until) {
			const time = at.toLocaleTimeString("en-GB", { hour: "2-digit", minute: "2-digit", second: "2-digit" });
			desk.store.markKept(`Draft kept on this device at ${time}.`, values);
			say(desk, `Last kept at ${time}. Forgotten on ${date(until)}, or as soon as you untick the box.`);
		},
		failed: () => forbidden(desk, tick),
		lost() {
			end(desk);
			tick.checked = false;
			desk.store.keptWords = "";
			notice(
				desk,
				make("p", {}, make("strong", {}, "The draft was opened in another tab.")),
				make("p", {}, "This tab keeps nothing any more. Go on in the other tab, or save a file of what stands here."),
			);
		},
	};
}

/** The device does not let us write. Files still work. */
function forbidden(desk: Desk, tick: HTMLInputElement): void {
	end(desk);
	tick.checked = false;
	desk.store.keptWords = "";
	say(desk, "");
	notice(
		desk,
		make("p", {}, make("strong", {}, "The draft could not be kept.")),
		make(
			"p",
			{},
			"This device has no room left, or its browser does not allow it. Your answers are still in this tab. Save a file instead.",
		),
		button("Save a file", () => find(desk.root, "[data-act=save]")?.click()),
	);
}

function say(desk: Desk, words: string): void {
	const status = find(desk.root, "[data-draft-status]");
	if (status) status.textContent = words;
}

function notice(desk: Desk, ...content: (Node | string)[]): void {
	find(desk.root, "[data-notice]")?.replaceChildren(...content);
}

function date(day: Date): string {
	return day.toLocaleDateString("en-GB", { day: "numeric", month: "long", year: "numeric" });
}
