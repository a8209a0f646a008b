import type { Desk } from "./desk";
import { button, find, findAll, make } from "./dom";
import { fileName, saveAs } from "./download";
import { type Kind, makeFile } from "./files";
import { render } from "./render";
import { toSaveFile } from "./savefile";
import { type Audience, audiencesOf, copySheet, onlyChosen, preset, shareable } from "./share";

/** What was chosen so far; going back from the preview finds it again. */
interface Choice {
	readonly audience: Audience | undefined;
	readonly chosen: Set<string>;
}

/** First step of a shared copy: who it is for. */
export function beginSharing(desk: Desk): void {
	const { definition, answers } = desk.store;
	if (answers.size === 0) {
		desk.tell("There is nothing to share yet.");
		return;
	}
	const people = audiencesOf(definition, answers);
	const pick = (audience: Audience | undefined) =>
		choose(desk, { audience, chosen: audience ? preset(definition, answers, audience) : new Set() });
	const buttons = [
		...people.map((audience) => button(audience.text, () => pick(audience))),
		button(people.length > 0 ? "With somebody else" : "Choose what goes in", () => pick(undefined)),
	];
	desk.tell(
		make("h4", { class: "nhsuk-heading-s", tabindex: "-1" }, "Share"),
		make("p", {}, "You choose what goes in, and see it before you download it. Nothing is sent."),
		make("div", { class: "nhsuk-button-group" }, ...buttons),
	);
	buttons[0]?.focus();
}

/** Second step: what goes in. */
function choose(desk: Desk, choice: Choice): void {
	const heading = make(
		"h4",
		{ class: "nhsuk-heading-s", tabindex: "-1" },
		`What goes in${choice.audience ? `: ${lower(choice.audience.text)}` : ""}`,
	);
	const look = button("Look at the copy", () => preview(desk, choice), { class: "nhsuk-button nhsuk-button--small" });
	const form = make("div", { class: "sp-sharing" }, ...sections(desk, choice));
	form.addEventListener("change", (event) => {
		const tick = event.target as HTMLInputElement;
		const section = tick.dataset.section;
		const ticks =
			section === undefined ? [tick] : findAll<HTMLInputElement>(form, `[data-of="${section}"]:not([data-personal])`);
		for (const one of ticks) {
			one.checked = tick.checked;
			if (one.checked) choice.chosen.add(one.value);
			else choice.chosen.delete(one.value);
		}
		settle(form);
	});
	desk.tell(
		heading,
		make("p", {}, start(choice)),
		form,
		make(
			"div",
			{ class: "nhsuk-button-group" },
			look,
			button("Stop", () => desk.tell("No copy was made.")),
		),
	);
	settle(form);
	heading.focus();
}

function start(choice: Choice): string {
	if (choice.chosen.size > 0)
		return "Ticked are the sections you marked for sharing. Personal answers are never ticked for you.";
	return "Nothing is ticked until you tick it.";
}

function sections(desk: Desk, choice: Choice): HTMLElement[] {
	const { definition, answers } = desk.store;
	return definition.sections.flatMap((section) => {
		const questions = section.questions.filter((question) => shareable(question, answers));
		if (questions.length === 0) return [];
		const open = questions.filter((question) => !question.sensitive);
		return make(
			"fieldset",
			{ class: "nhsuk-fieldset sp-sharing__section" },
			make("legend", { class: "nhsuk-fieldset__legend nhsuk-fieldset__legend--s" }, section.title),
			make(
				"div",
				{ class: "nhsuk-checkboxes nhsuk-checkboxes--small" },
				open.length > 1 &&
					tickBox(`share-all-${section.id}`, "All of this section but personal answers", false, {
						"data-section": section.id,
					}),
				...questions.map((question) =>
					tickBox(
						`share-${question.id}`,
						question.ask,
						choice.chosen.has(question.id),
						{
							value: question.id,
							"data-of": section.id,
							"data-personal": question.sensitive,
						},
						question.sensitive ? "Personal" : "",
					),
				),
			),
		);
	});
}

/** The box of a whole section is ticked when all of its are. */
function settle(form: HTMLElement): void {
	for (const all of findAll<HTMLInputElement>(form, "[data-section]")) {
		const own = findAll<HTMLInputElement>(form, `[data-of="${all.dataset.section}"]:not([data-personal])`);
		all.checked = own.every((one) => one.checked);
	}
}

function tickBox(
	id: string,
	words: string,
	checked: boolean,
	attributes: Record<string, string | boolean | undefined>,
	mark = "",
): HTMLElement {
	const input = make("input", { class: "nhsuk-checkboxes__input", type: "checkbox", id, ...attributes });
	input.checked = checked;
	return make(
		"div",
		{ class: "nhsuk-checkboxes__item" },
		input,
		make(
			"label",
			{ class: "nhsuk-label nhsuk-checkboxes__label", for: id },
			words,
			mark !== "" && make("strong", { class: "nhsuk-tag nhsuk-tag--grey sp-sharing__mark" }, mark),
		),
	);
}

/** Third step: exactly what the copy holds, made from the same document as every file of it. */
function preview(desk: Desk, choice: Choice): void {
	const { definition, answers } = desk.store;
	const chosen = onlyChosen(definition, answers, choice.chosen);
	const back = button("Change what goes in", () => choose(desk, choice));
	if (chosen.size === 0) {
		desk.tell(make("p", {}, "Nothing is ticked, so there is no copy to look at."), back);
		back.focus();
		return;
	}
	const day = new Date();
	const sheet = copySheet(definition, chosen, choice.audience, day);
	const heading = make(
		"h4",
		{ class: "nhsuk-heading-s", tabindex: "-1" },
		"This, and nothing else, goes into the copy",
	);
	const saved = make("p", { role: "status" });
	const give = async (produce: () => Promise<{ content: Blob | string; extension: string; remark?: string }>) => {
		saved.textContent = "One moment…";
		try {
			const { content, extension, remark = "" } = await produce();
			saveAs(fileName("copy", extension, day), content);
			saved.textContent = `The copy is in your downloads folder. ${remark} Send it or hand it over yourself.`;
		} catch {
			saved.textContent = "The copy could not be made. Plain text always works.";
		}
	};
	const file = (kind: Kind) => () => void give(() => makeFile(kind, sheet));
	const json = async () => ({ content: toSaveFile(definition, chosen, day, true), extension: "json" });
	desk.tell(
		heading,
		make(
			"div",
			// It scrolls when it is long, so the keyboard must get into it.
			{ class: "sp-preview", role: "region", tabindex: "0", "aria-label": "The copy" },
			make("h5", {}, sheet.title),
			...sheet.about.map((line) => make("p", { class: "sp-quiet" }, line)),
			...render(sheet.blocks, 4),
		),
		make(
			"div",
			{ class: "nhsuk-button-group" },
			button("Copy as Word", file("word"), { class: "nhsuk-button nhsuk-button--small" }),
			button("Copy as PDF", file("pdf")),
			button("Copy as plain text", file("text")),
			button("Copy to open on this site", () => void give(json)),
			back,
		),
		saved,
	);
	heading.focus();
	find(desk.root, ".sp-preview")?.scrollIntoView({ block: "nearest" });
}

function lower(words: string): string {
	return words.charAt(0).toLowerCase() + words.slice(1);
}
