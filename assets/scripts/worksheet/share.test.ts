import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { questionsOf } from "./definition";
import { toPdf } from "./pdf";
import { readSaveFile, toSaveFile } from "./savefile";
import { audiencesOf, copySheet, onlyChosen, preset } from "./share";
import { Store } from "./store";
import { allTypes, answered, pdfWords, unzip } from "./testing";
import { toText } from "./text";
import { toWord } from "./word";

const day = new Date(2026, 10, 23);

/** A store in which every answer that can hold words holds a word of its own. */
function marked(): { store: Store; marks: Map<string, string> } {
	const store = new Store(allTypes());
	const marks = new Map<string, string>();
	for (const [i, q] of questionsOf(store.definition).entries()) {
		const mark = `quokka${i}x`;
		if (q.type === "short" || q.type === "long") store.set(q.id, mark);
		else if (q.type === "table") store.set(q.id, [{ [q.columns?.find((c) => c.type !== "date")?.id ?? ""]: mark }]);
		else continue;
		marks.set(q.id, mark);
	}
	return { store, marks };
}

/** Everything that is in the files of a copy, unpacked. */
async function everything(store: Store, chosen: ReadonlySet<string>): Promise<string> {
	const { definition } = store;
	const kept = onlyChosen(definition, store.answers, chosen);
	const sheet = copySheet(definition, kept, undefined, day);
	const word = unzip(new Uint8Array(await (await toWord(sheet)).arrayBuffer()));
	const pdf = Buffer.from(await (await toPdf(sheet, false)).blob.arrayBuffer()).toString("latin1");
	return [
		toText(sheet),
		toSaveFile(definition, kept, day, true),
		...[...word].map(([name, data]) => name + Buffer.from(data).toString("utf8")),
		pdf,
		pdfWords(pdf),
	].join("\n");
}

describe("a shared copy", () => {
	it("starts with the ticked sections, never with a sensitive answer, and with nothing for anybody else", () => {
		const store = new Store(allTypes());
		store.replace(answered);
		const [adviser, manager] = audiencesOf(store.definition, store.answers);
		if (!adviser || !manager) throw new Error("no audiences");
		expect([...preset(store.definition, store.answers, adviser)]).toEqual(["grade", "deadline", "options", "actions"]);
		expect([...preset(store.definition, store.answers, manager)]).toEqual([]);
	});

	it("has nothing of what was not ticked in any of its files", async () => {
		const { store, marks } = marked();
		store.replace([...store.entries(), ["gone-question", "quokka99x"], ["sharing", { adviser: ["about-you"] }]]);
		const ids = [...marks.keys()];
		await fc.assert(
			fc.asyncProperty(fc.subarray(ids), async (chosen) => {
				const all = await everything(store, new Set(chosen));
				const found = new Set(all.match(/quokka\d+x/g));
				expect([...found].sort()).toEqual(chosen.map((id) => marks.get(id)).sort());
				expect(all).not.toContain("My adviser");
			}),
			{ numRuns: 8 },
		);
	}, 60_000);

	it("opens again as a copy", () => {
		const { store } = marked();
		const kept = onlyChosen(store.definition, store.answers, new Set(["grade"]));
		const file = readSaveFile(toSaveFile(store.definition, kept, day, true));
		expect(file.copy).toBe(true);
		expect(file.answers.map(([id]) => id)).toEqual(["grade"]);
	});

	it("carries the consent that the worksheet's author wrote", () => {
		const store = new Store(allTypes());
		store.replace(answered);
		const [adviser] = audiencesOf(store.definition, store.answers);
		const sheet = copySheet(
			store.definition,
			onlyChosen(store.definition, store.answers, new Set(["grade"])),
			adviser,
			day,
		);
		expect(sheet.about).toEqual(["Shared copy: My adviser", "I chose what stands here.", "Made on 23 November 2026"]);
	});
});
