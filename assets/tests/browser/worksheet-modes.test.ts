// Both worksheets in every state, for people who set their own colours and people whom motion makes ill.

import type { BrowserContextOptions, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { axe, download, fill, give, goTo, REFLECTION, Site, SUMMARY } from "./worksheet-site";

const FORCED: BrowserContextOptions = { forcedColors: "active" };
const STILL: BrowserContextOptions = { reducedMotion: "reduce" };

const MODES = [
	["forced colours", FORCED],
	["reduced motion", STILL],
] as const;

const EVERYWHERE = MODES.flatMap(([name, mode]) => [REFLECTION, SUMMARY].map((path) => [path, name, mode] as const));

let site: Site;
beforeAll(async () => {
	site = await Site.start();
});
afterAll(() => site?.stop());

const press = (page: Page, name: string) => page.getByRole("button", { name, exact: true }).click();

/** Goes through the states of a worksheet, stopping at each. */
async function through(page: Page, stop: (state: string) => Promise<void>): Promise<void> {
	await stop("empty");
	await page.click("[data-show-all]");
	await stop("empty, all sections");
	await fill(page);
	await stop("filled, all sections");
	await page.click("[data-show-all]");
	await goTo(page, "your-copy");
	await press(page, "Show an overview");
	await page.locator(".sp-picture").first().waitFor();
	await stop("overview");
	await press(page, "Clear my answers");
	await page.getByRole("button", { name: "Yes, clear them" }).waitFor();
	await stop("asked whether to clear");
	await press(page, "Keep them");
	await press(page, "Save a file with a passphrase");
	await page.locator("#new-passphrase").waitFor();
	await stop("asked for a passphrase");
	await press(page, "Make a copy to share");
	await page.locator(".sp-report h4").waitFor();
	await stop("asked whom to share with");
	await page.locator(".sp-report button").last().click();
	await page.locator(".sp-sharing").waitFor();
	for (const tick of await page.locator(".sp-sharing input[value]").all()) await tick.check({ force: true });
	await stop("what goes in");
	await press(page, "Look at the copy");
	const copy = await download(page, () => press(page, "Copy to open on this site"));
	await stop("share preview");
	await give(page, copy.data);
	await press(page, "Only read it");
	await page.locator(".sp-reading").waitFor();
	await stop("adviser's view");
}

describe("a worksheet has no finding by axe", () => {
	it.each(EVERYWHERE)("in any state: %s under %s", async (path, _, mode) => {
		const { page, said } = await site.open(path, mode);
		const found: string[] = [];
		await through(page, async (state) => {
			found.push(...(await axe(page)).map((objection) => `${state}: ${objection}`));
		});
		expect(found).toEqual([]);
		expect(said).toEqual([]);
		await page.context().close();
	});

	it.each(MODES)("when the PDF lacks letters, under %s", async (_, mode) => {
		for (const [path, section, field] of [
			[REFLECTION, "my-story", "#q-why-medicine"],
			[SUMMARY, "the-session", "#q-topics"],
		] as const) {
			const { page } = await site.open(`${path}#${section}`, mode);
			await page.fill(field, "مرحبا 漢字");
			await goTo(page, "your-copy");
			await download(page, () => press(page, "Download as PDF"));
			await page.getByText("The PDF has no letters for").waitFor();
			expect(await axe(page)).toEqual([]);
			await page.context().close();
		}
	});

	it.each(MODES)("when another tab has the draft, under %s", async (_, mode) => {
		for (const [path, section, field] of [
			[REFLECTION, "my-story", "#q-why-medicine"],
			[SUMMARY, "the-session", "#q-topics"],
		] as const) {
			const { page: first } = await site.open(`${path}#${section}`, mode);
			await first.fill(field, "words");
			await goTo(first, "your-copy");
			await first.check("label[for=keep-draft]");
			await first.getByText("Last kept at").waitFor();
			const second = await first.context().newPage();
			await second.goto(site.address + path);
			await press(second, "Open the draft");
			await second.getByText("This draft is open in another tab or window.").waitFor();
			expect(await axe(second)).toEqual([]);
			await press(second, "Open the draft here instead");
			await second.getByText("The draft is open.").waitFor();
			expect(await axe(second)).toEqual([]);
			await first.bringToFront();
			await first.getByText("The draft was opened in another tab.").waitFor();
			expect(await axe(first)).toEqual([]);
			await first.context().close();
		}
	});
});

describe("under reduced motion", () => {
	it.each([REFLECTION, SUMMARY])("nothing moves by itself: %s", async (path) => {
		const { page } = await site.open(path, STILL);
		await page.evaluate(watchMotion);
		const moving: string[] = [];
		await through(page, async (state) => {
			const found = await page.evaluate(motion);
			moving.push(...found.map((what) => `${state}: ${what}`));
		});
		expect(moving).toEqual([]);
		await page.context().close();
	});

	it("finds what does move", async () => {
		const { page } = await site.open(SUMMARY, STILL);
		await page.evaluate(watchMotion);
		await page.evaluate(() => {
			document.body.style.scrollBehavior = "smooth";
			document.body.scrollIntoView({ behavior: "smooth" });
			document.body.animate([{ opacity: 1 }, { opacity: 0.5 }], 1000);
		});
		expect(await page.evaluate(motion)).toEqual([
			"smooth scrolling asked for",
			"BODY animated",
			"BODY scrolls smoothly",
		]);
		await page.context().close();
	});
});

/** Runs in the page: takes note of every smooth scroll that a script asks for, and of transitions that begin. */
function watchMotion(): void {
	const noted: string[] = [];
	(window as unknown as { noted: string[] }).noted = noted;
	const targets = [Element.prototype, window] as unknown as Record<string, (...args: unknown[]) => void>[];
	for (const target of targets) {
		for (const name of ["scrollIntoView", "scrollTo", "scrollBy", "scroll"]) {
			const before = target[name];
			if (!before) continue;
			target[name] = function (this: unknown, ...args: unknown[]) {
				if (JSON.stringify(args).includes('"smooth"')) noted.push("smooth scrolling asked for");
				return before.apply(this, args);
			};
		}
	}
	for (const event of ["transitionrun", "animationstart"]) {
		document.addEventListener(event, (e) => noted.push(`${(e.target as Element).outerHTML.slice(0, 80)} ${event}`));
	}
}

/** Runs in the page: what moved since the last time, what moves now, and what would scroll smoothly. */
function motion(): string[] {
	const noted = (window as unknown as { noted: string[] }).noted.splice(0);
	const running = document
		.getAnimations()
		.map((a) => `${((a.effect as KeyframeEffect).target as Element).tagName} animated`);
	const smooth = [...document.querySelectorAll("*")]
		.filter((e) => getComputedStyle(e).scrollBehavior === "smooth")
		.map((e) => `${e.tagName} scrolls smoothly`);
	return [...noted, ...running, ...smooth];
}
