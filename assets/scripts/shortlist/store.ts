/**
 * The shortlist, as it is kept and as other scripts (the worksheet's options question) may read it.
 *
 * It lies in sessionStorage only: one browser tab, gone when that tab is closed, never in an address, never sent. Under
 * the key "signpost:shortlist" stands JSON:
 *
 *	{"version": 1, "items": [{"page": "specialties/cardiology", "title": "Cardiology", "why": "I liked the echo lists"}]}
 *
 * The items are in the reader's own order. "page" is the page's path without slashes at its ends and without the site's
 * base path; its first part tells specialties ("specialties/…") from careers ("beyond/…"). "title" is the page's title
 * when it was added, "why" the reader's note, "" when there is none. Anything else under the key counts as an empty list.
 */
export interface Item {
	readonly page: string;
	readonly title: string;
	readonly why: string;
}

/** Where the shortlist lies in sessionStorage. */
export const KEY = "signpost:shortlist";

/** Specialties are on pages in this folder, each under its id. */
export const SPECIALTIES = "specialties/";

/** More are no shortlist, and the worksheet's table takes no more. */
export const MAX_ITEMS = 30;

const VERSION = 1;

/** The items, in order; none when nothing, or nothing that can be read, is kept. */
export function read(): Item[] {
	try {
		return parse(sessionStorage.getItem(KEY));
	} catch {
		return []; // storage is switched off
	}
}

/** Reads what stands under the key. */
export function parse(text: string | null): Item[] {
	if (!text) return [];
	let kept: unknown;
	try {
		kept = JSON.parse(text);
	} catch {
		return [];
	}
	const { version, items } = (kept ?? {}) as { version?: unknown; items?: unknown };
	if (version !== VERSION || !Array.isArray(items)) return [];
	const found = new Map<string, Item>();
	for (const item of items as Partial<Item>[]) {
		if (typeof item?.page !== "string" || typeof item.title !== "string") continue;
		if (!/^[a-z0-9-]+(\/[a-z0-9-]+)+$/.test(item.page) || found.has(item.page)) continue;
		found.set(item.page, { page: item.page, title: item.title, why: typeof item.why === "string" ? item.why : "" });
	}
	return [...found.values()].slice(0, MAX_ITEMS);
}

/** Keeps the items; an empty list leaves no trace. Says whether the browser kept them. */
export function write(items: readonly Item[]): boolean {
	try {
		if (items.length === 0) sessionStorage.removeItem(KEY);
		else sessionStorage.setItem(KEY, JSON.stringify({ version: VERSION, items }));
		return true;
	} catch {
		return false;
	}
}

/** Puts a page on the list, or takes it off with its note. Says whether it is on the list afterwards. */
export function toggle(page: string, title: string): boolean {
	const items = read();
	const without = items.filter((item) => item.page !== page);
	const adding = without.length === items.length && items.length < MAX_ITEMS;
	return write(adding ? [...items, { page, title, why: "" }] : without) && adding;
}
