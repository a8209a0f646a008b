import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { unzip } from "../../scripts/worksheet/testing";
import { axe, download, give, goTo, REFLECTION, Site } from "./worksheet-site";

const OPEN = "Quokka7";
const PERSONAL = "Numbat8";
const OTHER = "Bilby9";

let site: Site;
beforeAll(async () => {
	site = await Site.start();
});
afterAll(() => site?.stop());

const press = (page: Page, name: string) => page.getByRole("button", { name, exact: true }).click();

/** Three answers: one open, one personal, one in a section that nobody ticks. */
async function written(): Promise<Page> {
	const { page } = await site.open(`${REFLECTION}#my-story`);
	await page.fill("#q-why-medicine", OPEN);
	await goTo(page, "life-and-practicalities");
	await page.fill("#q-money", PERSONAL);
	await goTo(page, "how-i-decide");
	await page.fill("#q-good-decision", OTHER);
	await goTo(page, "what-i-share");
	const adviser = page.locator("[data-question=sharing] [data-audience=adviser]");
	await adviser.getByLabel("My story").check();
	await adviser.getByLabel("Life and practicalities").check();
	await goTo(page, "your-copy");
	return page;
}

describe("a shared copy", () => {
	it("holds what was ticked, is seen first, and opens read-only", async () => {
		const page = await written();
		await press(page, "Make a copy to share");
		expect(await axe(page)).toEqual([]);
		await press(page, "With my career adviser");
		expect(await page.isChecked("#share-why-medicine")).toBe(true);
		expect(await page.isChecked("#share-money")).toBe(false);
		expect(await page.isChecked("#share-good-decision")).toBe(false);
		expect(await axe(page)).toEqual([]);
		await press(page, "Look at the copy");
		const preview = page.locator(".sp-preview");
		expect(await preview.textContent()).toContain(OPEN);
		expect(await preview.textContent()).toContain("I have chosen what stands in this copy.");
		expect(await axe(page)).toEqual([]);

		const word = await download(page, () => press(page, "Copy as Word"));
		expect(word.name).toMatch(/^copy-\d{4}-\d\d-\d\d\.docx$/);
		const inWord = [...unzip(word.data).values()].map((part) => Buffer.from(part).toString("utf8")).join();
		const text = (await download(page, () => press(page, "Copy as plain text"))).data.toString();
		const json = await download(page, () => press(page, "Copy to open on this site"));
		await download(page, () => press(page, "Copy as PDF"));
		for (const content of [(await preview.textContent()) ?? "", inWord, text, json.data.toString()]) {
			expect(content).toContain(OPEN);
			expect(content).not.toContain(PERSONAL);
			expect(content).not.toContain(OTHER);
		}
		await give(page, json.data);
		await page.getByText("This is a shared copy.").waitFor();
		expect(await page.getByRole("button", { name: "Carry on writing" }).count()).toBe(0);
		await press(page, "Only read it");
		expect(await page.locator(".sp-reading").textContent()).toContain("A shared copy");
		expect(await page.locator(".sp-reading").textContent()).toContain(OPEN);
		await page.context().close();
	});

	it("takes a personal answer only when it is ticked by itself", async () => {
		const page = await written();
		await press(page, "Make a copy to share");
		await press(page, "With my case manager");
		expect(await page.locator(".sp-sharing input:checked").count()).toBe(0);
		await press(page, "Look at the copy");
		await page.getByText("Nothing is ticked").waitFor();
		await press(page, "Change what goes in");
		await page.locator("label[for=share-money]").click();
		await press(page, "Look at the copy");
		const preview = (await page.locator(".sp-preview").textContent()) ?? "";
		expect(preview).toContain(PERSONAL);
		expect(preview).not.toContain(OPEN);
		expect(preview).toContain("Shared copy: With my case manager");
		await page.context().close();
	});
});
