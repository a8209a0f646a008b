// What tests need to know about a published folder: its pages, and one of each kind.

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** A page of the published folder. */
export interface PublishedPage {
	/** Its address, with a slash at the end: "/skills/prioritising/". */
	readonly path: string;
	readonly html: string;
}

/** Every page of the folder but the one for missing addresses, sorted by address. */
export function pagesOf(folder: string): PublishedPage[] {
	return readdirSync(folder, { recursive: true, encoding: "utf8" })
		.map((name) => name.replaceAll("\\", "/"))
		.filter((name) => name === "index.html" || name.endsWith("/index.html"))
		.map((name) => ({
			path: `/${name.slice(0, -"index.html".length)}`,
			html: readFileSync(join(folder, name), "utf8"),
		}))
		.sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** The page of each kind that holds most: the home page, each part's own page, and the largest page in each part. A
 * part is the first name of the address, which decides the kind. All worksheets are in it, for they are all different. */
export function oneOfEachKind(pages: readonly PublishedPage[]): string[] {
	const chosen = new Set<string>();
	const largest = new Map<string, PublishedPage>();
	for (const page of pages) {
		const [part = "", name = ""] = page.path.split("/").slice(1);
		if (name === "" || part === "worksheets") {
			chosen.add(page.path);
			continue;
		}
		const sofar = largest.get(part);
		if (!sofar || page.html.length > sofar.html.length) largest.set(part, page);
	}
	for (const page of largest.values()) chosen.add(page.path);
	return [...chosen].sort();
}

/** The addresses in the sitemap, as whole addresses. */
export function sitemapOf(folder: string): string[] {
	const xml = readFileSync(join(folder, "sitemap.xml"), "utf8");
	return [...xml.matchAll(/<loc>([^<]*)<\/loc>/g)].map((match) => match[1] ?? "");
}
