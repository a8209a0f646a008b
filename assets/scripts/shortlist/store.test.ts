import fc from "fast-check";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { type Item, KEY, MAX_ITEMS, parse, read, toggle, write } from "./store";

let kept: Map<string, string>;
beforeEach(() => {
	kept = new Map();
	vi.stubGlobal("sessionStorage", {
		getItem: (key: string) => kept.get(key) ?? null,
		setItem: (key: string, value: string) => kept.set(key, value),
		removeItem: (key: string) => kept.delete(key),
	});
});

const items: fc.Arbitrary<Item[]> = fc.uniqueArray(
	fc.record({
		page: fc
			.tuple(fc.constantFrom("specialties", "beyond"), fc.stringMatching(/^[a-z0-9][a-z0-9-]{0,12}$/))
			.map((p) => p.join("/")),
		title: fc.string(),
		why: fc.string(),
	}),
	{ selector: (item) => item.page, maxLength: MAX_ITEMS },
);

describe("the shortlist", () => {
	it("is read as it was kept, in order, with every note", () => {
		fc.assert(
			fc.property(items, (list) => {
				write(list);
				expect(read()).toEqual(list);
			}),
		);
	});

	it("is kept in the form that other scripts are promised", () => {
		toggle("specialties/cardiology", "Cardiology");
		expect(kept.get(KEY)).toBe(
			'{"version":1,"items":[{"page":"specialties/cardiology","title":"Cardiology","why":""}]}',
		);
	});

	it("leaves no trace when it is empty", () => {
		expect(toggle("beyond/law", "Law")).toBe(true);
		expect(toggle("beyond/law", "Law")).toBe(false);
		expect(kept.size).toBe(0);
	});

	it("takes nothing from a hostile or broken entry", () => {
		fc.assert(
			fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
				expect(Array.isArray(parse(text))).toBe(true);
			}),
		);
		const items = [
			{ page: "//evil.example", title: "x" },
			{ page: "beyond/law" },
			null,
			{ page: "beyond/law", title: "Law", why: 3 },
		];
		expect(parse(JSON.stringify({ version: 1, items }))).toEqual([{ page: "beyond/law", title: "Law", why: "" }]);
		expect(parse(JSON.stringify({ version: 2, items }))).toEqual([]);
	});

	it("is empty where storage is switched off, and says that nothing was kept", () => {
		vi.stubGlobal("sessionStorage", undefined);
		expect(read()).toEqual([]);
		expect(toggle("beyond/law", "Law")).toBe(false);
	});
});
