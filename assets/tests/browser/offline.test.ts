// Offline reading as people use it: asked for, without a network, through a new version, and taken off again.

import { execFileSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, it } from "vitest";
import { objections } from "../axe";
import { launch } from "../browser";
import { type Host, host } from "../host";

const ROOT = fileURLToPath(new URL("../../..", import.meta.url));
const ABOUT = "/about/offline/";
const KEEP = "Keep this site for offline reading";

let browser: Browser;
let folder: string;
let newer: string;
beforeAll(async () => {
	folder = mkdtempSync(join(tmpdir(), "signpost-offline-"));
	newer = join(folder, "newer");
	cpSync(join(ROOT, "content"), join(folder, "content"), { recursive: true });
	for (const name of ["law", "index"]) {
		const page = join(folder, "content/beyond", `${name}.md`);
		writeFileSync(page, readFileSync(page, "utf8").replace(/^title: .*$/m, `title: Newer ${name}`));
	}
	const build = ["run", "./cmd/signpost", "build", "--source", folder, "--out", newer];
	execFileSync("go", build, { cwd: ROOT, stdio: ["ignore", "ignore", "inherit"] });
	browser = await launch();
});
afterAll(async () => {
	await browser?.close();
	rmSync(folder, { recursive: true, force: true });
});

let published: string;
let site: Host;
let context: BrowserContext;
let page: Page;
let faults: string[];
beforeEach(async () => {
	published = mkdtempSync(join(folder, "published-"));
	cpSync(inject("site"), published, { recursive: true });
	site = await host(published);
	context = await browser.newContext({ viewport: { width: 1280, height: 900 }, acceptDownloads: true });
	page = await open();
	faults = [];
	page.on("pageerror", (error) => faults.push(error.message));
	page.on("console", (message) => {
		if (message.type() === "error") faults.push(message.text());
	});
});
afterEach(async () => {
	await context.close();
	await site.stop();
});

async function open(): Promise<Page> {
	const opened = await context.newPage();
	opened.setDefaultTimeout(60_000);
	return opened;
}

const go = (path: string, on = page) => on.goto(site.address + path);
const heading = (on = page) => on.locator("h1").textContent();
const caches = () => page.evaluate(() => window.caches.keys());
const workers = () => page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length);
const waiting = () => page.evaluate(async () => Boolean((await navigator.serviceWorker.getRegistration())?.waiting));
const said = () => page.locator("[data-said]").textContent();

/** Asks for the site to be kept, and waits until all of it is. */
async function keep(): Promise<void> {
	await go(ABOUT);
	await page.getByRole("button", { name: KEEP }).click();
	await expect.poll(said, { timeout: 60_000 }).toBe("Done. The whole site is on this device.");
}

/** Cuts the network for real: the browser is told, and nobody answers any more. */
async function cut(): Promise<void> {
	await context.setOffline(true);
	await site.stop();
}

const publishNewer = () => cpSync(newer, published, { recursive: true });

describe("before anybody asks", () => {
	it("keeps nothing, and says how much it would be", async () => {
		await go("/");
		await go(ABOUT);
		await page.getByRole("button", { name: KEEP }).waitFor();
		expect(await page.locator("[data-state]").textContent()).toMatch(/It takes \d+\.\d MB in \d+ files on this device/);
		expect(await caches()).toEqual([]);
		expect(await workers()).toBe(0);
		expect(site.asked).not.toContain("/sw.js");
		expect(faults).toEqual([]);
	});
	it("lets no page connect, the worker's own script apart", async () => {
		const policy = async (path: string) => (await go(path))?.headers()["content-security-policy"] ?? "";
		for (const path of ["/", ABOUT, "/search/", "/worksheets/session-summary/"]) {
			expect(await policy(path)).toContain("connect-src 'none'");
		}
		expect(await policy("/sw.js")).toBe("default-src 'none'; script-src 'self'; connect-src 'self'");
		await go("/nothing/here/");
		const refused = await page.evaluate(() =>
			fetch("/").then(
				() => false,
				() => true,
			),
		);
		expect(refused).toBe(true);
	});
});

describe("without a network", () => {
	it("reads, searches, compares, fills in and downloads", async () => {
		await keep();
		expect(faults).toEqual([]);
		await cut();
		await go("/specialties/cardiology/");
		expect(await heading()).toBe("Cardiology");
		expect(await page.evaluate(() => getComputedStyle(document.body).fontFamily)).toContain("arial");
		await page.getByRole("combobox", { name: "Search this site" }).pressSequentially("no nights");
		await page.getByRole("option").first().waitFor();
		await page.keyboard.press("ArrowDown");
		await page.keyboard.press("Enter");
		await page.waitForURL("**/staying/adjust-your-role/");
		expect(await heading()).toBe("Adjust your role");
		await go("/specialties/");
		await page.locator('[data-module="explorer"]').waitFor();
		await page.getByLabel("Words to look for").fill("heart");
		await expect.poll(() => page.locator("[data-status]").first().textContent()).toMatch(/\d/);
		await go("/worksheets/session-summary/#your-copy");
		for (const [name, end] of [
			["Download as Word", ".docx"],
			["Download as PDF", ".pdf"],
		] as const) {
			const download = page.waitForEvent("download");
			await page.getByRole("button", { name }).click();
			expect((await download).suggestedFilename().endsWith(end)).toBe(true);
		}
		await go("/no/such/page/");
		expect(await heading()).toBe("Page not found");
		expect(faults.filter((f) => !f.includes("404"))).toEqual([]);
	});

	it("still holds every page to the policy", async () => {
		await keep();
		await cut();
		const answer = await go("/worksheets/session-summary/");
		expect(answer?.fromServiceWorker()).toBe(true);
		expect(answer?.headers()["content-security-policy"]).toContain("connect-src 'none'");
	});
});

describe("a new version", () => {
	it("is taken whole and used at the next step, never mixed", async () => {
		await keep();
		await go("/beyond/");
		publishNewer();
		await go("/beyond/");
		expect(await heading()).not.toBe("Newer index");
		await expect.poll(waiting, { timeout: 60_000 }).toBe(true);
		// Still the old one: its search finds the old page by its old name.
		await page.getByRole("combobox", { name: "Search this site" }).pressSequentially("solicitor");
		await page.getByRole("option").first().waitFor();
		expect(await page.getByRole("option").first().textContent()).toContain("Solicitor or barrister");
		expect((await caches()).length).toBe(2);
		await cut();
		// The step itself brings a page that says so, and loads itself again when the newer build has taken over.
		expect((await go("/beyond/law/"))?.headers().refresh).toBe("1");
		expect(await heading()).toBe("Newer law");
		await go("/beyond/");
		expect(await heading()).toBe("Newer index");
		expect((await caches()).length).toBe(1);
		await page.getByRole("combobox", { name: "Search this site" }).pressSequentially("newer");
		await page.getByRole("option").first().waitFor();
		expect(await page.getByRole("option").first().textContent()).toContain("Newer");
	});

	it("waits while another page is open", async () => {
		await keep();
		const other = await open();
		await go("/beyond/", other);
		publishNewer();
		await go("/beyond/");
		await expect.poll(waiting, { timeout: 60_000 }).toBe(true);
		await go("/beyond/law/");
		expect(await heading()).toBe("Solicitor or barrister");
		await go(ABOUT);
		await page.getByRole("button", { name: "Use the newer version" }).click();
		await page.getByText("You can read it without a network").waitFor();
		await go("/beyond/law/");
		expect(await heading()).toBe("Newer law");
	});

	it("is not used when a file of it is of another build", async () => {
		await keep();
		publishNewer();
		writeFileSync(join(published, "beyond/law/index.html"), "half of another build");
		await go(ABOUT);
		await page.getByRole("button", { name: "Get the newer version" }).click();
		await expect.poll(said, { timeout: 60_000 }).toContain("beyond/law/ is of another version");
		expect((await caches()).length).toBe(1);
		await cut();
		await go("/beyond/law/");
		expect(await heading()).toBe("Solicitor or barrister");
	});

	it("takes only what has changed", async () => {
		await keep();
		publishNewer();
		site.asked.length = 0;
		await go(ABOUT);
		await page.getByRole("button", { name: "Get the newer version" }).click();
		await expect.poll(said, { timeout: 60_000 }).toContain("Done.");
		expect(site.asked).toContain("/beyond/law/");
		expect(site.asked).not.toContain("/specialties/cardiology/");
	});
});

describe("removing", () => {
	it("leaves nothing", async () => {
		await keep();
		await page.getByRole("button", { name: "Remove it from this device" }).click();
		await expect.poll(said).toContain("Removed.");
		expect(await caches()).toEqual([]);
		expect(await workers()).toBe(0);
		site.asked.length = 0;
		await go("/specialties/cardiology/");
		expect(site.asked).toContain("/specialties/cardiology/");
	});

	it("is what a failure does by itself", async () => {
		writeFileSync(join(published, "help/index.html"), "cut off");
		await go(ABOUT);
		await page.getByRole("button", { name: KEEP }).click();
		await expect.poll(said, { timeout: 60_000 }).toContain("could not be kept");
		expect(await caches()).toEqual([]);
		expect(await workers()).toBe(0);
	});
});

describe.each([
	["a desk", { width: 1280, height: 900 }],
	["a phone", { width: 320, height: 640 }],
])("axe on %s", (_, viewport) => {
	it.each(["light", "dark"] as const)("has nothing to say in any state: %s", async (colorScheme) => {
		await page.setViewportSize(viewport);
		await page.emulateMedia({ colorScheme });
		await go(ABOUT);
		await page.getByRole("button", { name: KEEP }).waitFor();
		expect(await objections(page)).toEqual([]);
		await keep();
		expect(await objections(page)).toEqual([]);
		expect(await page.evaluate(() => document.activeElement?.hasAttribute("data-said"))).toBe(true);
		expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
	});
});
