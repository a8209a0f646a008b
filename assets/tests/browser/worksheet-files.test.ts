import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { protect } from "../../scripts/worksheet/protect";
import { axe, download, give, goTo, REFLECTION, Site, SUMMARY } from "./worksheet-site";

const SECRET = "Quokka7";

let site: Site;
beforeAll(async () => {
	site = await Site.start();
});
afterAll(() => site?.stop());

/** Opens the last section with one answer written. */
async function written(path = REFLECTION, field = "#q-why-medicine", section = "my-story"): Promise<Page> {
	const { page } = await site.open(`${path}#${section}`);
	await page.fill(field, SECRET);
	await goTo(page, "your-copy");
	return page;
}

const told = (page: Page) => page.locator("[data-report]");

describe("a save file", () => {
	it("brings the answers back on another device", async () => {
		const page = await written();
		const file = await download(page, () => page.click("[data-act=save]"));
		expect(file.name).toMatch(/^notes-\d{4}-\d\d-\d\d\.json$/);
		await page.context().close();

		const { page: other } = await site.open(`${REFLECTION}#your-copy`);
		await give(other, file.data);
		await told(other).getByText("It holds 1 answer.").waitFor();
		await other.click("text=Carry on writing");
		expect(await other.inputValue("#q-why-medicine")).toBe(SECRET);
		expect(await told(other).textContent()).toContain("The answers are on the page.");
		await other.context().close();
	});

	it("takes the place of what is on the page only when asked, and gives it back on undo", async () => {
		const page = await written();
		const file = (await download(page, () => page.click("[data-act=save]"))).data
			.toString()
			.replace(SECRET, "Another answer");
		await give(page, file);
		await told(page).getByText("takes the place of what you have written here").waitFor();
		expect(await page.inputValue("#q-why-medicine")).toBe(SECRET);
		await page.click("text=Carry on writing");
		expect(await page.inputValue("#q-why-medicine")).toBe("Another answer");
		await page.getByRole("button", { name: "Undo", exact: true }).click();
		expect(await page.inputValue("#q-why-medicine")).toBe(SECRET);
		await page.context().close();
	});

	it("can be protected by a passphrase, and opens with that only", { timeout: 60_000 }, async () => {
		const page = await written();
		await page.click("[data-act=protect]");
		await page.fill("#new-passphrase", "short");
		await page.click("text=Make the protected file");
		await page.getByText("Choose a longer passphrase").waitFor();
		await page.fill("#new-passphrase", "otter lamp velvet nine");
		await page.fill("#same-passphrase", "otter lamp velvet six");
		await page.click("text=Make the protected file");
		await page.getByText("The two are not the same").waitFor();
		expect(await axe(page)).toEqual([]);
		await page.fill("#same-passphrase", "otter lamp velvet nine");
		const file = await download(page, () => page.click("text=Make the protected file"));
		expect(file.name).toMatch(/^notes-\d{4}-\d\d-\d\d\.age$/);
		expect(file.data.toString("latin1")).toMatch(/^age-encryption\.org\/v1\n-> scrypt /);
		expect(file.data.includes(SECRET)).toBe(false);

		await page.click("[data-act=clear]");
		await page.click("text=Yes, clear them");
		await give(page, file.data, "notes.age");
		await page.fill("#passphrase", "not the passphrase");
		expect(await axe(page)).toEqual([]);
		await page.click("text=Open the file");
		await told(page).getByText("That passphrase does not open this file.").waitFor();
		await page.click("text=Try again");
		await page.fill("#passphrase", "otter lamp velvet nine");
		await page.keyboard.press("Enter");
		await page.click("text=Carry on writing");
		expect(await page.inputValue("#q-why-medicine")).toBe(SECRET);
		await page.context().close();
	});

	it("that is hostile is refused and changes nothing", async () => {
		const page = await written();
		const right = (await download(page, () => page.click("[data-act=save]"))).data.toString();
		const safe = await protect(right, "otter lamp velvet", 8);
		const spoilt = safe.slice();
		spoilt[spoilt.length - 3] = (spoilt[spoilt.length - 3] ?? 0) ^ 1;
		const files: [string | Buffer, string][] = [
			["", "This file cannot be read."],
			["<script>alert(1)</script>", "This file cannot be read."],
			["[".repeat(200_000), "This file is not a save file"],
			["x".repeat(6_000_000), "far too large"],
			[right.replace("signpost-worksheet", "other"), "This file is not a save file"],
			[right.replace('"version": 1', '"version": 2'), "made by a newer version"],
			[right.replace("before-your-first-session", "session-summary"), "belongs to another worksheet"],
			[right.replace(/"answers".*/s, '"answers": 7}'), "damaged"],
		];
		for (const [content, words] of files) {
			await give(page, content);
			await told(page).getByText(words).waitFor();
			expect(await page.inputValue("#q-why-medicine")).toBe(SECRET);
		}
		for (const [content, words] of [
			[Buffer.from(spoilt), "damaged"],
			[Buffer.from(safe.slice(0, 90)), "damaged"],
		] as const) {
			await give(page, content);
			await page.fill("#passphrase", "otter lamp velvet");
			await page.keyboard.press("Enter");
			await told(page).getByText(words).waitFor();
			expect(await page.inputValue("#q-why-medicine")).toBe(SECRET);
		}
		await page.context().close();
	});

	it("with script in every field shows it as words", async () => {
		const { page, said } = await site.open(`${REFLECTION}#your-copy`);
		const evil = '<img src=x onerror="document.title=1"><script>document.title=1</script>';
		const ids: string[] = await page.evaluate(() =>
			[...document.querySelectorAll<HTMLElement>("[data-question]")].map((q) => q.dataset.question ?? ""),
		);
		const answers = { ...Object.fromEntries(ids.map((id) => [id, evil])), "a-question-that-is-gone": evil };
		await give(
			page,
			JSON.stringify({
				format: "signpost-worksheet",
				version: 1,
				worksheet: "before-your-first-session",
				revision: 1,
				saved: evil,
				answers,
			}),
		);
		await page.getByRole("button", { name: "Only read it" }).click();
		expect(await page.locator(".sp-reading").textContent()).toContain(evil);
		expect(await page.locator(".sp-reading img, .sp-reading script").count()).toBe(0);
		expect(await page.title()).not.toBe("1");
		expect(said).toEqual([]);
		await page.context().close();
	});

	it("can be read without touching what is on the page", async () => {
		const page = await written(SUMMARY, "#q-topics", "the-session");
		const file = (await download(page, () => page.click("[data-act=save]"))).data
			.toString()
			.replace(SECRET, "For your eyes");
		await give(page, file);
		await page.getByRole("button", { name: "Only read it" }).click();
		const view = page.locator(".sp-reading");
		expect(await view.textContent()).toContain("For your eyes");
		expect(await view.textContent()).toContain("1 answer in 1 section");
		expect(await view.locator("input, textarea, select").count()).toBe(0);
		expect(await page.locator("form").isVisible()).toBe(false);
		expect(await axe(page)).toEqual([]);
		await view.getByText("Close").click();
		expect(await page.inputValue("#q-topics")).toBe(SECRET);
		await page.context().close();
	});
});
