import ICAL from "ical.js";
import { describe, expect, it } from "vitest";
import { entriesOf, toCalendar } from "./calendar";
import { Store } from "./store";
import { allTypes } from "./testing";

const now = new Date("2026-11-23T10:11:12Z");

function store(): Store {
	const made = new Store(allTypes());
	made.set("actions", [
		{ action: "Ring the college; ask about dates, places\nand fees", by: "2026-12-31" },
		{ action: "No date yet" },
		{ by: "2027-02-28" },
	]);
	return made;
}

describe("the calendar", () => {
	it("has what has a date, in the person's words or in neutral ones", () => {
		const { definition, answers } = store();
		expect(entriesOf(definition, answers, false)).toEqual([
			{ day: "2026-12-31", words: "Ring the college; ask about dates, places\nand fees" },
			{ day: "2027-02-28", words: "Action 3" },
		]);
		expect(entriesOf(definition, answers, true).map((e) => e.words)).toEqual(["Action 1", "Action 3"]);
	});

	it("is iCalendar, with whole days that end on the day after", () => {
		const { definition, answers } = store();
		const text = toCalendar(entriesOf(definition, answers, false), now, () => "id");
		expect(text.split("\r\n")).toEqual([
			"BEGIN:VCALENDAR",
			"VERSION:2.0",
			"PRODID:-//Signpost//Worksheet//EN",
			"CALSCALE:GREGORIAN",
			"BEGIN:VEVENT",
			"UID:id",
			"DTSTAMP:20261123T101112Z",
			"DTSTART;VALUE=DATE:20261231",
			"DTEND;VALUE=DATE:20270101",
			"SUMMARY:Ring the college\\; ask about dates\\, places\\nand fees",
			"CLASS:PRIVATE",
			"TRANSP:TRANSPARENT",
			"END:VEVENT",
			"BEGIN:VEVENT",
			"UID:id",
			"DTSTAMP:20261123T101112Z",
			"DTSTART;VALUE=DATE:20270228",
			"DTEND;VALUE=DATE:20270301",
			"SUMMARY:Action 3",
			"CLASS:PRIVATE",
			"TRANSP:TRANSPARENT",
			"END:VEVENT",
			"END:VCALENDAR",
			"",
		]);
	});

	it("is read by a library as what it was", () => {
		const { definition, answers } = store();
		const calendar = new ICAL.Component(ICAL.parse(toCalendar(entriesOf(definition, answers, false), now)));
		const events = calendar.getAllSubcomponents("vevent").map((one) => new ICAL.Event(one));
		expect(events.map((e) => [e.summary, e.startDate.toString(), e.endDate.toString(), e.startDate.isDate])).toEqual([
			["Ring the college; ask about dates, places\nand fees", "2026-12-31", "2027-01-01", true],
			["Action 3", "2027-02-28", "2027-03-01", true],
		]);
		expect(new Set(events.map((e) => e.uid)).size).toBe(2);
	});

	it("folds long lines between characters and takes out what may not stand there", () => {
		const words = `${"ŵ👩".repeat(60)}\u0007 end`;
		const text = toCalendar([{ day: "2026-12-31", words }], now, () => "id");
		for (const line of text.split("\r\n")) expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75);
		expect(text.replaceAll("\r\n ", "")).toContain(`SUMMARY:${"ŵ👩".repeat(60)} end`);
	});
});
