import type { Locator, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { axe, goTo, REFLECTION, Site } from "./worksheet-site";

/** Drags as a hand does, in many small steps, to the middle of the place or to a height in it. */
async function drag(page: Page, what: Locator, where: Locator, height?: number): Promise<void> {
	await what.scrollIntoViewIfNeeded();
	await what.hover();
	await page.waitForTimeout(300);
	const from = await what.boundingBox();
	const to = await where.boundingBox();
	if (!from || !to) throw new Error("nothing to drag, or nowhere");
	await page.mouse.move(from.x + 20, from.y + from.height / 2);
	await page.mouse.down();
	await page.mouse.move(from.x + 30, from.y + from.height / 2 + 5, { steps: 3 });
	await page.mouse.move(to.x + to.width / 2, to.y + (height ?? to.height / 2), { steps: 10 });
	await page.waitForTimeout(100);
	await page.mouse.up();
	await page.waitForTimeout(300);
}

let site: Site;
beforeAll(async () => {
	site = await Site.start();
});
afterAll(() => site?.stop());

async function opened(): Promise<Page> {
	const { page } = await site.open(`${REFLECTION}#what-matters-to-me`);
	return page;
}

const said = (page: Page) => page.locator("[data-announce]").textContent();
const inPile = (page: Page, pile: string) =>
	page.locator(`[data-question=values] [data-pile="${pile}"] .sp-card > button`).allTextContents();
const order = (page: Page) =>
	page.locator("[data-question=protect] .sp-order:not(.sp-order--rest) .sp-card > .sp-card__name").allTextContents();

describe("cards in piles", () => {
	it("are sorted by keys alone, with every move spoken, and can be undone", async () => {
		const page = await opened();
		const must = page.locator("[data-question=values] .sp-ask-card").getByRole("button", { name: "Must have" });
		await must.focus();
		await page.keyboard.press("Enter");
		expect(await said(page)).toBe("Knowing patients over years: Must have. Next card: Working with my hands. 21 left.");
		await page.keyboard.press("Space");
		expect(await inPile(page, "must")).toEqual(["Knowing patients over years", "Working with my hands"]);
		expect(await must.evaluate((button) => button === document.activeElement)).toBe(true);

		const card = page.locator("[data-question=values]").getByRole("button", { name: "Working with my hands" });
		await card.focus();
		await page.keyboard.press("Enter");
		expect(await card.getAttribute("aria-expanded")).toBe("true");
		expect(await axe(page)).toEqual([]);
		await page.keyboard.press("Tab");
		await page.keyboard.press("Enter");
		expect(await said(page)).toBe("Working with my hands: Good to have. 20 left to sort.");
		expect(await inPile(page, "good")).toEqual(["Working with my hands"]);
		expect(await card.evaluate((button) => button === document.activeElement)).toBe(true);

		const undo = page.locator("[data-question=values]").getByRole("button", { name: "Undo the last move" });
		await undo.press("Enter");
		expect(await said(page)).toBe("The last move is undone.");
		expect(await inPile(page, "must")).toEqual(["Knowing patients over years", "Working with my hands"]);
		await undo.press("Enter");
		await undo.press("Enter");
		expect(await inPile(page, "must")).toEqual([]);
		expect(await undo.isVisible()).toBe(false);
		await page.context().close();
	});

	it("are dragged, and the plain fields under them agree", async () => {
		const page = await opened();
		const values = page.locator("[data-question=values]");
		const card = values.locator('[data-card="calm"]');
		await drag(page, card, values.locator('.sp-pile:has([data-pile="must-not"])'));
		expect(await inPile(page, "must-not")).toEqual(["Time to think"]);
		expect(await values.locator('[data-item="calm"] input:checked').getAttribute("value")).toBe("must-not");
		await drag(page, card, values.locator('.sp-pile:has([data-pile=""])'));
		expect(await inPile(page, "must-not")).toEqual([]);
		expect(await values.locator('[data-item="calm"] input:checked').count()).toBe(0);
		await page.context().close();
	});

	it("say when all are sorted", async () => {
		const page = await opened();
		const ask = page.locator("[data-question=values] .sp-ask-card");
		while (await ask.isVisible()) await ask.getByRole("button", { name: "Good to have" }).click();
		expect(await said(page)).toBe("Making something new: Good to have. All cards are sorted.");
		expect((await inPile(page, "good")).length).toBe(22);
		await page.context().close();
	});
});

describe("an order", () => {
	it("is made by keys alone, keeps to its places, and can be undone", async () => {
		const page = await opened();
		const question = page.locator("[data-question=protect]");
		const use = (name: string) => question.getByRole("button", { name, exact: true }).press("Enter");
		await use("Put in Learning and ideas");
		await use("Put in Being respected");
		expect(await said(page)).toBe("Being respected: place 2 of 2.");
		await page.keyboard.press("Enter");
		expect(await order(page)).toEqual(["Being respected", "Learning and ideas"]);
		expect(await said(page)).toBe("Being respected: place 1 of 2.");
		expect(await page.evaluate(() => document.activeElement?.textContent)).toBe("Down Being respected");
		await use("Put in Security and income");
		await use("Put in Living where I want to live");
		await use("Put in Helping people one by one");
		expect(await question.locator('[data-move="Put in"]:visible').count()).toBe(0);
		expect(await axe(page)).toEqual([]);
		await use("Take out Learning and ideas");
		expect(await said(page)).toBe("Learning and ideas: taken out.");
		await use("Undo the last move");
		expect(await order(page)).toEqual([
			"Being respected",
			"Learning and ideas",
			"Security and income",
			"Living where I want to live",
			"Helping people one by one",
		]);
		expect(await question.locator("select[data-item=standing]").inputValue()).toBe("1");
		await page.context().close();
	});

	it("is made by dragging", async () => {
		const page = await opened();
		const question = page.locator("[data-question=protect]");
		const row = (id: string) => question.locator(`[data-card=${id}]`);
		const pile = question.locator(".sp-pile").first();
		await drag(page, row("life"), pile);
		await drag(page, row("place"), pile, 90);
		expect(await order(page)).toEqual(["Time for life outside work", "Living where I want to live"]);
		await drag(page, row("place"), row("life"), 4);
		expect(await order(page)).toEqual(["Living where I want to live", "Time for life outside work"]);
		await drag(page, row("place"), question.locator(".sp-pile").last());
		expect(await order(page)).toEqual(["Time for life outside work"]);
		await page.context().close();
	});

	it("comes from a save file as well as from moves", async () => {
		const page = await opened();
		await goTo(page, "your-copy");
		const answers = { protect: ["place", "life"], values: { calm: "must" } };
		const file = {
			format: "signpost-worksheet",
			version: 1,
			worksheet: "before-your-first-session",
			revision: 1,
			answers,
		};
		await page.setInputFiles("#open-file", {
			name: "notes.json",
			mimeType: "application/json",
			buffer: Buffer.from(JSON.stringify(file)),
		});
		await page.getByRole("button", { name: "Carry on writing" }).click();
		await goTo(page, "what-matters-to-me");
		expect(await order(page)).toEqual(["Living where I want to live", "Time for life outside work"]);
		expect(await inPile(page, "must")).toEqual(["Time to think"]);
		expect(await page.getByRole("button", { name: "Undo the last move" }).count()).toBe(0);
		await page.context().close();
	});
});
