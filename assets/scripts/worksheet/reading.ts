import type { Desk } from "./desk";
import { compose } from "./document";
import { button, find, make } from "./dom";
import { count, when } from "./opening";
import { overview } from "./overview";
import { render } from "./render";
import type { SaveFile } from "./savefile";
import { answeredOf, Store } from "./store";

/**
 * Shows a file for reading only: a summary first, then the answers. The answers on the page are not touched and come
 * back when the reader closes it.
 */
export function readOnly(desk: Desk, file: SaveFile): void {
	const store = new Store(desk.store.definition);
	store.replace(file.answers);
	const title = make(
		"h2",
		{ class: "nhsuk-heading-l", tabindex: "-1" },
		file.copy ? "A shared copy" : "A saved worksheet",
	);
	const view = make(
		"section",
		{ class: "sp-reading" },
		title,
		make("p", {}, "This is for reading only. What you have written on this page is not changed."),
		make(
			"div",
			{ class: "nhsuk-button-group" },
			button("Print", () => window.print()),
			button("Close", () => close()),
		),
		summary(store, file),
		...overview(store, "h4"),
		...render(compose(store.definition, store.answers, { day: new Date(), gone: store.gone }).blocks, 1),
	);
	const close = () => {
		view.remove();
		desk.root.classList.remove("sp-worksheet--reading");
		desk.tell("The file is closed.");
		find(desk.root, "[data-act=open]")?.focus();
	};
	desk.root.classList.add("sp-worksheet--reading");
	desk.root.append(view);
	title.focus();
	view.scrollIntoView();
}

/** The first page for somebody who has five minutes: when it was made, and how much stands where. */
function summary(store: Store, file: SaveFile): HTMLElement {
	const sections = store.definition.sections
		.map((section) => ({ title: section.title, n: answeredOf(section.questions, store.answers) }))
		.filter((section) => section.n > 0);
	return make(
		"div",
		{ class: "sp-reading__summary" },
		make("h3", {}, "At a glance"),
		make(
			"p",
			{},
			`${file.saved.getTime() > 0 ? `Saved on ${when(file.saved)}. ` : ""}${count(store.answers.size, "answer")} in ${count(sections.length, "section")}.`,
		),
		make(
			"ul",
			{ class: "nhsuk-list nhsuk-list--bullet" },
			...sections.map((s) => make("li", {}, `${s.title}: ${count(s.n, "answer")}`)),
		),
	);
}
