import type { BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { axe, goTo, REFLECTION, Site, SUMMARY } from "./worksheet-site";

const SECRET = "Quokka7";

let site: Site;
beforeAll(async () => {
	site = await Site.start();
});
afterAll(() => site?.stop());

/** Writes an answer and asks for a draft. */
async function drafting(): Promise<Page> {
	const { page } = await site.open(`${SUMMARY}#the-session`);
	await page.fill("#q-topics", SECRET);
	await goTo(page, "your-copy");
	await page.check("label[for=keep-draft]");
	await page.getByText("Last kept at").waitFor();
	return page;
}

async function again(context: BrowserContext, shiftDays = 0): Promise<Page> {
	const page = await context.newPage();
	if (shiftDays > 0) await page.clock.setFixedTime(Date.now() + shiftDays * 86_400_000);
	await page.goto(`${site.address}${SUMMARY}`);
	return page;
}

const notice = (page: Page) => page.locator("[data-notice]");
const databases = (page: Page) => page.evaluate(async () => (await indexedDB.databases()).map((d) => d.name));

describe("a draft on this device", () => {
	it("exists only when asked for, comes back on request, and goes when told", async () => {
		const page = await drafting();
		expect(await databases(page)).toEqual(["signpost-worksheets"]);
		const context = page.context();
		await page.close();

		const next = await again(context);
		await notice(next).getByText("There is a draft of this worksheet on this device.").waitFor();
		expect(await next.inputValue("#q-topics")).toBe("");
		expect(await axe(next)).toEqual([]);
		await next.getByRole("button", { name: "Open the draft", exact: true }).click();
		await notice(next).getByText("The draft is open.").waitFor();
		expect(await next.inputValue("#q-topics")).toBe(SECRET);
		await goTo(next, "your-copy");
		await next.uncheck("label[for=keep-draft]");
		await next.getByText("The draft is deleted from this device.").waitFor();
		expect(await next.inputValue("#q-topics")).toBe(SECRET);
		await next.close();

		const last = await again(context);
		await last.waitForTimeout(300);
		expect(await notice(last).textContent()).toBe("");
		await context.close();
	});

	it("loses at most a second when the tab dies in mid-word", async () => {
		const page = await drafting();
		await goTo(page, "the-session");
		await page.locator("#q-topics").focus();
		await page.keyboard.press("End");
		await page.keyboard.type(" and in mid-w");
		await page.waitForTimeout(1000);
		const context = page.context();
		await page.close({ runBeforeUnload: false });
		const next = await again(context);
		await next.getByRole("button", { name: "Open the draft", exact: true }).click();
		await notice(next).getByText("The draft is open.").waitFor();
		expect(await next.inputValue("#q-topics")).toBe(`${SECRET} and in mid-w`);
		await context.close();
	});

	it("is forgotten after the days that were chosen", async () => {
		const page = await drafting();
		const context = page.context();
		await page.close();
		const soon = await again(context, 6);
		await notice(soon).getByText("There is a draft").waitFor();
		await soon.close();
		const late = await again(context, 8);
		await late.waitForTimeout(500);
		expect(await notice(late).textContent()).toBe("");
		await late.close();
		const after = await again(context);
		await after.waitForTimeout(500);
		expect(await notice(after).textContent()).toBe("");
		await context.close();
	});

	it("is kept by one tab at a time, and both are told", async () => {
		const first = await drafting();
		const context = first.context();
		const second = await again(context);
		await second.getByRole("button", { name: "Open the draft", exact: true }).click();
		await notice(second).getByText("open in another tab").waitFor();
		expect(await second.inputValue("#q-topics")).toBe("");
		await goTo(first, "the-session");
		await first.fill("#q-topics", "newer words");
		await first.waitForTimeout(800);
		await second.click("text=Open the draft here instead");
		await notice(second).getByText("The draft is open.").waitFor();
		expect(await second.inputValue("#q-topics")).toBe("newer words");
		await notice(first).getByText("The draft was opened in another tab.").waitFor();
		await first.fill("#q-topics", "words of the old tab");
		await first.waitForTimeout(800);
		const third = await again(context);
		await second.close();
		await third.getByRole("button", { name: "Open the draft", exact: true }).click();
		await notice(third).getByText("The draft is open.").waitFor();
		expect(await third.inputValue("#q-topics")).toBe("newer words");
		await context.close();
	});

	it("does not overwrite an older draft that was not opened", async () => {
		const page = await drafting();
		const context = page.context();
		await page.close();
		const next = await again(context);
		await notice(next).getByText("There is a draft").waitFor();
		await goTo(next, "your-copy");
		await next.check("label[for=keep-draft]").catch(() => undefined);
		await expect.poll(() => next.isChecked("#keep-draft")).toBe(false);
		await notice(next).getByText("There is a draft").waitFor();
		await next.getByRole("button", { name: "Open the draft", exact: true }).click();
		await notice(next).getByText("The draft is open.").waitFor();
		expect(await next.inputValue("#q-topics")).toBe(SECRET);
		await context.close();
	});

	it("goes when the answers are cleared, and comes back when that is undone", async () => {
		const page = await drafting();
		await page.click("[data-act=clear]");
		await page.click("text=Yes, clear them");
		await page.waitForTimeout(700);
		const left = () =>
			page.evaluate(
				() =>
					new Promise((done) => {
						const open = indexedDB.open("signpost-worksheets");
						open.onsuccess = () => {
							const all = open.result.transaction("drafts").objectStore("drafts").getAllKeys();
							all.onsuccess = () => done(all.result);
						};
					}),
			);
		expect(await left()).toEqual([]);
		await page.click("text=Undo");
		await page.waitForTimeout(700);
		expect(await left()).toEqual(["session-summary"]);
		await page.context().close();
	});

	it("of the other worksheet can be brought over, piece by piece", async () => {
		const { page } = await site.open(`${REFLECTION}#first-steps`);
		await page.fill("[data-question=first-steps] [data-column=action]", SECRET);
		await goTo(page, "your-copy");
		await page.check("label[for=keep-draft]");
		await page.getByText("Last kept at").waitFor();
		const next = await again(page.context());
		await goTo(next, "your-copy");
		await next.getByRole("button", { name: "Bring something over from it" }).click();
		await next.getByLabel(SECRET).check();
		await next.getByRole("button", { name: "Bring over what is ticked" }).click();
		expect(await next.inputValue("[data-question=actions] [data-column=action]")).toBe(SECRET);
		await page.context().close();
	});

	it("that cannot be written says so and offers a file", async () => {
		const { page } = await site.open(`${SUMMARY}#the-session`);
		await page.evaluate(() => {
			IDBObjectStore.prototype.put = () => {
				throw new DOMException("full", "QuotaExceededError");
			};
		});
		await page.fill("#q-topics", SECRET);
		await goTo(page, "your-copy");
		await page.click("label[for=keep-draft]");
		await notice(page).getByText("The draft could not be kept.").waitFor();
		expect(await page.isChecked("#keep-draft")).toBe(false);
		const [file] = await Promise.all([
			page.waitForEvent("download"),
			notice(page).getByText("Save a file", { exact: true }).click(),
		]);
		expect(file.suggestedFilename()).toMatch(/\.json$/);
		await page.context().close();
	});
});
