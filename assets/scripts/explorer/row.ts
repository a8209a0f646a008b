import { SPECIALTIES, toggle } from "../shortlist/store";
import { button, find, make } from "../worksheet/dom";
import type { Data, Entry } from "./data";
import { MAX_COMPARED, NOTHING, type State } from "./state";
import type { Outcome, Reason } from "./wishes";

/** What a specialty in the list tells the page. */
export interface RowHost {
	compare(id: string, on: boolean): boolean;
	say(words: string): void;
}

const CLASSES: Readonly<Record<Outcome, string>> = {
	meets: "sp-meets",
	partly: "sp-partly",
	misses: "sp-misses",
	unknown: "sp-unknown",
};

/** The class of what one can do with a specialty. */
const TOOLS = "sp-result__tools";

/** What all specialties in the list share. */
export interface Common {
	readonly data: Data;
	/** The address of the comparison, "" where there is none. */
	readonly comparison: string;
	readonly host: RowHost;
	/** The tools of any specialty, to be copied: that takes a fraction of the time of making them. */
	readonly tools: HTMLElement;
	/** Says whether a page is on the shortlist. */
	listed: (page: string) => boolean;
	/** What the wishes say about a specialty. */
	reasons: (entry: Entry) => Reason[];
}

/** The tools of a specialty. */
interface Tools {
	readonly box: HTMLInputElement;
	/** What stands beside the checkbox, and the words or the address in it. */
	readonly beside: HTMLElement;
	says: string;
}

/** One specialty on the page: its list item, and what was last written into it. */
export class Row {
	/** What the text filter looks in. */
	readonly text: string;
	private tools: Tools | undefined;
	private why: State["weights"] = NOTHING.weights;
	private reasons: HTMLElement | undefined;

	constructor(
		private readonly common: Common,
		private readonly entry: Entry,
		readonly item: HTMLElement,
	) {
		this.text = `${item.textContent} ${entry.find ?? ""}`;
	}

	/** Puts in what the state asks for, and no more than has changed. */
	complete({ weights, compare }: State): void {
		this.tools ??= this.equip();
		this.mark(this.tools, compare);
		if (this.why === weights) return;
		this.why = weights;
		this.reasons?.remove();
		this.reasons = this.explain();
		if (this.reasons) find(this.item, ".sp-result__facts")?.after(this.reasons);
	}

	/** A copy to look at for one frame: what one reads, without what one can do, and without what the wishes say. */
	copy(): HTMLElement {
		const read = [...this.item.children].filter((part) => part !== this.reasons && !part.classList.contains(TOOLS));
		return make("li", { class: "sp-copy" }, ...read.map((part) => part.cloneNode(true) as HTMLElement));
	}

	/** What the wishes say about the specialty, nothing without wishes. */
	explain(): HTMLElement | undefined {
		const found = this.common.reasons(this.entry);
		if (found.length === 0) return undefined;
		return make("ul", { class: "sp-why" }, ...found.map((reason) => this.reason(reason)));
	}

	/** Ticks the checkbox, and shows beside it where the comparison is when something is picked. */
	private mark(tools: Tools, picked: readonly string[]): void {
		const on = picked.includes(this.entry.id);
		if (tools.box.checked !== on) tools.box.checked = on;
		const address = on && picked.length > 1 ? `${this.common.comparison}#pages=${picked.join(",")}` : "";
		if (tools.says === address) return;
		tools.says = address;
		const link = address && make("a", { href: address }, `Compare ${picked.length} side by side`);
		tools.beside.replaceChildren(...(link ? [link] : []));
	}

	private reason({ outcome, wish, weight, fact }: Reason): HTMLElement {
		const { words } = this.common.data;
		const says = { meets: words.meets, partly: words.partly, misses: words.misses, unknown: words.cannotSay };
		const how = (weight === "must" ? words.must : words.like).toLowerCase();
		return make(
			"li",
			{ class: CLASSES[outcome] },
			make("strong", {}, says[outcome]),
			`: ${wish.text} (${how}). ${fact.name}: ${fact.text}.`,
		);
	}

	/** Adds the checkbox for the comparison and the button for the shortlist. */
	private equip(): Tools {
		const { entry, item } = this;
		const tools = this.common.tools.cloneNode(true) as HTMLElement;
		const [box, label, beside, shortlist] = tools.querySelectorAll("input, label, span, button") as unknown as [
			HTMLInputElement,
			HTMLLabelElement,
			HTMLElement,
			HTMLButtonElement,
		];
		box.id = `compare--${entry.id}`;
		label.htmlFor = box.id;
		label.append(named(entry.title));
		const found = { box, beside, says: "" };
		box.addEventListener("change", () => this.pick(found));
		if (!this.common.comparison) for (const part of [tools.firstElementChild, beside]) part?.remove();
		this.offer(shortlist, SPECIALTIES + entry.id);
		item.append(tools);
		return found;
	}

	private pick(tools: Tools): void {
		const { host } = this.common;
		if (host.compare(this.entry.id, tools.box.checked)) return;
		tools.box.checked = false;
		tools.says = `You can compare up to ${MAX_COMPARED}. Take one away first.`;
		tools.beside.replaceChildren(tools.says);
		host.say(tools.says);
	}

	private offer(shortlist: HTMLElement, page: string): void {
		const { title } = this.entry;
		const { host, listed } = this.common;
		const label = (on: boolean) =>
			shortlist.replaceChildren(on ? "Take off shortlist" : "Add to shortlist", named(title));
		shortlist.addEventListener("click", () => {
			const on = toggle(page, title);
			label(on);
			host.say(on ? `${title} is on your shortlist.` : `${title} is not on your shortlist.`);
		});
		label(listed(page));
	}
}

/** The part of a name that only listeners need: the others see where the button stands. */
function named(title: string): HTMLElement {
	return make("span", { class: "nhsuk-u-visually-hidden" }, ` ${title}`);
}

/** Makes the tools of a specialty, without what tells one from another. */
export function makeTools(): HTMLElement {
	const box = make("input", { type: "checkbox", class: "nhsuk-checkboxes__input" });
	const label = make("label", { class: "nhsuk-label nhsuk-checkboxes__label" }, "Compare");
	return make(
		"div",
		{ class: `sp-row ${TOOLS}` },
		make(
			"div",
			{ class: "nhsuk-checkboxes nhsuk-checkboxes--small" },
			make("div", { class: "nhsuk-checkboxes__item" }, box, label),
		),
		make("span"),
		button("", () => {}),
	);
}
