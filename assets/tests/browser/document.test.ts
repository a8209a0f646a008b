// The book as a page: readable, in order, and as quiet as every other page.

import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, inject, it } from "vitest";
import { objections } from "../axe";
import { launch, watch } from "../browser";
import { type Host, host } from "../host";

let browser: Browser;
let site: Host;
beforeAll(async () => {
	[browser, site] = await Promise.all([launch(), host(inject("site"))]);
});
afterAll(async () => {
	await browser?.close();
	await site?.stop();
});

it.each(["light", "dark"] as const)(
	"is offered on its page, and axe has nothing to say about it: %s",
	async (colorScheme) => {
		const { page, faults, close } = await watch(browser, site.address, {
			viewport: { width: 320, height: 640 },
			colorScheme,
		});
		await page.goto(`${site.address}/support/careers-exploration-document/`);
		const epub = await page.getByRole("link", { name: "Download it as EPUB" }).getAttribute("href");
		expect((await page.request.get(site.address + epub)).headers()["content-type"]).toBe("application/epub+zip");
		await page.getByRole("link", { name: "Read it as one long page" }).click();
		expect(await page.locator("h1").textContent()).toBe("Careers Exploration Document");
		await page.waitForLoadState(); // the page is long, and its heading comes first
		expect(await page.locator("article").count()).toBeGreaterThan(100);
		expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
		expect(await objections(page)).toEqual([]);
		expect(faults).toEqual([]);
		await close();
	},
);
