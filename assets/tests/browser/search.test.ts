// The search as people use it: by keyboard, by ear, on a phone, and with nothing sent to anyone.

import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { objections } from "../axe";
import { launch, watch } from "../browser";
import { type Host, host } from "../host";

const PHONE = { width: 320, height: 640 };
const READING = "/specialties/cardiology/";

let browser: Browser;
let site: Host;
beforeAll(async () => {
	[browser, site] = await Promise.all([launch(), host(inject("site"))]);
});
afterAll(async () => {
	await browser?.close();
	await site?.stop();
});

/** Opens an address, hands over the page, and holds that nothing went wrong meanwhile. */
async function on(path: string, options: BrowserContextOptions, look: (page: Page) => Promise<void>): Promise<void> {
	const { page, faults, close } = await watch(browser, site.address, {
		viewport: { width: 1280, height: 900 },
		...options,
	});
	try {
		await page.goto(site.address + path);
		await look(page);
		expect(faults).toEqual([]);
	} finally {
		await close();
	}
}

const box = (page: Page) => page.getByRole("combobox", { name: "Search this site" });
const options = (page: Page) => page.getByRole("option");
const active = (page: Page) =>
	page.evaluate(() => {
		const id = document.querySelector("[data-search] input")?.getAttribute("aria-activedescendant");
		return id ? document.getElementById(id)?.textContent : undefined;
	});

/** Types into the box and waits for its list. */
async function type(page: Page, words: string): Promise<void> {
	await box(page).pressSequentially(words);
	await options(page).first().waitFor();
}

describe("the box in the header", () => {
	it("loads nothing until it is used, and then no query leaves the browser", async () => {
		site.asked.length = 0;
		await on(READING, {}, async (page) => {
			await page.waitForLoadState("networkidle");
			expect(site.asked.filter((path) => path.includes("search"))).toEqual([]);
			const asked = page.url();
			await type(page, "burnt out");
			expect(await options(page).first().textContent()).toContain("When it is more than a career question");
			expect(site.asked.filter((path) => path === "/search/index.js")).toHaveLength(1);
			expect(site.asked.join(" ")).not.toContain("burnt");
			expect(page.url()).toBe(asked);
		});
	});

	it("is worked by keyboard alone", async () => {
		await on(READING, {}, async (page) => {
			await type(page, "itu");
			expect(await box(page).getAttribute("aria-expanded")).toBe("true");
			expect(await active(page)).toBeUndefined();
			await page.keyboard.press("ArrowDown");
			expect(await active(page)).toContain("Intensive care medicine");
			expect(await page.locator('[aria-selected="true"]').count()).toBe(1);
			await page.keyboard.press("ArrowUp");
			expect(await active(page)).toBeUndefined();
			await page.keyboard.press("ArrowUp");
			expect(await active(page)).toContain("Everything found");
			await page.keyboard.press("Escape");
			expect(await options(page).count()).toBe(0);
			expect(await box(page).inputValue()).toBe("itu");
			await page.keyboard.press("ArrowDown");
			await options(page).first().waitFor();
			await page.keyboard.press("ArrowDown");
			await page.keyboard.press("Enter");
			await page.waitForURL("**/specialties/intensive-care-medicine/");
		});
	});

	it("clears with Escape and goes away with the focus", async () => {
		await on(READING, {}, async (page) => {
			await type(page, "law");
			await page.keyboard.press("Tab");
			expect(await options(page).count()).toBe(0);
			await box(page).focus();
			await options(page).first().waitFor();
			await page.keyboard.press("Escape");
			await page.keyboard.press("Escape");
			expect(await box(page).inputValue()).toBe("");
		});
	});

	it("leads to all results with Enter, behind the # that is never sent", async () => {
		await on(READING, {}, async (page) => {
			await type(page, "failed ARCP");
			await page.keyboard.press("Enter");
			await page.waitForURL("**/search/#q=failed%20ARCP");
			await page.getByRole("link", { name: "Levels 1 and 2 come first" }).first().waitFor();
			expect(site.asked.join(" ")).not.toContain("ARCP");
		});
	});

	it("marks the words in title, kind and passage, and says what came", async () => {
		await on(READING, {}, async (page) => {
			await type(page, "radiotherapy");
			const first = options(page).first();
			expect(await first.textContent()).toContain("Clinical oncology");
			expect(await first.locator(".sp-kind").textContent()).toBe("Specialty");
			expect(await page.locator(".sp-option mark").first().textContent()).toMatch(/radiotherapy/i);
			await expect
				.poll(() => page.locator("[data-search] [role=status]").textContent())
				.toMatch(/\d+ pages found for radiotherapy/);
		});
	});

	it("offers another spelling, the A to Z and help when nothing is found", async () => {
		await on(READING, {}, async (page) => {
			await type(page, "dermattollogy");
			const offers = await options(page).allTextContents();
			expect(offers).toContain("Did you mean “dermatology”?");
			expect(offers).toContain("Look through everything from A to Z");
			expect(offers).toContain("When it is more than a career question");
			await options(page).filter({ hasText: "Did you mean" }).click();
			expect(await box(page).inputValue()).toBe("dermatology");
			await options(page).filter({ hasText: "Dermatology" }).first().waitFor();
		});
	});

	it("says so when the search cannot be loaded", async () => {
		const { page, close } = await watch(browser, site.address);
		await page.route("**/search/index.js", (route) => route.abort());
		await page.goto(site.address + READING);
		await box(page).pressSequentially("law");
		await page.getByText("The search could not be loaded.").first().waitFor();
		await page.unroute("**/search/index.js");
		await close();
	});

	it("is not there without script, where the menu leads to the A to Z", async () => {
		await on(READING, { javaScriptEnabled: false }, async (page) => {
			expect(await page.locator("[data-search]").isVisible()).toBe(false);
			await page.getByRole("link", { name: "Search", exact: true }).click();
			expect(await page.getByRole("heading", { name: "Everything from A to Z" }).isVisible()).toBe(true);
			expect(await page.locator("[data-search-page]").isVisible()).toBe(false);
		});
	});

	it("is a link only on worksheets", async () => {
		await on("/worksheets/before-your-first-session/", {}, async (page) => {
			expect(await page.locator("[data-search]").count()).toBe(0);
			expect(await page.getByRole("link", { name: "Search", exact: true }).count()).toBe(1);
		});
	});
});

describe("the search page", () => {
	it("shows results for its address, and follows typing and the back button", async () => {
		await on("/search/#q=LTFT", {}, async (page) => {
			await page.getByRole("link", { name: "Working less than full time" }).first().waitFor();
			expect(await page.locator("[data-status]").textContent()).toMatch(/\d+ pages? found for “LTFT”/);
			await page.getByLabel("What are you looking for?").fill("urology");
			await expect.poll(() => page.locator(".sp-found h3").first().textContent()).toBe("Urology");
			expect(page.url()).toMatch(/#q=urology$/);
			await page.evaluate(() => location.assign("#q=cardiology"));
			await expect.poll(() => page.locator(".sp-found h3").first().textContent()).toBe("Cardiology");
			await page.goBack();
			await expect.poll(() => page.locator(".sp-found h3").first().textContent()).toBe("Urology");
		});
	});

	it("shows more on wish, and the focus goes to what is new", async () => {
		await on("/search/#q=patients", {}, async (page) => {
			const results = page.locator(".sp-found");
			await results.first().waitFor();
			const before = await results.count();
			await page.getByRole("button", { name: /^Show \d+ more$/ }).click();
			expect(await results.count()).toBeGreaterThan(before);
			expect(
				await results
					.nth(before)
					.locator("a")
					.evaluate((a) => a === document.activeElement),
			).toBe(true);
		});
	});

	it("puts nothing into the page that was typed as markup", async () => {
		await on(`/search/#q=${encodeURIComponent('<img src=x onerror="alert(1)">zzqx')}`, {}, async (page) => {
			await expect.poll(() => page.locator("[data-status]").textContent()).toContain("“<img src=x");
			expect(await page.locator("main img").count()).toBe(0);
		});
	});
});

describe.each<[string, BrowserContextOptions]>([
	["light", { colorScheme: "light" }],
	["dark", { colorScheme: "dark" }],
	["forced colours", { forcedColors: "active" }],
])("axe: %s", (_, looks) => {
	it.each([
		["a desk", { width: 1280, height: 900 }],
		["a phone", PHONE],
	])("has nothing to say in any state on %s", async (_, viewport) => {
		await on(READING, { ...looks, viewport }, async (page) => {
			await type(page, "no nights");
			expect(await objections(page)).toEqual([]);
			await page.keyboard.press("ArrowDown");
			expect(await objections(page)).toEqual([]);
			expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
			await box(page).fill("xqzvyw");
			await page.getByText("Nothing was found").first().waitFor();
			expect(await objections(page)).toEqual([]);
			await page.goto(`${site.address}/search/#q=burnt%20out`);
			await page.locator(".sp-found").first().waitFor();
			expect(await objections(page)).toEqual([]);
			expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
		});
	});
});
