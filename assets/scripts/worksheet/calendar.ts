import type { Answers, Row } from "./answers";
import { type Column, type Definition, type Question, questionsOf } from "./definition";
import type { Desk } from "./desk";
import { capital } from "./document";
import { button, make } from "./dom";
import { fileName, saveAs } from "./download";

/** Something with a day: what a calendar entry is made of. */
export interface Entry {
	readonly day: string;
	readonly words: string;
}

/** Bytes of a line after which the format wants it folded. */
const LINE_BYTES = 75;

const DAY_MS = 86_400_000;

/** The rows of all tables that have a day, with the words of their first field. */
export function entriesOf(definition: Definition, answers: Answers, neutral: boolean): Entry[] {
	return questionsOf(definition).flatMap((question) => {
		const columns = dated(question);
		if (!columns) return [];
		const rows = (answers.get(question.id) as readonly Row[] | undefined) ?? [];
		const name = capital(question.row ?? "entry");
		return rows.flatMap((row, i): Entry[] => {
			const day = row[columns.day.id];
			const words = row[columns.name?.id ?? ""]?.trim();
			if (!day) return [];
			return [{ day, words: neutral || !words ? `${name} ${i + 1}` : words }];
		});
	});
}

function dated(question: Question): { day: Column; name: Column | undefined } | undefined {
	const day = question.columns?.find((column) => column.type === "date");
	const name = question.columns?.find((column) => column.type === "short" || column.type === "long");
	return day && { day, name };
}

/** Writes entries in the iCalendar format: whole days, marked private, and never as busy. */
export function toCalendar(entries: readonly Entry[], now: Date, id: () => string = () => crypto.randomUUID()): string {
	const stamp = `${now.toISOString().replace(/[-:]/g, "").slice(0, 15)}Z`;
	const lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Signpost//Worksheet//EN", "CALSCALE:GREGORIAN"];
	for (const entry of entries) {
		lines.push(
			"BEGIN:VEVENT",
			`UID:${id()}`,
			`DTSTAMP:${stamp}`,
			`DTSTART;VALUE=DATE:${compact(entry.day)}`,
			`DTEND;VALUE=DATE:${compact(dayAfter(entry.day))}`,
			`SUMMARY:${escaped(entry.words)}`,
			"CLASS:PRIVATE",
			"TRANSP:TRANSPARENT",
			"END:VEVENT",
		);
	}
	lines.push("END:VCALENDAR");
	return `${lines.map(fold).join("\r\n")}\r\n`;
}

function compact(day: string): string {
	return day.replaceAll("-", "");
}

function dayAfter(day: string): string {
	return new Date(Date.parse(`${day}T00:00:00Z`) + DAY_MS).toISOString().slice(0, 10);
}

function escaped(words: string): string {
	return (
		words
			.replace(/[\\;,]/g, "\\$&")
			.replace(/\r?\n/g, "\\n")
			// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must go
			.replace(/[\u0000-\u001f\u007f]|\p{Surrogate}/gu, "")
	);
}

/** Breaks a long line between characters, never inside one. */
function fold(line: string): string {
	const encoder = new TextEncoder();
	let bytes = 0;
	let out = "";
	for (const character of line) {
		const size = encoder.encode(character).length;
		if (bytes + size > LINE_BYTES) {
			out += "\r\n ";
			bytes = 1;
		}
		out += character;
		bytes += size;
	}
	return out;
}

/** Asks which words to put into the calendar, because a work calendar is often seen by others. */
export function askForCalendar(desk: Desk): void {
	const { definition, answers } = desk.store;
	const entries = entriesOf(definition, answers, false);
	if (entries.length === 0) {
		desk.tell("There is nothing with a date yet. Give a step or an action a day first.");
		return;
	}
	const give = (neutral: boolean) => {
		const day = new Date();
		const text = toCalendar(entriesOf(definition, answers, neutral), day);
		saveAs(fileName("dates", "ics", day), new Blob([text], { type: "text/calendar;charset=utf-8" }));
		desk.tell("The file with your dates is in your downloads folder. Open it to add them to your calendar.");
	};
	const own = button("With my own words", () => give(false), { class: "nhsuk-button nhsuk-button--small" });
	desk.tell(
		make(
			"p",
			{},
			make("strong", {}, `${entries.length === 1 ? "One date" : `${entries.length} dates`} can go into your calendar.`),
		),
		make(
			"p",
			{},
			"At work, other people may be able to see your calendar. With neutral words it says only “Action 1” and so on.",
		),
		make(
			"div",
			{ class: "nhsuk-button-group" },
			own,
			button("With neutral words", () => give(true)),
		),
	);
	own.focus();
}
