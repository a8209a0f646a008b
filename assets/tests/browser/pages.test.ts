// One page of each kind, as people meet it: on a phone and on a desk, light and dark, with script and without, in the
// system's own colours, by keyboard, at 400 % and on paper.

import type { RunOnly } from "axe-core";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, it, onTestFinished } from "vitest";
import { COLOURS, objections } from "../axe";
import { launch, type Watched, watch } from "../browser";
import { type Host, host } from "../host";
import { oneOfEachKind, pagesOf, sitemapOf } from "../site";

const PHONE = { width: 320, height: 640 };
const DESK = { width: 1280, height: 900 };
// WCAG 1.4.10: 1280 CSS pixels at 400 % leave 320 by 256.
const ZOOMED = { width: 320, height: 256 };

const published = pagesOf(inject("site"));
const kinds = [...new Set([...oneOfEachKind(published), "/about/accessibility/", "/search/", "/no-such-page/"])];

let browser: Browser;
let site: Host;
beforeAll(async () => {
	[browser, site] = await Promise.all([launch(), host(inject("site"))]);
});
afterAll(async () => {
	await browser?.close();
	await site?.stop();
});

// One browser context for each way of looking, because opening one takes longer than a page.
const contexts = new Map<string, Promise<Watched>>();

/** Opens an address, hands over the page, and holds that nothing went wrong meanwhile. */
async function on(path: string, options: BrowserContextOptions, look: (page: Page) => Promise<void>): Promise<void> {
	const way = { viewport: DESK, ...options };
	const key = JSON.stringify(way);
	if (!contexts.has(key)) contexts.set(key, watch(browser, site.address, way));
	const { page, faults } = (await contexts.get(key)) as Watched;
	faults.length = 0;
	const answer = await page.goto(site.address + path);
	// Only the page for missing addresses may answer 404, which the console calls an error.
	const missing = path === "/no-such-page/";
	expect(answer?.status()).toBe(missing ? 404 : 200);
	await look(page);
	expect(faults.filter((fault) => !(missing && fault.includes("status of 404")))).toEqual([]);
}

// In the dark and in forced colours only colours differ; the rest would be asked twice.
const WAYS: [string, BrowserContextOptions, RunOnly | undefined][] = [
	["on a phone", { viewport: PHONE }, undefined],
	["on a desk", { viewport: DESK }, undefined],
	["on a desk in the dark", { viewport: DESK, colorScheme: "dark" }, COLOURS],
	["on a desk in forced colours", { viewport: DESK, forcedColors: "active" }, COLOURS],
];

describe.each(WAYS)("axe objects to nothing %s", (_, options, tags) => {
	it.each(kinds)("%s", async (path) => {
		await on(path, options, async (page) => {
			expect(await objections(page, tags)).toEqual([]);
		});
	});
});

// With scripts turned off axe itself could not run. So the page is taken as it stands without them, and its style sheet is
// told that there are none, and axe looks at that.
describe.each([
	["on a phone", PHONE],
	["on a desk", DESK],
])("axe objects to nothing without script %s", (_, viewport) => {
	it.each(kinds)("%s", async (path) => {
		let still = "";
		await on(path, { viewport, javaScriptEnabled: false }, async (page) => {
			still = await page.content();
		});
		const bare = still.replace(/<script\b[^>]*\bsrc=[^>]*><\/script>/g, "").replace(/<(\/?)noscript\b/g, "<$1div");
		const way = { viewport, reducedMotion: "reduce" } as const;
		await on("/", way, async (page) => {
			await page.route(site.address + path, (route) =>
				route.fulfill({ contentType: "text/html; charset=utf-8", body: bare }),
			);
			await page.route(`${site.address}/assets/*.css`, async (route) => {
				const answer = await route.fetch();
				await route.fulfill({ response: answer, body: unscripted(await answer.text()) });
			});
			await page.goto(site.address + path);
			expect(await page.evaluate(() => [...document.scripts].filter((script) => script.src !== "").length)).toBe(0);
			expect(await objections(page)).toEqual([]);
			await page.unrouteAll();
		});
	});
});

/** A style sheet as a browser reads it that runs no scripts. */
function unscripted(css: string): string {
	return css.replaceAll("(scripting:enabled)", "(width<0)");
}

/** What a browser writes down when something moves. */
interface Shift {
	readonly startTime: number;
	readonly sources: readonly { readonly node: Element | null }[];
}

describe.each([
	["on a phone", PHONE],
	["on a desk", DESK],
])("while scripts are on their way %s", (_, viewport) => {
	/** Opens a page, lets its scripts come once it is drawn, and says what moved before its HTML was whole and after. */
	async function movedOn(path: string): Promise<{ early: string[]; late: string[] }> {
		const { page, close } = await watch(browser, site.address, { viewport });
		let come = () => {};
		const drawn = new Promise<void>((done) => {
			come = done;
		});
		await page.route(`${site.address}/**/*.js`, async (route) => {
			await drawn;
			await route.continue();
		});
		await page.addInitScript(() => {
			const moved: { at: number; what: string }[] = [];
			Object.assign(window, { moved });
			new PerformanceObserver((list) => {
				for (const { startTime, sources } of list.getEntries() as unknown as Shift[])
					for (const { node } of sources)
						moved.push({ at: startTime, what: (node?.parentElement ?? node)?.outerHTML.slice(0, 200) ?? "something" });
			}).observe({ type: "layout-shift", buffered: true });
		});
		await page.goto(site.address + path, { waitUntil: "commit" });
		await page.waitForFunction(() => performance.getEntriesByName("first-contentful-paint").length > 0);
		await page.waitForFunction(() => document.readyState !== "loading");
		const whole = await page.evaluate(
			() =>
				new Promise<number>((done) =>
					requestAnimationFrame(() => requestAnimationFrame(() => done(performance.now()))),
				),
		);
		come();
		await page.waitForLoadState("networkidle");
		const moved = await page.evaluate(() => (window as unknown as { moved: { at: number; what: string }[] }).moved);
		await close();
		const words = (late: boolean) => moved.filter(({ at }) => at > whole === late).map(({ what }) => what);
		return { early: words(false), late: words(true) };
	}

	it.each(kinds)("%s is drawn, and nothing moves when they come", async (path) => {
		// A busy browser paints half of a page; what then moves because the other half comes does not move every time.
		let early: string[] = [];
		for (let look = 0; look === 0 || (early.length > 0 && look < 3); look++) {
			const moved = await movedOn(path);
			expect(moved.late).toEqual([]);
			early = moved.early;
		}
		expect(early).toEqual([]);
	});
});

/** How many pixels the page is wider than the window. */
const tooWide = () => document.documentElement.scrollWidth - document.documentElement.clientWidth;

describe("in little room", () => {
	it.each(kinds)("%s at 400 % zoom scrolls one way only", async (path) => {
		await on(path, { viewport: ZOOMED }, async (page) => {
			expect(await page.evaluate(tooWide)).toBe(0);
		});
	});

	it("with text spaced as WCAG 1.4.12 allows, no line of text is cut off", async () => {
		for (const path of kinds) {
			await on(path, { viewport: PHONE }, async (page) => {
				const cut = await page.evaluate(() => {
					for (const e of document.querySelectorAll<HTMLElement>("body *")) {
						e.style.lineHeight = "1.5";
						e.style.letterSpacing = "0.12em";
						e.style.wordSpacing = "0.16em";
						if (e.tagName === "P") e.style.marginBottom = "2em";
					}
					const hidden = (e: Element) =>
						e.closest(".nhsuk-u-visually-hidden, .nhsuk-skip-link, svg, details:not([open])");
					return [...document.querySelectorAll<HTMLElement>("main *, header *, footer *")]
						.filter((e) => !hidden(e) && getComputedStyle(e).overflow !== "visible")
						.filter((e) => e.scrollHeight > e.clientHeight + 1 && getComputedStyle(e).overflowY === "hidden")
						.map((e) => e.outerHTML.slice(0, 120));
				});
				expect(cut, path).toEqual([]);
			});
		}
	});
});

describe("by keyboard", () => {
	it.each(kinds)(
		"%s: the skip link comes first, and everything that can be reached shows where one is",
		async (path) => {
			await on(path, {}, async (page) => {
				await page.keyboard.press("Tab");
				expect(await page.evaluate(() => document.activeElement?.getAttribute("href"))).toBe("#maincontent");
				expect((await page.locator(".nhsuk-skip-link").boundingBox())?.width).toBeGreaterThan(100);
				const order = await walk(page);
				expect(order.filter((stop) => !stop.marked).map((stop) => stop.what)).toEqual([]);
				expect(order.filter((stop) => stop.backwards).map((stop) => `backwards to ${stop.what}`)).toEqual([]);
				expect(order.length).toBeGreaterThan(5);
			});
		},
	);

	it("the skip link leads into the page's own part", async () => {
		await on("/", {}, async (page) => {
			await page.keyboard.press("Tab");
			await page.keyboard.press("Enter");
			await page.keyboard.press("Tab");
			expect(await page.evaluate(() => document.activeElement?.closest("main") !== null)).toBe(true);
		});
	});
});

interface Stop {
	what: string;
	/** Focus changes how it looks. */
	marked: boolean;
	/** It stands in the document before the stop before it. */
	backwards: boolean;
}

/** Presses Tab from where the focus is to the document's end, and says what each stop looked like. */
async function walk(page: Page): Promise<Stop[]> {
	const stops: Stop[] = [];
	await page.evaluate(() => Object.assign(window, { first: document.activeElement, before: null }) && undefined);
	for (;;) {
		await page.keyboard.press("Tab");
		const stop = await page.evaluate(() => {
			const memory = window as unknown as { first: Element | null; before: Element | null };
			const e = document.activeElement;
			// After the last stop comes the browser's own frame, or the first stop again.
			if (!e || e === document.body || e === memory.first) return null;
			const before = memory.before;
			const backwards = before !== null && (before.compareDocumentPosition(e) & Node.DOCUMENT_POSITION_PRECEDING) !== 0;
			memory.before = e;
			// A check box is drawn by what stands beside it, a details by what stands inside.
			const parts = [e, ...e.children, e.nextElementSibling].filter((p): p is Element => p !== null);
			const look = () =>
				parts
					.flatMap((p) => [getComputedStyle(p), getComputedStyle(p, "::before"), getComputedStyle(p, "::after")])
					.map((s) => [s.outline, s.boxShadow, s.backgroundColor, s.borderColor, s.borderWidth, s.color].join())
					.join(";");
			const focused = look();
			(e as HTMLElement).blur();
			const plain = look();
			(e as HTMLElement).focus({ preventScroll: true });
			return { what: e.outerHTML.slice(0, 100), marked: focused !== plain, backwards };
		});
		if (!stop) return stops;
		stops.push(stop);
		if (stops.length > 1500) throw new Error("the keyboard never comes to the end of the page");
	}
}

describe("on paper", () => {
	it.each(kinds)("%s: nothing to press, and no heading on a border", async (path) => {
		await on(path, {}, async (page) => {
			await page.emulateMedia({ media: "print" });
			onTestFinished(() => page.emulateMedia({ media: null }));
			// A worksheet is filled in by hand, and what was ticked is part of it.
			const fields = path.startsWith("/worksheets/") ? "" : ", input, select, textarea";
			const controls = page.locator(`:is(button, search, [role=combobox]${fields}):visible`);
			expect(await controls.evaluateAll((all) => all.map((e) => e.outerHTML.slice(0, 100)))).toEqual([]);
			const raised = await page.evaluate(() =>
				[...document.querySelectorAll(".nhsuk-card__heading")]
					.filter((heading) => {
						const card = heading.closest(".nhsuk-card") ?? heading;
						return heading.getBoundingClientRect().top <= card.getBoundingClientRect().top;
					})
					.map((heading) => heading.textContent),
			);
			expect(raised).toEqual([]);
		});
	});

	it("an address is printed behind links to other sites only", async () => {
		await on("/support/", {}, async (page) => {
			await page.emulateMedia({ media: "print" });
			onTestFinished(() => page.emulateMedia({ media: null }));
			const printed = await page.evaluate(() =>
				[...document.querySelectorAll<HTMLAnchorElement>("main a")].map((a) => [
					a.getAttribute("href")?.startsWith("http") ?? false,
					getComputedStyle(a, "::after").content.includes("attr(") ||
						getComputedStyle(a, "::after").content.includes("Link"),
				]),
			);
			expect(printed.some(([outside]) => outside)).toBe(true);
			for (const [outside, shown] of printed) expect(shown).toBe(outside);
		});
	});

	it.each(kinds)("%s: no menu, no links to other pages, black on white, and the page's words", async (path) => {
		await on(path, { colorScheme: "dark" }, async (page) => {
			await page.emulateMedia({ media: "print" });
			onTestFinished(() => page.emulateMedia({ media: null }));
			expect(await page.locator("nav:visible").allInnerTexts()).toEqual([]);
			expect(await page.locator("a.nhsuk-skip-link").evaluate((e) => e.checkVisibility())).toBe(false);
			expect(await page.locator("h1").isVisible()).toBe(true);
			const [paper, ink] = await page.evaluate(() => {
				const s = getComputedStyle(document.body);
				return [s.backgroundColor, getComputedStyle(document.querySelector("h1") ?? document.body).color];
			});
			expect(["rgb(255, 255, 255)", "rgba(0, 0, 0, 0)"]).toContain(paper);
			expect(luminance(ink ?? "")).toBeLessThan(0.1);
		});
	});
});

/** Relative luminance by WCAG's formula. */
function luminance(colour: string): number {
	const [r = 0, g = 0, b = 0] = (colour.match(/\d+(\.\d+)?/g) ?? []).map((n) => {
		const part = Number(n) / 255;
		return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
	});
	return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

describe("the whole site", () => {
	it("every address of the sitemap answers, and says what it is", async () => {
		const addresses = sitemapOf(inject("site")).map((address) => new URL(address).pathname);
		expect(addresses.toSorted()).toEqual(published.map((p) => p.path));
		const faulty: string[] = [];
		const titles = new Map<string, string>();
		const { page, faults, close } = await watch(browser, site.address, { viewport: PHONE });
		for (const path of addresses) {
			const answer = await page.goto(site.address + path);
			const found = await page.evaluate(() => ({
				title: document.title,
				description: document.querySelector("meta[name=description]")?.getAttribute("content") ?? "",
				language: document.documentElement.lang,
				levels: [...document.querySelectorAll("h1, h2, h3, h4, h5, h6")]
					.filter((h) => h.checkVisibility())
					.map((h) => Number(h.tagName[1])),
			}));
			if (answer?.status() !== 200) faulty.push(`${path}: ${answer?.status()}`);
			if (found.levels.filter((level) => level === 1).length !== 1) faulty.push(`${path}: not one h1`);
			found.levels.reduce((before, level) => {
				if (level > before + 1) faulty.push(`${path}: h${before} is followed by h${level}`);
				return level;
			}, 0);
			if (found.description.length < 20) faulty.push(`${path}: description "${found.description}"`);
			if (found.language !== "en-GB") faulty.push(`${path}: language "${found.language}"`);
			const over = await page.evaluate(tooWide);
			if (over > 0) faulty.push(`${path}: ${over} px wider than a phone`);
			const twin = titles.get(found.title);
			if (twin) faulty.push(`${path}: has the title of ${twin}`);
			titles.set(found.title, path);
		}
		await close();
		expect(faulty).toEqual([]);
		expect(faults).toEqual([]);
	});

	it("loads nothing but files of its own, and only those it needs", async () => {
		await on("/", {}, async () => {
			expect(site.asked.every((path) => path.startsWith("/"))).toBe(true);
		});
		site.asked.length = 0;
		await on("/skills/prioritising/", {}, async (page) => {
			await page.waitForLoadState("networkidle");
			const kindsAsked = site.asked.filter((path) => !path.endsWith("/")).map((path) => path.replace(/^.*\./, ""));
			expect([...new Set(kindsAsked)].filter((kind) => !["css", "js", "svg", "ico"].includes(kind))).toEqual([]);
		});
	});
});
