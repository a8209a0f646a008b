import { button, find, make } from "../worksheet/dom";
import type { Finder, Found } from "./finder";
import { pages, shown } from "./show";
import { address, finder } from "./site";
import { dress } from "./style";

/** How many results are shown at first, and more on each wish for more. */
const STEP = 20;

/** The search page: results for what stands behind #q= in the address, and for what is typed. */
export class Page {
	private asked = "";

	constructor(
		private readonly input: HTMLInputElement,
		private readonly status: HTMLElement,
		private readonly results: HTMLElement,
	) {
		dress();
		input.addEventListener("input", () => this.typed());
		window.addEventListener("hashchange", () => this.read());
		this.read();
	}

	/** Takes the query from the address. */
	private read(): void {
		this.input.value = new URLSearchParams(location.hash.slice(1)).get("q") ?? "";
		void this.ask();
	}

	private typed(): void {
		const query = this.input.value.trim();
		history.replaceState(null, "", query ? `#q=${encodeURIComponent(query)}` : location.pathname);
		void this.ask();
	}

	private async ask(): Promise<void> {
		const query = this.input.value.trim();
		this.asked = query;
		if (query === "") {
			this.status.textContent = "";
			this.results.replaceChildren();
			return;
		}
		try {
			const found = await finder();
			if (this.asked === query) this.show(query, found);
		} catch {
			this.status.textContent = "The search could not be loaded. Every page is listed below.";
			this.results.replaceChildren();
		}
	}

	private show(query: string, finder: Finder): void {
		const found = finder.find(query);
		if (found.length === 0) {
			this.status.textContent = `Nothing was found for “${query}”.`;
			this.results.replaceChildren(this.suggestions(finder.nearby(query)));
			return;
		}
		this.status.textContent = `${pages(found.length)} found for “${query}”`;
		const list = make("ol", { class: "nhsuk-list", role: "list" });
		this.results.replaceChildren(make("h2", { class: "nhsuk-u-visually-hidden" }, "Results"), list);
		this.more(list, found, finder);
	}

	/** Adds the next results, and a button when there are more. The focus goes to the first of the new ones. */
	private more(list: HTMLElement, found: readonly Found[], finder: Finder): void {
		const next = list.childElementCount;
		for (const f of found.slice(next, next + STEP)) {
			const { href, title, kind, heading, text } = shown(f, finder.concepts);
			const summary = make("p", {}, heading && `${heading}: `, ...text);
			const name = make("h3", { class: "nhsuk-heading-s" }, make("a", { href }, ...title));
			list.append(make("li", { class: "sp-found" }, name, make("p", { class: "sp-kind" }, kind), summary));
		}
		if (next > 0) list.children[next]?.querySelector("a")?.focus();
		const left = found.length - list.childElementCount;
		if (left <= 0) return;
		const more = () => {
			wish.remove();
			this.more(list, found, finder);
		};
		// The classes are written out, because the style sheet keeps what its own pages name.
		const wish = button(`Show ${Math.min(left, STEP)} more`, more, { class: "nhsuk-button nhsuk-button--secondary" });
		this.results.append(wish);
	}

	private suggestions(near: readonly string[]): HTMLElement {
		const tries = near.map((words) =>
			make("li", {}, "Did you mean ", make("a", { href: `#q=${encodeURIComponent(words)}` }, words), "?"),
		);
		return make(
			"ul",
			{ class: "nhsuk-list nhsuk-list--bullet" },
			...tries,
			make("li", {}, "Try fewer words, or the name of a specialty, a skill or a page."),
			make("li", {}, "Look through everything from A to Z below."),
			make("li", {}, make("a", { href: address("help/") }, "When it is more than a career question")),
		);
	}
}

/** Brings the search page to life where there is one. */
export function startPage(): void {
	const root = find(document, "[data-search-page]");
	const input = root && find<HTMLInputElement>(root, "input");
	const status = root && find(root, "[data-status]");
	const results = root && find(root, "[data-results]");
	if (input && status && results) new Page(input, status, results);
}
