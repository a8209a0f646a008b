import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fromFragment, toFragment } from "./compare";
import { compare, csv, type Line, type Row, type Table } from "./table";

const TABLE: Table = {
	columns: [{ name: "Pace" }, { name: "Entry" }, { name: "Skill", missing: "Not named" }],
	lines: [
		{ id: "law", title: "Law", address: "/beyond/law/", cells: [["Slow"], ["Degree"], ["Writing", "Ethics"]] },
		{ id: "press", title: "Press", address: "/beyond/press/", cells: [["Fast"], ["Degree"], ["Writing"]] },
		{ id: "new", title: "New", address: "/beyond/new/", cells: [["Slow"], [], []] },
	],
	unknown: "Not confirmed",
};
const lines = (...ids: string[]): Line[] => ids.flatMap((id) => TABLE.lines.filter((line) => line.id === id));

describe("comparing", () => {
	it("parts what differs from what is alike, each in the order of the page", () => {
		const { differ, alike } = compare(TABLE, lines("law", "press"));
		expect(differ).toEqual([
			{ name: "Pace", cells: [["Slow"], ["Fast"]] },
			{ name: "Skill: Ethics", cells: [["Named"], ["Not named"]] },
		]);
		expect(alike.map((row) => row.name)).toEqual(["Entry", "Skill: Writing"]);
	});

	it("does not take what is not confirmed for the same", () => {
		expect(compare(TABLE, lines("law", "new")).differ.map((row) => row.name)).toContain("Entry");
		expect(compare(TABLE, lines("new", "new")).alike.map((row) => row.name)).toContain("Entry");
	});

	it("loses no row, whatever is compared", () => {
		fc.assert(
			fc.property(fc.subarray(["law", "press", "new"]), (ids) => {
				const { differ, alike } = compare(TABLE, lines(...ids));
				const skills = new Set(lines(...ids).flatMap((line) => line.cells[2] ?? []));
				expect(differ.length + alike.length).toBe(2 + skills.size);
				if (ids.length < 2) expect(differ).toEqual([]);
			}),
		);
	});
});

describe("the file for a spreadsheet", () => {
	it("says what is not confirmed, and quotes what must be", () => {
		const rows: Row[] = [{ name: "Entry, usual", cells: [['A "quoted" word'], []] }];
		expect(csv(lines("law", "new"), rows, "Not confirmed")).toBe(
			'\ufeff,Law,New\r\n"Entry, usual","A ""quoted"" word",Not confirmed\r\n',
		);
	});

	it("holds no formula", () => {
		expect(csv([], [{ name: "=1+1", cells: [["@x"], ["-2"]] }], "")).toBe("\ufeff\r\n'=1+1,'@x,'-2\r\n");
	});

	it("can be read back, whatever the words", () => {
		fc.assert(
			fc.property(fc.array(fc.string({ minLength: 1 }), { minLength: 1, maxLength: 4 }), (words) => {
				const text = csv([], [{ name: "n", cells: words.map((w) => [w]) }], "");
				const row = parse(text.slice("\ufeff\r\n".length));
				expect(row.map((w) => (/^'[=+\-@\t\r]/.test(w) ? w.slice(1) : w))).toEqual([
					"n",
					...words.map((w) => (/^'[=+\-@\t\r]/.test(w) ? w.slice(1) : w)),
				]);
			}),
		);
	});
});

/** Reads one record of CSV. */
function parse(text: string): string[] {
	const fields: string[] = [];
	const pattern = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/gy;
	for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
		fields.push(match[1]?.replaceAll('""', '"') ?? match[2] ?? "");
		if (match[3] === "\r\n") return fields;
	}
	throw new Error("no record");
}

describe("the choice in the address", () => {
	const known = new Set(["law", "press", "new"]);
	it("comes back as it went", () => {
		const slots = fc.shuffledSubarray(["law", "press", "new", ""]).map((ids) => [...ids, "", "", "", ""].slice(0, 4));
		fc.assert(
			fc.property(slots, fc.boolean(), (slots, differs) => {
				expect(fromFragment(toFragment({ slots, differs }), known)).toEqual({ slots, differs });
			}),
		);
	});

	it("keeps empty places, and leaves out what is unknown, twice or too much", () => {
		expect(fromFragment("#pages=law,,x,law,press", known).slots).toEqual(["law", "", "", ""]);
		expect(toFragment({ slots: ["", "law", "", ""], differs: true })).toBe("pages=,law&differs=only");
		expect(toFragment({ slots: ["", "", "", ""], differs: false })).toBe("");
	});

	it("never fails on what somebody else has written", () => {
		fc.assert(
			fc.property(fc.string(), (text) => {
				expect(fromFragment(text, known).slots).toHaveLength(4);
			}),
		);
	});
});
