import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { unzip } from "../../scripts/worksheet/testing";
import { axe, download, give, goTo, REFLECTION, Site, SUMMARY } from "./worksheet-site";

const SECRET = "Quokka7";

let site: Site;
beforeAll(async () => {
	site = await Site.start();
});
afterAll(() => site?.stop());

const press = (page: Page, name: string) => page.getByRole("button", { name, exact: true }).click();

async function planned(): Promise<{ page: Page; said: string[] }> {
	const { page, said } = await site.open(`${SUMMARY}#action-plan`);
	await page.fill("[data-question=actions] [data-column=action]", SECRET);
	await page.fill("[data-question=actions] [data-column=by]", "2026-12-05");
	await goTo(page, "the-session");
	await page.fill("#q-topics", "Łódź ŵ مرحبا 👩🏽‍⚕️");
	await goTo(page, "your-copy");
	return { page, said };
}

describe("every way to take answers away", () => {
	it("makes its file in the browser: no request but for the site's own scripts, nothing refused, nothing said", async () => {
		const { page, said } = await planned();
		const before = site.asked.length;
		const names: string[] = [];
		for (const name of ["Download as Word", "Download as PDF", "Download as plain text", "Save a file"])
			names.push((await download(page, () => press(page, name))).name);
		await press(page, "Download the dates");
		names.push((await download(page, () => press(page, "With my own words"))).name);
		await press(page, "Save a file with a passphrase");
		await page.fill("#new-passphrase", "otter lamp velvet");
		await page.fill("#same-passphrase", "otter lamp velvet");
		names.push((await download(page, () => press(page, "Make the protected file"))).name);
		expect(names.map((name) => name.replace(/\d{4}-\d\d-\d\d/, "DAY"))).toEqual([
			"notes-DAY.docx",
			"notes-DAY.pdf",
			"notes-DAY.txt",
			"notes-DAY.json",
			"dates-DAY.ics",
			"notes-DAY.age",
		]);
		expect(site.asked.slice(before).filter((path) => !/^\/assets\/[\w.-]+\.js$/.test(path))).toEqual([]);
		expect(page.url()).not.toContain(SECRET);
		expect(said).toEqual([]);
		await page.context().close();
	});

	it("keeps the words, or says which it could not", async () => {
		const { page } = await planned();
		const word = unzip((await download(page, () => press(page, "Download as Word"))).data);
		expect(Buffer.from(word.get("word/document.xml") ?? "").toString("utf8")).toContain("Łódź ŵ مرحبا 👩🏽‍⚕️");
		const pdf = await download(page, () => press(page, "Download as PDF"));
		expect(pdf.data.subarray(0, 8).toString("latin1")).toBe("%PDF-1.7");
		expect(await page.locator("[data-report]").textContent()).toContain(
			"The PDF has no letters for م ر ح ب ا and 2 more",
		);
		const text = (await download(page, () => press(page, "Download as plain text"))).data.toString("utf8");
		expect(text).toContain("Łódź ŵ مرحبا 👩🏽‍⚕️");
		await page.context().close();
	});

	it("loads what makes a PDF when its button is pointed at, and is seen to be at it after the click", async () => {
		const { page } = await planned();
		const before = site.asked.length;
		const loaded = () => site.asked.slice(before).some((path) => /\/pdf\.\w+\.js$/.test(path));
		await page.getByText("Your copy", { exact: true }).last().hover();
		await page.waitForTimeout(300);
		expect(loaded()).toBe(false);
		await page.hover("[data-act=pdf]");
		await expect.poll(loaded, { timeout: 10_000 }).toBe(true);
		await page.evaluate(() => {
			const seen = new Set<string>();
			const look = () => {
				seen.add(document.querySelector("[data-report]")?.textContent ?? "");
				document.body.dataset.seen = [...seen].join("|");
				requestAnimationFrame(look);
			};
			look();
		});
		await download(page, () => press(page, "Download as PDF"));
		expect(await page.getAttribute("body", "data-seen")).toContain("One moment…");
		await page.context().close();
	});

	it("puts only neutral words into the calendar when asked to", async () => {
		const { page } = await planned();
		await press(page, "Download the dates");
		const { data } = await download(page, () => press(page, "With neutral words"));
		expect(data.toString("utf8")).toContain("SUMMARY:Action 1\r\n");
		expect(data.toString("utf8")).not.toContain(SECRET);
		await page.context().close();
	});

	it("offers the overview with the same as a table, without a finding by axe", async () => {
		const { page } = await site.open(`${REFLECTION}#what-matters-to-me`);
		await page.locator("[data-question=values] .sp-ask-card").getByRole("button", { name: "Must have" }).click();
		await goTo(page, "your-copy");
		await press(page, "Show an overview");
		const drawing = page.getByRole("img", {
			name: /What matters most to you at work\? Must have: Knowing patients over years\./,
		});
		await drawing.waitFor();
		expect(await drawing.locator("circle").count()).toBe(4);
		await page.getByText("The same as a table").click();
		expect(await page.locator(".sp-picture td").allTextContents()).toEqual([
			"Must have",
			"Knowing patients over years",
		]);
		expect(await axe(page)).toEqual([]);
		await page.context().close();
	});

	it("brings over what is ticked from the other worksheet's file, after what is there", async () => {
		const { page } = await planned();
		const answers = {
			"first-steps": [{ action: "Ring the college", by: "2026-12-24" }, { action: "Something else" }],
			options: [{ option: "Stay", known: "The team" }],
		};
		await give(
			page,
			JSON.stringify({
				format: "signpost-worksheet",
				version: 1,
				worksheet: "before-your-first-session",
				revision: 1,
				answers,
			}),
		);
		await page.getByLabel("Ring the college").check();
		expect(await axe(page)).toEqual([]);
		await press(page, "Bring over what is ticked");
		const actions = page.locator("[data-question=actions] [data-column=action]");
		expect(
			(await actions.evaluateAll((all) => all.map((one) => (one as HTMLTextAreaElement).value))).slice(0, 3),
		).toEqual([SECRET, "Ring the college", ""]);
		expect(await page.inputValue("[data-question=options] [data-column=option]")).toBe("");
		await press(page, "Undo");
		expect(await actions.nth(1).inputValue()).toBe("");
		expect(await actions.first().inputValue()).toBe(SECRET);
		await page.context().close();
	});
});

describe("a scale on a phone", () => {
	it("shows one row at a time, with keys and with all at once on request", async () => {
		const { page } = await site.open(`${REFLECTION}#job-specialty-or-career`, {
			viewport: { width: 360, height: 740 },
		});
		const scale = page.locator("[data-question=layers]");
		const rows = scale.locator("[data-item]").locator("visible=true");
		expect(await rows.count()).toBe(1);
		await scale.getByLabel("Mixed").locator("visible=true").check({ force: true });
		await scale.getByRole("button", { name: "Next", exact: true }).press("Enter");
		expect(await rows.getAttribute("data-item")).toBe("team");
		expect(await scale.locator(".sp-turn-row__place").textContent()).toBe("2 of 8");
		expect(await page.evaluate(() => document.activeElement?.closest<HTMLElement>("[data-item]")?.dataset.item)).toBe(
			"team",
		);
		expect(await axe(page)).toEqual([]);
		await scale.getByRole("button", { name: "Show all", exact: true }).click();
		expect(await rows.count()).toBe(8);
		expect(await scale.locator("[data-item=post] input:checked").getAttribute("value")).toBe("mixed");
		await page.context().close();
	});
});

describe("small helps", () => {
	it("take back a choice, count long texts, and never scold", async () => {
		const { page } = await site.open(`${REFLECTION}#where-i-am`);
		await page.check("[data-question=standing] input[value=exploring]", { force: true });
		const clear = page.locator("[data-question=standing]").getByRole("button", { name: "Take back this answer" });
		await clear.click();
		expect(await page.locator("[data-question=standing] input:checked").count()).toBe(0);
		expect(await clear.isVisible()).toBe(false);
		await page.fill("#q-trigger-words", "a few words");
		expect(await page.locator("[data-question=trigger-words] .sp-count").isVisible()).toBe(false);
		await page.fill("#q-trigger-words", "word ".repeat(1200));
		expect(await page.locator("[data-question=trigger-words] .sp-count").textContent()).toBe("1,200 words");
		await page.context().close();
	});
});
