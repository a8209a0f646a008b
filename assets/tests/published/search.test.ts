// Searches the real content through the module that the program wrote.

import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { brotliCompressSync } from "node:zlib";
import MiniSearch from "minisearch";
import { beforeAll, describe, expect, inject, it } from "vitest";
import { Finder, indexOptions } from "../../scripts/search/finder";
import type { SearchModule } from "../../scripts/search/module";
import { Concepts } from "../../scripts/search/words";
import queries from "./queries.json" with { type: "json" };

const MOST_BYTES = 200_000;
const file = join(inject("site"), "search/index.js");

let found: SearchModule;
let finder: Finder;
beforeAll(async () => {
	found = ((await import(/* @vite-ignore */ pathToFileURL(file).href)) as { default: SearchModule }).default;
	finder = new Finder(found);
});

/** The pages for a query, best first. */
const paths = (query: string) => finder.find(query).map((f) => f.page.path.replace(/\/$/, "") || "index");

describe("what doctors type", () => {
	it.each(queries.map((q) => [q.asked, q] as const))(
		"%s",
		(asked, { page, never }: { page: string; never?: string }) => {
			const first = paths(asked).slice(0, 3);
			expect(first).toContain(page);
			if (never) {
				expect(first[0]).toBe(page);
				expect(first).not.toContain(never);
			}
		},
	);

	it("is asked in more than sixty ways", () => {
		expect(new Set(queries.map((q) => q.asked)).size).toBeGreaterThan(60);
	});
});

describe("one slip of the keyboard", () => {
	it("never leads from one specialty to another", () => {
		const titles = found.pages.filter((p) => p.kind === "Specialty").map((p) => p.title);
		for (const title of titles) expect(finder.find(title)[0]?.page.title).toBe(title);
	});
	it("is forgiven in long words only", () => {
		expect(paths("neurolgy")[0]).toBe("specialties/neurology");
		expect(paths("lwa")).not.toContain("beyond/law");
	});
});

describe("the module", () => {
	it("is small enough to load", () => {
		expect(brotliCompressSync(readFileSync(file)).length).toBeLessThanOrEqual(MOST_BYTES);
	}, 300_000);
	it("holds every published page but the search page itself", () => {
		expect(new Set(found.pages.map((p) => p.path)).size).toBe(found.pages.length);
		expect(found.pages.map((p) => p.path)).not.toContain("search/");
	});
	it("shows no marks of Markdown and no placeholders", () => {
		expect(JSON.stringify(found.pages)).not.toMatch(/\{\{|\*\*|\]\(/);
	});
});

describe("Go's index", () => {
	it("gives the same pages and scores as MiniSearch's own index of the same texts", () => {
		const own = new MiniSearch(indexOptions(found, new Concepts(found.concepts)));
		own.addAll(textsOfTheProgram().map((texts, id) => ({ ...texts, id })));
		for (const { asked } of queries) {
			const theirs = own.search(asked, finder.options).slice(0, 50);
			const ours = finder.index.search(asked, finder.options).slice(0, 50);
			expect(ours.map((r) => r.id)).toEqual(theirs.map((r) => r.id));
			for (const [i, result] of ours.entries()) expect(result.score).toBeCloseTo(theirs[i]?.score ?? 0, 8);
		}
	}, 300_000);
});

/** What the program made its index of. The module itself holds less: what results show. */
function textsOfTheProgram(): Record<string, string>[] {
	const folder = mkdtempSync(join(tmpdir(), "signpost-texts-"));
	try {
		const out = join(folder, "texts.json");
		execFileSync("go", ["test", "./internal/build", "-count=1", "-run=^TestSearchTexts$", "-args", `-texts=${out}`], {
			cwd: fileURLToPath(new URL("../../..", import.meta.url)),
			stdio: ["ignore", "ignore", "inherit"],
		});
		return JSON.parse(readFileSync(out, "utf8")) as Record<string, string>[];
	} finally {
		rmSync(folder, { recursive: true });
	}
}
