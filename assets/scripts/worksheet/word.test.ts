import { describe, expect, it } from "vitest";
import { compose } from "./document";
import { Store } from "./store";
import { allTypes, answered, unzip } from "./testing";
import { toWord } from "./word";

const day = new Date(2026, 10, 23);

/** The parts of a .docx by name. */
async function parts(values: Iterable<readonly [string, unknown]>): Promise<Map<string, string>> {
	const store = new Store(allTypes());
	store.replace(values);
	const blob = await toWord(compose(store.definition, store.answers, { day }));
	const files = unzip(new Uint8Array(await blob.arrayBuffer()));
	return new Map([...files].map(([name, data]) => [name, Buffer.from(data).toString("utf8")]));
}

describe("the Word document", () => {
	it("has real headings, lists, table headers and a language", async () => {
		const all = await parts(answered);
		const body = all.get("word/document.xml") ?? "";
		for (const mark of [
			"Heading1",
			"Heading2",
			"<w:tblHeader/>",
			"<w:numPr>",
			"Łódź &amp; Caerdydd",
			"ŵ, ŷ and 🙂",
			"Exploring &lt;b&gt;&amp;&lt;/b&gt; more",
		])
			expect(body).toContain(mark);
		expect(all.get("word/styles.xml")).toContain('w:val="en-GB"');
	});

	it("survives answers of ten thousand words", async () => {
		const long = "word ".repeat(10_000).trim();
		const body =
			(
				await parts([
					["story", long],
					["actions", [{ action: long }]],
				])
			).get("word/document.xml") ?? "";
		expect(body.match(/word/g)?.length).toBeGreaterThan(20_000);
	});

	it("names nobody in its properties", async () => {
		const core = (await parts(answered)).get("docProps/core.xml") ?? "";
		expect(core).toContain("<dc:title>Try</dc:title>");
		expect(core).not.toMatch(/<dc:creator>[^<]+<|<cp:lastModifiedBy>[^<]+</);
	});

	it("drops what XML cannot hold", async () => {
		const body = (await parts([["story", "a\u0000b\u000bc\ud800d\ufffe"]])).get("word/document.xml") ?? "";
		expect(body).toContain(">abcd<");
	});
});
