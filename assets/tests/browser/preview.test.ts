// The preview as an author meets it: signpost serve on a copy of the real content, in a real browser.

import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { objections } from "../axe";
import { launch, type Watched, watch } from "../browser";

const ROOT = fileURLToPath(new URL("../../..", import.meta.url));
const PAGE = "/support/levels/";
const WORKSHEET = "/worksheets/session-summary/";
/** A request that waited for a build; the first of each page does not wait. */
const NEWS = /\/_preview\/news\.js\?since=[^&]/;

let folder: string;
let server: ChildProcess;
let address: string;
let browser: Browser;

beforeAll(async () => {
	folder = mkdtempSync(join(tmpdir(), "preview-"));
	const program = join(folder, "signpost");
	execFileSync("go", ["build", "-o", program, "./cmd/signpost"], { cwd: ROOT, stdio: "inherit" });
	cpSync(join(ROOT, "content"), join(folder, "content"), { recursive: true });
	server = spawn(program, ["serve", "--port", "0"], { cwd: folder, stdio: ["ignore", "pipe", "inherit"] });
	address = await new Promise<string>((done, fail) => {
		let said = "";
		server.stdout?.on("data", (chunk) => {
			said += chunk;
			const found = /^(http:\/\/127\.0\.0\.1:\d+)\/ \d+ pages in \d+ ms$/m.exec(said);
			if (found?.[1]) done(found[1]);
		});
		server.on("exit", (code) => fail(new Error(`serve ended with ${code}: ${said}`)));
	});
	browser = await launch();
});

afterAll(async () => {
	await browser?.close();
	if (server && server.exitCode === null) {
		const ended = new Promise((done) => server.on("exit", done));
		server.kill("SIGINT");
		expect(await ended).toBe(0);
	}
	if (folder) rmSync(folder, { recursive: true, force: true });
});

/** The file of a page in the copied content. */
const file = (page: string) => join(folder, "content", `${page.slice(1, -1)}.md`);

/** Changes a page's text, in one write, and returns how to change it back. */
function edit(page: string, change: (text: string) => string): () => void {
	const before = readFileSync(file(page), "utf8");
	const after = change(before);
	expect(after).not.toBe(before);
	writeFileSync(file(page), after);
	return () => writeFileSync(file(page), before);
}

const spoil = (text: string) => text.replace("\ntitle:", "\ntitel:");
const say = (words: string) => (text: string) => `${text}\n${words}\n`;

describe.sequential("the preview", () => {
	let opened: Watched;
	beforeEach(async () => {
		opened = await watch(browser, address);
		return () => opened.close();
	});

	it("shows an edit at once, where the reader was, under the published policy", async () => {
		const { page, faults } = opened;
		const response = await page.goto(address + PAGE);
		const policy = response?.headers()["content-security-policy"] ?? "";
		for (const rule of ["connect-src 'none'", "script-src 'self';", "require-trusted-types-for 'script'"]) {
			expect(policy).toContain(rule);
		}
		await page.evaluate(() => scrollTo({ top: 300, behavior: "instant" }));
		const undo = edit(PAGE, say("Words that were not here."));
		await page.getByText("Words that were not here.").waitFor();
		await page.waitForFunction(() => scrollY === 300);
		undo();
		await page.getByText("Words that were not here.").waitFor({ state: "detached" });
		// The wait for news is cut off when the page is left; nothing else may fail.
		expect(faults.filter((fault) => !fault.includes("/_preview/news.js"))).toEqual([]);
	});

	it("lays a mistake over the page until it is mended", async () => {
		const { page, faults } = opened;
		await page.goto(address + PAGE);
		const mend = edit(PAGE, spoil);
		const alert = page.getByRole("alert");
		await alert.waitFor();
		const text = await alert.innerText();
		expect(text).toContain("content/support/levels.md:2:1");
		expect(text).toContain('unknown field "titel"');
		expect(text).toContain('did you mean "title"?');
		expect(text).toContain("this is the last good version");
		expect(await alert.locator("mark").first().innerText()).toBe("titel");
		expect(await page.locator("h1").innerText()).not.toBe("");

		await page.keyboard.press("Escape");
		await alert.waitFor({ state: "hidden" });
		await page.getByRole("button", { name: "Show" }).click();
		await alert.waitFor();
		await page.keyboard.press("Escape");
		const again = edit(PAGE, (t) => t.replace("\nsummary:", "\nsumary:"));
		await alert.getByText('unknown field "sumary"').waitFor(); // the next mistake opens it again
		again();
		await alert.getByText('unknown field "sumary"').waitFor({ state: "detached" });
		mend();
		await alert.waitFor({ state: "hidden" });
		expect(faults).toEqual([]);
	});

	it.each(["light", "dark"] as const)("can be read by everybody: %s, 360 px wide", async (colorScheme) => {
		const narrow = await watch(browser, address, { colorScheme, viewport: { width: 360, height: 640 } });
		const { page } = narrow;
		await page.goto(address + PAGE);
		const mend = edit(PAGE, (t) => spoil(t).replace("\nsummary:", `\n${"unbroken".repeat(30)}:`));
		await page.getByRole("alert").waitFor();
		expect(await objections(page)).toEqual([]);
		expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
		const wide = await page.getByRole("alert").evaluate((panel) => panel.scrollWidth > panel.clientWidth);
		expect(wide).toBe(false);
		mend();
		await page.getByRole("alert").waitFor({ state: "hidden" });
		await narrow.close();
	});

	it("leaves pages alone that an edit elsewhere does not change", async () => {
		const { page } = opened;
		await page.goto(address + PAGE);
		await page.evaluate(() => document.body.classList.add("not-reloaded"));
		const told = page.waitForResponse((response) => NEWS.test(response.url()));
		const undo = edit("/support/refer/", say("Words on another page."));
		const news = await (await told).text();
		expect(news).toContain('"mistakes":[]');
		const toldAgain = page.waitForResponse((response) => NEWS.test(response.url()));
		undo();
		await toldAgain;
		expect(await page.locator("body.not-reloaded").count()).toBe(1);
	});

	it("asks before it reloads a worksheet with answers", async () => {
		const { page } = opened;
		await page.goto(address + WORKSHEET);
		const first = edit(WORKSHEET, (t) => t.replace("\nsummary:", "\nsummary: New"));
		await page.locator("meta[name=description][content^=New]").waitFor({ state: "attached" }); // untouched: no question
		await page
			.getByRole("button", { name: /next|start|continue/i })
			.first()
			.click();
		const field = page.locator("textarea:visible, input[type=text]:visible").first();
		await field.fill("What I would not like to type twice");
		first();
		const status = page.getByRole("status").filter({ hasText: "This page has changed." });
		await status.waitFor();
		expect(await field.inputValue()).toBe("What I would not like to type twice");
		page.on("dialog", (dialog) => dialog.accept()); // the worksheet's own warning
		await status.getByRole("button", { name: "Reload" }).click();
		await page.locator("meta[name=description]:not([content^=New])").waitFor({ state: "attached" });
		await status.waitFor({ state: "detached" });
	});

	it("follows a page that is deleted, and comes back with it", async () => {
		const { page } = opened;
		const lone = join(folder, "content", "people", "nobody.md");
		await page.goto(`${address}/people/nobody/`);
		await page.getByRole("heading", { level: 1, name: /not found/i }).waitFor();
		const text = readFileSync(file("/people/hilary-boddington/"), "utf8");
		writeFileSync(lone, text.replace(/\ntitle:.*/, "\ntitle: Nobody"));
		await page.getByRole("heading", { level: 1, name: "Nobody" }).waitFor();
		renameSync(lone, `${lone}.aside~`);
		await page.getByRole("heading", { level: 1, name: /not found|no page/i }).waitFor();
		renameSync(`${lone}.aside~`, lone);
		await page.getByRole("heading", { level: 1, name: "Nobody" }).waitFor();
		rmSync(lone);
	});
});
