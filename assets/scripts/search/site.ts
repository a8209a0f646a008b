import { Finder } from "./finder";
import type { SearchModule } from "./module";

// Scripts stand in a folder right below the site's own address, wherever that is.
const HOME = new URL("../", import.meta.url);

/** The whole address of a place below the site's own address. */
export function address(path: string): string {
	return new URL(path, HOME).href;
}

/** The address of the search page with a query. The query stands behind the #, which browsers keep to themselves. */
export function searchPage(query: string): string {
	return `${address("search/")}#q=${encodeURIComponent(query)}`;
}

let loading: Promise<Finder> | undefined;

/** Loads what is searched, once. A failure is forgotten, so that the next key tries again. */
export function finder(): Promise<Finder> {
	loading ??= import(address("search/index.js")).then((m: { default: SearchModule }) => new Finder(m.default));
	loading.catch(() => {
		loading = undefined;
	});
	return loading;
}
