import { button, find, make, onClick } from "../worksheet/dom";
import { Address } from "./address";
import type { Data } from "./data";
import { type Found, filter, type Index, index, plain, TEXT } from "./filter";
import { Later } from "./later";
import { order } from "./order";
import { Panel, set, write } from "./panel";
import { Results } from "./results";
import { choose, fromFragment, holdsState, MAX_COMPARED, NOTHING, SORTS, type State, toFragment, weigh } from "./state";

/** Milliseconds without a change after which a result is read out, so that typing is not talked over. */
const QUIET_MS = 600;

/** The parts of the page that follow from the state, by their attribute, beside the panel and the results. */
const PLACES = ["status", "empty", "picked", "announce", "heading"] as const;
type Place = (typeof PLACES)[number];

/** The explorer: one state, from which everything on the page follows. It lives in the address's fragment. */
export class Explorer {
	private state: State = NOTHING;
	/** What the filters of a state leave, kept for states that differ in other things. */
	private kept: { readonly state: State; readonly found: Found } | undefined;
	private readonly index: Index;
	private readonly results: Results;
	private readonly panel: Panel;
	private typing = false;
	private readonly address = new Address();
	private readonly later = new Later();
	private timer: ReturnType<typeof setTimeout> | undefined;
	private readonly sort: HTMLSelectElement | undefined;
	private readonly places: Readonly<Record<Place, HTMLElement | undefined>>;

	constructor(
		private readonly root: HTMLElement,
		private readonly data: Data,
	) {
		const list = find(root, "[data-list]");
		const box = find(root, "[data-results]");
		if (!list || !box) throw new Error("the explorer's page has no list");
		this.results = new Results(data, list, box, root.dataset.compare ?? "", {
			compare: (id, on) => this.compare(id, on),
			say: (words) => this.say(words),
		});
		this.index = index(data, this.results.texts.map(plain));
		this.sort = find<HTMLSelectElement>(root, "[data-sort]");
		this.places = Object.fromEntries(PLACES.map((name) => [name, find(root, `[data-${name}]`)])) as typeof this.places;
		this.panel = new Panel(root, data, {
			typed: (text) => this.change({ ...this.state, text }, true),
			chose: (facet, value, on) => this.change(choose(this.state, data, facet, value, on)),
			weighed: (wish, weight) => this.change(weigh(this.state, wish, weight)),
		});
		this.listen();
		this.arrive();
		this.panel.open(this.state, matchMedia("(min-width: 60em)").matches);
	}

	private listen(): void {
		const { sort } = this;
		// As in the panel: "input" comes before "change".
		sort?.addEventListener("input", () =>
			this.change({ ...this.state, sort: SORTS.find((name) => name === sort.value) ?? "" }),
		);
		onClick(this.root, "[data-clear]", () => this.change({ ...this.state, text: "", chosen: {} }));
		onClick(this.root, "[data-clear-wishes]", () => {
			const sort = this.state.sort === "wishes" ? "" : this.state.sort;
			this.change({ ...this.state, weights: {}, sort });
		});
		this.address.listen(() => this.arrive());
	}

	/** Takes the state from the address: when the page comes, and when the reader goes back or forth. */
	private arrive(): void {
		if (!holdsState(location.hash)) {
			if (this.state === NOTHING) this.show();
			return;
		}
		this.typing = false;
		this.state = fromFragment(location.hash, this.data);
		this.show();
	}

	/** Takes a new state and writes it into the address; letter after letter counts as one step back. */
	private change(state: State, typing = false): void {
		this.state = state;
		this.show();
		this.address.write(() => toFragment(state, this.data), typing && this.typing);
		this.typing = typing;
	}

	private show(): void {
		const { state, data } = this;
		const found = this.filtered();
		this.panel.show(state, found);
		this.results.show(order(data, found.shown, state), state, this.note(found));
		set(this.sort, "value", state.sort);
		this.sum(found);
		this.empty(found);
		this.picked();
	}

	private filtered(): Found {
		const { state, kept } = this;
		if (kept?.state.text === state.text && kept.state.chosen === state.chosen) return kept.found;
		this.kept = { state, found: filter(this.index, state) };
		return this.kept.found;
	}

	private sum(found: Found): void {
		const all = this.data.entries.length;
		const shown = found.shown.length;
		const count = shown === all ? `All ${all} specialties` : `${shown} of ${all} specialties`;
		write(this.places.status, `${count}.`);
		this.later.run(() => this.say(`${count}.`, QUIET_MS));
	}

	/** What a reader has to know of the list: what it may lack, and what it is ordered by. */
	private note({ unsure }: Found): string {
		const more = unsure.map(
			({ filter, count }) => `${count} more may fit: ${this.name(filter)} is not confirmed for them.`,
		);
		return [...more, ...(this.state.sort === "wishes" ? [this.data.words.order] : [])].join(" ");
	}

	/** Says which filter to loosen when nothing is left. */
	private empty({ shown, loosen }: Found): void {
		const box = this.places.empty;
		set(box, "hidden", shown.length > 0);
		if (!box || box.hidden) return;
		const helpful = loosen.filter(({ count }) => count > 0);
		const items = helpful.map(({ filter, count }) =>
			make(
				"li",
				{},
				button(`Take away ${this.name(filter)} (${count} would show)`, () => this.takeAway(filter), {
					"data-loosen": filter,
				}),
			),
		);
		box.replaceChildren(
			make("span", { class: "nhsuk-u-visually-hidden" }, "Information: "),
			make("p", {}, "No specialty fits all of this."),
			helpful.length > 0
				? make("ul", { class: "nhsuk-list" }, ...items)
				: make("p", {}, "Taking away one filter would not be enough. Take away several, or clear them all."),
		);
	}

	private takeAway(filter: string): void {
		const { [filter]: _, ...chosen } = this.state.chosen;
		this.change(filter === TEXT ? { ...this.state, text: "" } : { ...this.state, chosen });
		this.places.heading?.focus();
	}

	/** The name of a filter, as readers see it. */
	private name(filter: string): string {
		if (filter === TEXT) return `the words “${this.state.text.trim()}”`;
		return this.data.facets.find((facet) => facet.id === filter)?.name ?? filter;
	}

	private compare(id: string, on: boolean): boolean {
		const others = this.state.compare.filter((other) => other !== id);
		if (on && others.length >= MAX_COMPARED) return false;
		this.change({ ...this.state, compare: on ? [...others, id] : others });
		return true;
	}

	/** Shows what is picked to be compared, and the way to the comparison. */
	private picked(): void {
		const box = this.places.picked;
		const address = this.root.dataset.compare;
		if (!box || !address) return;
		const { compare } = this.state;
		const key = compare.join();
		if ((box.dataset.key ?? "") === key) return;
		box.dataset.key = key;
		box.hidden = compare.length === 0;
		const titles = compare.map((id) => this.data.entries.find((entry) => entry.id === id)?.title ?? id);
		box.replaceChildren(
			make("p", {}, `To compare: ${titles.join(", ")}.`),
			make(
				"div",
				{ class: "sp-row" },
				make(
					"a",
					{ href: `${address}#pages=${key}`, "data-go": true },
					compare.length > 1 ? "Compare side by side" : "Open the comparison",
				),
				button("Clear", () => {
					this.change({ ...this.state, compare: [] });
					this.places.heading?.focus();
				}),
			),
		);
	}

	/** Says something to people who listen, after a pause if something more may come. */
	private say(words: string, pause = 0): void {
		clearTimeout(this.timer);
		this.timer = setTimeout(() => write(this.places.announce, words), pause);
	}
}
