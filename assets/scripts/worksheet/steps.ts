import type { Definition } from "./definition";
import { find, findAll, onClick } from "./dom";
import { answeredOf, type Store } from "./store";

/** The class of the section in view; the style sheet hides the others on screen, never on paper. */
const CURRENT = "sp-step--current";

/**
 * Shows one section at a time. The address's fragment names the section, so that back, forward and links work; it never
 * holds anything else.
 */
export class Steps {
	private readonly sections: readonly HTMLElement[];
	private current = 0;

	constructor(
		private readonly root: HTMLElement,
		private readonly store: Store,
	) {
		this.sections = findAll(root, ".sp-step");
		root.classList.add("sp-worksheet--steps");
		for (const part of findAll(root, "[data-turn], [data-copy]")) part.hidden = false;
		onClick(root, "[data-previous]", () => this.turn(-1));
		onClick(root, "[data-next]", () => this.turn(1));
		onClick(root, "[data-show-all]", (button) => this.toggleAll(button));
		window.addEventListener("hashchange", () => this.followAddress(true));
		store.listen(() => this.count());
		this.openOnWideScreens();
		this.count();
		this.followAddress(false);
	}

	/** Goes to a section, as a link to it would. */
	go(id: string): void {
		if (location.hash === `#${id}`) this.followAddress(true);
		else location.hash = id;
	}

	private turn(by: number): void {
		const next = this.sections[this.current + by];
		if (next) this.go(next.id);
	}

	/** A fragment may also name something inside a section, like one question. */
	private followAddress(focus: boolean): void {
		const id = decodeFragment(location.hash);
		const target = id === "" ? null : document.getElementById(id);
		const index = this.sections.findIndex((s) => target && s.contains(target));
		this.show(Math.max(index, 0));
		if (!focus) return;
		const section = this.sections[this.current];
		const inside = target && section !== target && section?.contains(target);
		const goal = inside ? target : section && find(section, "h2");
		goal?.focus({ preventScroll: true });
		(inside ? target : this.root).scrollIntoView();
	}

	private show(index: number): void {
		this.current = index;
		this.sections.forEach((section, i) => {
			section.classList.toggle(CURRENT, i === index);
		});
		for (const link of findAll(this.root, "[data-step-link]")) {
			if (link.dataset.stepLink === this.sections[index]?.id) link.setAttribute("aria-current", "step");
			else link.removeAttribute("aria-current");
		}
		this.name("[data-previous]", index - 1, "Previous");
		this.name("[data-next]", index + 1, "Next");
		const summary = find(this.root, "[data-steps-summary]");
		if (summary) summary.textContent = `Section ${index + 1} of ${this.sections.length}: ${this.titleOf(index)}`;
	}

	/** The turning buttons say where they lead. */
	private name(selector: string, index: number, word: string): void {
		const button = find(this.root, selector);
		if (!button) return;
		button.hidden = !this.sections[index];
		button.textContent = `${word}: ${this.titleOf(index)}`;
	}

	private titleOf(index: number): string {
		const section = this.sections[index];
		return (section && find(section, "h2")?.textContent) ?? "";
	}

	private toggleAll(button: HTMLElement): void {
		const all = this.root.classList.toggle("sp-worksheet--all");
		button.setAttribute("aria-pressed", String(all));
	}

	private openOnWideScreens(): void {
		const box = find<HTMLDetailsElement>(this.root, "[data-steps-box]");
		const wide = matchMedia("(min-width: 64em)");
		const fit = () => {
			if (box) box.open = wide.matches;
		};
		wide.addEventListener("change", fit);
		fit();
		onClick(this.root, "[data-step-link]", () => fit());
	}

	private count(): void {
		const { definition, answers } = this.store;
		for (const section of definition.sections) {
			const answered = answeredOf(section.questions, answers);
			this.write(`[data-count="${section.id}"]`, amount(answered, section.questions.length));
		}
		this.write("[data-answered]", summary(definition, answers.size, this.store.gone.size));
	}

	/** Writes words only where they change: this runs at every key. */
	private write(selector: string, words: string): void {
		const place = find(this.root, selector);
		if (place && place.textContent !== words) place.textContent = words;
	}
}

function amount(answered: number, of: number): string {
	return answered === 0 ? "" : `${answered} of ${of} answered`;
}

function summary(definition: Definition, answered: number, gone: number): string {
	if (answered === 0) return "You have not written anything yet. A copy made now shows the questions only.";
	const questions = definition.sections.flatMap((s) => s.questions).length;
	const words = `You have answered ${answered} of ${questions} questions. There is no need to answer them all.`;
	if (gone === 0) return words;
	return `${words} ${gone} of your earlier answers belong to questions that are no longer asked. They stay in your files, and stand at the end of your copies.`;
}

function decodeFragment(hash: string): string {
	try {
		return decodeURIComponent(hash.slice(1));
	} catch {
		return "";
	}
}
