// The explorer, the comparison, the map and the shortlist, as people use them.

import { readFileSync } from "node:fs";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { many } from "../../tools/many.mjs";
import { objections } from "../axe";
import { launch, type Watched, watch } from "../browser";
import { type Host, host } from "../host";

const LIST = "/specialties/";
const COMPARE = "/specialties/compare/";
const MAP = "/specialties/map/";
const SHORTLIST = "/shortlist/";
const PHONE = { width: 320, height: 640 };
const DESK = { width: 1280, height: 900 };

let browser: Browser;
let site: Host;
beforeAll(async () => {
	[browser, site] = await Promise.all([launch(), host(inject("site"))]);
});
afterAll(async () => {
	await browser?.close();
	await site?.stop();
});

/** Opens an address, hands over the page, and holds that nothing went wrong or left the site meanwhile. */
async function on(
	path: string,
	look: (page: Page) => Promise<void>,
	options: BrowserContextOptions = {},
): Promise<void> {
	const { page, faults, close }: Watched = await watch(browser, site.address, { viewport: DESK, ...options });
	try {
		await page.goto(site.address + path);
		await look(page);
		// A picture on its way when the page is left is no fault.
		expect(faults.filter((fault) => !/^failed: .*\/images\//.test(fault))).toEqual([]);
	} finally {
		await close();
	}
}

/** Waits until the list of a change that came before has begun: it is drawn in the frames after the change. */
function begun(page: Page): Promise<void> {
	return page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done))));
}

/** The titles in the list, once the list has them all. */
async function titles(page: Page): Promise<string[]> {
	await begun(page);
	const shown = page.locator(".sp-view .sp-result__title");
	const [count = ""] = (await page.textContent("[data-status]"))?.match(/\d+/) ?? [];
	await expect.poll(() => shown.count()).toBe(Number(count));
	return shown.allTextContents();
}

const hash = (page: Page) => page.evaluate(() => location.hash);
const sorted = (words: string[]) => [...words].sort((a, b) => a.toLowerCase().localeCompare(b.toLowerCase()));

/** Opens the filter of a facet and ticks one of its values. */
async function tick(page: Page, facet: string, value: string): Promise<void> {
	await page.evaluate((id) => document.querySelector(`[data-facet="${id}"]`)?.setAttribute("open", ""), facet);
	await page.click(`label[for="${facet}--${value}"]`);
}

describe("the list of specialties", () => {
	it("is whole without script, by group and from A to Z", async () => {
		await on(
			LIST,
			async (page) => {
				const all = await page.locator("[data-list] .sp-result__title").allTextContents();
				expect(all.length).toBeGreaterThanOrEqual(65);
				expect(all).toEqual(sorted(all));
				const grouped = await page.locator(".sp-unscripted li a").allTextContents();
				expect(sorted(grouped)).toEqual(all);
				expect(await page.locator("input:visible, select:visible, main button:visible").count()).toBe(0);
			},
			{ javaScriptEnabled: false },
		);
	});

	it("is narrowed by every filter, and each count says beforehand what it will leave", async () => {
		await on(LIST, async (page) => {
			const all = await titles(page);
			for (const facet of await page
				.locator("[data-facet]")
				.evaluateAll((f) => f.map((e) => e.getAttribute("data-facet")))) {
				const box = page.locator(`[data-facet="${facet}"] input`).first();
				const promised = await page.locator(`[data-facet="${facet}"] [data-count]`).first().textContent();
				await tick(page, facet ?? "", await box.inputValue());
				const left = await titles(page);
				expect(`(${left.length})`, facet ?? "").toBe(promised);
				expect(left.length).toBeLessThan(all.length);
				await page.click("[data-clear]");
				expect(await titles(page)).toEqual(all);
			}
		});
	});

	it("finds words in names, other names and facts, and says politely how many are left", async () => {
		await on(LIST, async (page) => {
			await page.fill("#find", "o&g");
			expect(await titles(page)).toContain("Obstetrics and gynaecology");
			await page.fill("#find", "HEART");
			expect(await titles(page)).toContain("Cardiology");
			const status = page.locator("[role=status][data-announce]");
			await expect.poll(() => status.textContent()).toMatch(/^\d+ of \d+ specialties\.$/);
		});
	});

	it("keeps every choice in the fragment, and the back button takes each back", async () => {
		await on(LIST, async (page) => {
			await tick(page, "setting", "community");
			await expect.poll(() => hash(page)).toBe("#setting=community");
			const community = await titles(page);
			await page.selectOption("#sort", "years");
			await expect.poll(() => hash(page)).toBe("#setting=community&sort=years");
			await page.locator("#find").pressSequentially("psy");
			await expect.poll(() => hash(page)).toBe("#text=psy&setting=community&sort=years");
			await page.goBack();
			expect(await hash(page)).toBe("#setting=community&sort=years");
			expect(await page.inputValue("#find")).toBe("");
			await page.goBack();
			expect(await titles(page)).toEqual(community);
			await page.goForward();
			expect(await page.inputValue("#sort")).toBe("years");
			await page.reload();
			expect(await page.isChecked("#setting--community")).toBe(true);
			expect(sorted(await titles(page))).toEqual(community);
		});
		expect(site.asked.filter((path) => path.includes("community="))).toEqual([]);
	});

	it("does not lose a choice on the way to a place on the page", async () => {
		await on(`${LIST}#setting=community`, async (page) => {
			const before = await titles(page);
			await page.evaluate(() => document.querySelector<HTMLElement>(".nhsuk-skip-link")?.click());
			expect(await hash(page)).toBe("#maincontent");
			expect(await titles(page)).toEqual(before);
			await page.goBack();
			expect(await titles(page)).toEqual(before);
		});
	});

	it("says which filter to loosen when nothing is left, and loosening helps", async () => {
		await on(`${LIST}#setting=laboratory&patient_contact=continuity`, async (page) => {
			expect(await page.textContent("[data-status]")).toMatch(/^0 of/);
			const first = page.locator("[data-loosen]").first();
			const [promised] = (await first.textContent())?.match(/\d+/) ?? [];
			expect(await objections(page)).toEqual([]);
			await first.click();
			expect((await titles(page)).length).toBe(Number(promised));
			expect(await page.evaluate(() => document.activeElement?.hasAttribute("data-heading"))).toBe(true);
		});
	});

	it("says how many more may fit where a value is not confirmed", async () => {
		await on(`${LIST}#years=under-6`, async (page) => {
			const unsure = await page.locator("#years--unknown ~ label [data-count]").textContent();
			const [count] = unsure?.match(/\d+/) ?? [];
			await expect.poll(() => page.textContent(".sp-view > p")).toContain(`${count} more may fit`);
		});
	});
});

describe("a thousand specialties", () => {
	/** Clicks, and says what that touches before the page is drawn: rows put there, all changes, and the row shown. */
	const touched = (page: Page, clicked: string) =>
		page.evaluate((selector) => {
			const watcher = new MutationObserver(() => {});
			const all = { subtree: true, childList: true, attributes: true, characterData: true };
			watcher.observe(document.documentElement, all);
			document.querySelector<HTMLElement>(selector)?.click();
			const records = watcher.takeRecords();
			watcher.disconnect();
			const added = records.flatMap((record) => [...record.addedNodes]);
			const rows = added.flatMap((node) => [
				...(node instanceof HTMLElement && node.matches(".sp-result, .sp-copy") ? [node] : []),
				...(node instanceof HTMLElement ? node.querySelectorAll(".sp-result, .sp-copy") : []),
			]);
			const copy = document.querySelector("[data-results] .sp-front--shown .sp-result__title");
			return { rows: rows.length, changes: records.length, copied: copy?.textContent };
		}, clicked);

	it("are narrowed, widened and cleared by touching what is in sight, and then come whole and in order", async () => {
		await on("/", async (page) => {
			await page.route(`**${LIST}`, async (route) => {
				const response = await route.fetch();
				await route.fulfill({ response, body: many(await response.text(), 1000) });
			});
			await page.goto(site.address + LIST);
			const shown = page.locator("[data-results] .sp-result");
			await expect.poll(() => shown.count()).toBe(100);
			expect(await page.textContent("[data-status]")).toBe("All 1000 specialties.");
			const first = await shown.evaluateAll((rows) => rows.map((row) => (row as HTMLElement).dataset.id));
			for (const act of ["#setting--community", "#acuity--planned", "#setting--community", "[data-clear]"]) {
				const { rows, changes, copied } = await touched(page, act);
				expect(rows, act).toBe(1);
				expect(changes, act).toBeLessThan(20);
				await begun(page);
				const [count = ""] = (await page.textContent("[data-status]"))?.match(/\d+/) ?? [];
				await expect.poll(() => shown.count()).toBe(Math.min(100, Number(count)));
				expect(await shown.first().locator(".sp-result__title").textContent()).toBe(copied);
				expect(await page.locator(".sp-front").isHidden()).toBe(true);
			}
			expect(await shown.evaluateAll((rows) => rows.map((row) => (row as HTMLElement).dataset.id))).toEqual(first);
			await page.click("[data-results] button:has-text('Show all')");
			await expect.poll(() => shown.count(), { timeout: 60_000 }).toBe(1000);
			expect(await page.evaluate(() => document.activeElement?.closest("[data-id]")?.getAttribute("data-id"))).toBe(
				await shown.nth(100).getAttribute("data-id"),
			);
		});
	});
});

/** Sets a field, if there is a value for it, and says where the words of what stands first are, its tools left out. */
function placesAfter({ field, value, within }: { field: string; value: string | undefined; within: string }) {
	const input = document.querySelector<HTMLInputElement | HTMLSelectElement>(field);
	if (input && value !== undefined) {
		input.value = value;
		input.dispatchEvent(new Event("input", { bubbles: true }));
	}
	const list = document.querySelector(within);
	const first = list?.querySelector("li");
	const parts = [list?.querySelector("h3"), ...(first?.querySelectorAll(".sp-result__title, p, .sp-why li") ?? [])];
	return parts.map((part) => {
		const { x, y, width, height } = part?.getBoundingClientRect() ?? new DOMRect();
		return [part?.textContent, ...[x, y, width, height].map(Math.round)];
	});
}

describe("what matters to me", () => {
	it("gives reasons in words, lists poor fits too, and orders by must-haves broken as it says", async () => {
		await on(LIST, async (page) => {
			const all = await titles(page);
			await page.click("[data-matters] summary");
			expect(await page.textContent("[data-matters]")).toContain("One placement is not a specialty");
			await page.selectOption("#wish-planned", "must");
			await page.selectOption("#wish-light-nights", "must");
			await page.selectOption("#wish-hands", "like");
			expect(sorted(await titles(page))).toEqual(all);
			expect(await page.isVisible(".sp-view > p")).toBe(true);
			expect(await page.inputValue("#sort")).toBe("wishes");
			const broken = await page
				.locator("[data-results] .sp-result")
				.evaluateAll((items) =>
					items.map(
						(item) =>
							[...item.querySelectorAll(".sp-misses")].filter((li) => li.textContent?.includes("(must have)")).length,
					),
				);
			expect(broken).toEqual([...broken].sort((a, b) => a - b));
			expect(Math.max(...broken)).toBe(2);
			expect(await page.locator(".sp-view .sp-why").count()).toBe(all.length);
			const text = (await page.textContent(".sp-explorer__main")) ?? "";
			expect(text).not.toMatch(/%|score|best match|rank/i);
		});
	});

	it.each([PHONE, DESK])("shows the first at once, just where it will stand, at $width px", async (viewport) => {
		const act = async (page: Page, field: string, value: string) => {
			const copied = await page.evaluate(placesAfter, { field, value, within: ".sp-front--shown" });
			await titles(page);
			expect(copied.length).toBeGreaterThan(2);
			expect(await page.evaluate(placesAfter, { field, value: undefined, within: ".sp-view" }), field).toEqual(copied);
		};
		await on(
			LIST,
			async (page) => {
				await titles(page);
				await act(page, "#wish-planned", "must");
				await act(page, "#wish-hands", "like");
				await act(page, "#sort", "group");
				await act(page, "#wish-hands", "");
				await act(page, "#find", "surgery");
			},
			{ viewport },
		);
	});

	it("says that it cannot say where nothing is confirmed", async () => {
		await on(`${LIST}#years=unknown&must=shorter&sort=wishes`, async (page) => {
			expect((await titles(page)).length).toBeGreaterThan(0);
			const says = await page.locator(".sp-why li").allTextContents();
			expect(says.every((words) => words.startsWith("We cannot say"))).toBe(true);
			expect(await page.textContent(".sp-view h3")).toContain("No must-have is broken");
		});
	});

	it("keeps wishes in the fragment, and clears them", async () => {
		await on(`${LIST}#must=planned&like=hands`, async (page) => {
			expect(await page.inputValue("#wish-planned")).toBe("must");
			expect(await page.isVisible("#wish-planned")).toBe(true);
			await page.click("[data-clear-wishes]");
			await expect.poll(() => hash(page)).toBe("");
			expect(await page.locator(".sp-why").count()).toBe(0);
		});
	});
});

describe("comparing", () => {
	it("takes four from the list and no more, to one table with what differs first", async () => {
		await on(LIST, async (page) => {
			await titles(page);
			for (const id of ["allergy", "cardiology", "dermatology", "neurology"]) await page.check(`#compare--${id}`);
			await page.focus("#compare--urology");
			await page.keyboard.press("Space");
			expect(await page.isChecked("#compare--urology")).toBe(false);
			expect(await page.textContent("[data-id=urology] .sp-result__tools")).toContain("up to 4");
			expect(await page.textContent("[data-id=neurology] .sp-result__tools a")).toBe("Compare 4 side by side");
			await page.click("[data-go]");
			await page.locator(".sp-compare").waitFor();
			const table = page.getByRole("table");
			expect(await table.count()).toBe(1);
			expect(await table.getByRole("columnheader").allTextContents()).toEqual([
				"Allergy",
				"Cardiology",
				"Dermatology",
				"Neurology",
			]);
			const parts = await table.locator(".sp-compare__part").allTextContents();
			expect(parts).toEqual(["Where they differ", "Where they are alike"]);
			const rows = await page
				.locator(".sp-compare tbody")
				.first()
				.locator("tr:has(th)")
				.evaluateAll((all) =>
					all.map((row) => new Set([...row.querySelectorAll("td")].map((td) => td.textContent)).size),
				);
			expect(Math.min(...rows)).toBeGreaterThan(1);
			await page.goBack();
			expect(await page.isChecked("#compare--neurology")).toBe(true);
		});
	});

	it("shows only what differs when asked, and says what is not confirmed", async () => {
		await on(`${COMPARE}#pages=intensive-care-medicine,dermatology`, async (page) => {
			expect(await page.locator(".sp-compare td").allTextContents()).toContain("Not confirmed");
			await page.click("label[for=differs]");
			expect(await page.locator(".sp-compare__part").allTextContents()).toEqual(["Where they differ"]);
			await expect.poll(() => hash(page)).toBe("#pages=intensive-care-medicine,dermatology&differs=only");
			await page.goBack();
			expect(await page.locator(".sp-compare__part").count()).toBe(2);
		});
	});

	it("is taken away as a file that says nothing in its name", async () => {
		await on(`${COMPARE}#pages=cardiology,,dermatology`, async (page) => {
			const [download] = await Promise.all([page.waitForEvent("download"), page.click("[data-csv]")]);
			expect(download.suggestedFilename()).toMatch(/^comparison-\d{4}-\d\d-\d\d\.csv$/);
			const text = readFileSync(await download.path(), "utf8");
			expect(text.startsWith("\ufeff,Cardiology,Dermatology\r\n")).toBe(true);
			expect(text.trimEnd().split("\r\n").length).toBeGreaterThan(15);
		});
	});

	it("keeps the names in sight while the rows scroll past", async () => {
		await on(`${COMPARE}#pages=cardiology,dermatology`, async (page) => {
			await page.locator(".sp-compare tbody tr").last().scrollIntoViewIfNeeded();
			const top = await page
				.locator(".sp-compare thead th")
				.first()
				.evaluate((e) => e.getBoundingClientRect().top);
			expect(top).toBeGreaterThanOrEqual(-1);
			expect(top).toBeLessThan(DESK.height);
		});
	});

	it("is cards on a phone, still a table to those who listen", async () => {
		await on(
			`${COMPARE}#pages=cardiology,dermatology`,
			async (page) => {
				expect(await page.getByRole("row").count()).toBeGreaterThan(15);
				expect(await page.getByRole("rowheader").first().isVisible()).toBe(true);
				const [first, second] = await page.locator(".sp-compare tbody tr:has(th)").first().locator("td").all();
				const [a, b] = [await first?.boundingBox(), await second?.boundingBox()];
				expect((b?.y ?? 0) > (a?.y ?? 0)).toBe(true);
				expect(a?.x).toBe(b?.x);
			},
			{ viewport: PHONE },
		);
	});

	it.each(["/beyond/compare/", "/skills/compare/"])("works for %s, name by name", async (path) => {
		await on(path, async (page) => {
			await page.selectOption("[data-slot] >> nth=0", { index: 1 });
			await page.selectOption("[data-slot] >> nth=1", { index: 2 });
			const names = await page.locator(".sp-compare tbody th").allTextContents();
			expect(names.filter((name) => /^(Skill|Career|Specialty): /.test(name)).length).toBeGreaterThan(1);
			expect(new Set(await page.locator(".sp-compare td").allTextContents())).toContain("Not named");
		});
	});

	it("without script is the whole table", async () => {
		await on(
			COMPARE,
			async (page) => {
				expect(await page.locator("[data-all] tbody tr").count()).toBeGreaterThanOrEqual(65);
				expect(await page.locator("select:visible").count()).toBe(0);
			},
			{ javaScriptEnabled: false },
		);
	});
});

describe("the map", () => {
	it("shows every specialty on each pair of facets, chosen without script", async () => {
		await on(
			MAP,
			async (page) => {
				const names = new Set<string>();
				const listed = await page.locator("#list + ul a").count();
				for (const across of await page.locator("input[name=across]").all())
					for (const down of await page.locator("input[name=down]").all()) {
						await across.check({ force: true });
						await down.check({ force: true });
						const map = page.locator(".sp-map:visible");
						expect(await map.count()).toBe(1);
						expect(await map.locator("svg a").count()).toBe(listed);
						names.add((await map.locator("h2").textContent()) ?? "");
					}
				expect(names.size).toBeGreaterThan(3);
			},
			{ javaScriptEnabled: false },
		);
	});
});

describe("the shortlist", () => {
	it("takes specialties and careers from everywhere, in this tab only", async () => {
		await on("/specialties/cardiology/", async (page) => {
			await page.click("[data-shortlist]");
			expect(await page.textContent("[data-shortlist]")).toBe("Take off shortlist");
			await page.goto(`${site.address}/beyond/law/`);
			await page.click("[data-shortlist]");
			await page.goto(site.address + LIST);
			await titles(page);
			await page.click("[data-id=allergy] button");
			await page.goto(site.address + SHORTLIST);
			const list = page.locator("[data-items] h2");
			expect(await list.allTextContents()).toEqual(["Cardiology", "Solicitor or barrister", "Allergy"]);
			const left = await page.evaluate(async () => ({
				local: localStorage.length,
				cookie: document.cookie,
				bases: (await indexedDB.databases()).length,
				hash: location.hash,
				state: history.state,
			}));
			expect(left).toEqual({ local: 0, cookie: "", bases: 0, hash: "", state: null });
			const other = await page.context().newPage();
			await other.goto(site.address + SHORTLIST);
			expect(await other.locator("[data-items] h2").count()).toBe(0);
		});
		expect(site.asked.filter((path) => path.includes("signpost:"))).toEqual([]);
	});

	it("keeps notes and order, by keyboard, and comes back after it was cleared", async () => {
		await on("/specialties/cardiology/", async (page) => {
			for (const path of ["/specialties/cardiology/", "/specialties/dermatology/", "/beyond/law/"]) {
				await page.goto(site.address + path);
				await page.focus("[data-shortlist]");
				await page.keyboard.press("Enter");
			}
			await page.goto(site.address + SHORTLIST);
			await page.focus("#why-specialties-cardiology");
			await page.keyboard.type("The echo lists");
			await page.focus("[data-page='specialties/cardiology'] [data-tool='Move down']");
			await page.keyboard.press("Enter");
			await page.keyboard.press("Enter");
			expect(await page.textContent("[data-report]")).toBe("Cardiology is now number 3 of 3.");
			await page.reload();
			expect(await page.locator("[data-items] h2").allTextContents()).toEqual([
				"Dermatology",
				"Solicitor or barrister",
				"Cardiology",
			]);
			expect(await page.inputValue("#why-specialties-cardiology")).toBe("The echo lists");
			expect(await page.getAttribute("[data-compare]", "href")).toMatch(/#pages=dermatology,cardiology$/);
			await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
			await page.emulateMedia({ media: "print" });
			expect(await page.innerText("[data-page='specialties/cardiology'] .sp-shortlisted__printed")).toBe(
				"The echo lists",
			);
			expect(await page.locator("#why-specialties-cardiology").isVisible()).toBe(false);
			await page.emulateMedia({ media: null });
			await page.evaluate(() => dispatchEvent(new Event("afterprint")));
			await page.click("[data-clear]");
			expect(await page.evaluate(() => sessionStorage.length)).toBe(0);
			await page.keyboard.press("Enter");
			expect(await page.inputValue("#why-specialties-cardiology")).toBe("The echo lists");
		});
	});
});

describe("from the shortlist into the worksheet", () => {
	it("its options take over what is on the list, when asked to and once", async () => {
		await on("/specialties/cardiology/", async (page) => {
			await page.click("[data-shortlist]");
			await page.goto(`${site.address}/beyond/law/`);
			await page.click("[data-shortlist]");
			await page.goto(`${site.address}${SHORTLIST}`);
			await page.fill("#why-specialties-cardiology", "The echo lists");
			await page.click("text=Take it into the worksheet");
			const box = page.locator("[data-shortlisted]");
			await box.waitFor();
			const options = page.locator("[data-question=options] [data-column=option]");
			expect(await options.first().inputValue()).toBe("");
			expect(await objections(page)).toEqual([]);
			await box.getByRole("button").click();
			await box.getByRole("button").click();
			const values = await options.evaluateAll((all) =>
				all.map((field) => (field as HTMLInputElement).value).filter((v) => v),
			);
			expect(values).toEqual(["Cardiology", "Solicitor or barrister"]);
			expect(await page.locator("[data-question=options] [data-column=attracts]").first().inputValue()).toBe(
				"The echo lists",
			);
			page.on("dialog", (dialog) => dialog.accept());
		});
	});
});

const STATES = [
	LIST,
	`${LIST}#must=planned,light-nights&like=hands&sort=wishes&compare=cardiology,allergy`,
	`${LIST}#setting=laboratory&patient_contact=continuity`,
	`${LIST}#sort=group&acuity=acute`,
	COMPARE,
	`${COMPARE}#pages=cardiology,dermatology,allergy,urology`,
	`/beyond/compare/#pages=law&differs=only`,
	MAP,
	SHORTLIST,
];

describe.each<[string, BrowserContextOptions]>([
	["a phone", { viewport: PHONE }],
	["a desk", { viewport: DESK }],
	["a desk in the dark", { viewport: DESK, colorScheme: "dark" }],
	["a phone in forced colours", { viewport: PHONE, forcedColors: "active" }],
])("on %s, axe objects to nothing and nothing is too wide", (_, options) => {
	it.each(STATES)("%s", async (path) => {
		await on(
			path,
			async (page) => {
				if ((await page.locator("[data-results]").count()) > 0) await titles(page);
				await page.evaluate(() => {
					for (const details of document.querySelectorAll("main details")) details.setAttribute("open", "");
				});
				expect(await objections(page)).toEqual([]);
				const over = await page.evaluate(
					() => document.documentElement.scrollWidth - document.documentElement.clientWidth,
				);
				expect(over).toBeLessThanOrEqual(0);
			},
			options,
		);
	});
});

describe("on paper", () => {
	it.each([`${LIST}#acuity=acute`, `${COMPARE}#pages=cardiology,dermatology`, MAP, SHORTLIST])(
		"%s shows what was found and nothing to click",
		async (path) => {
			await on(path, async (page) => {
				await page.emulateMedia({ media: "print" });
				const fields = page.locator("main input, main select, main button, main nav");
				for (const field of await fields.all()) expect(await field.isVisible()).toBe(false);
				expect(await page.locator("h1").isVisible()).toBe(true);
			});
		},
	);
});
