// The published site with a worksheet open in it, for the tests of worksheets.

import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { inject } from "vitest";
import type { Definition } from "../../scripts/worksheet/definition";
import { filled } from "../../tools/filled.mjs";
import { objections } from "../axe";
import { launch } from "../browser";
import { type Host, host } from "../host";

/** The two worksheets that ship. */
export const REFLECTION = "/worksheets/before-your-first-session/";
export const SUMMARY = "/worksheets/session-summary/";

/** A page, with everything it said on the console. */
export interface Opened {
	readonly page: Page;
	readonly said: string[];
}

/** The site as a host serves it, and a browser. */
export class Site {
	private constructor(
		private readonly published: Host,
		private readonly browser: Browser,
		private readonly copy: string | undefined,
	) {}

	/** Serves a built site; with changes, a copy of it in which files are replaced or added. */
	static async start(
		changes?: (built: (path: string) => string) => Record<string, string>,
		built = inject("site"),
	): Promise<Site> {
		let folder = built;
		let copy: string | undefined;
		if (changes) {
			copy = mkdtempSync(join(tmpdir(), "worksheet-site-"));
			folder = copy;
			cpSync(built, copy, { recursive: true });
			const all = changes((path) => readFileSync(join(built, path), "utf8"));
			for (const [path, text] of Object.entries(all)) writeFileSync(join(copy, path), text);
		}
		return new Site(await host(folder), await launch(), copy);
	}

	/** Where the site is served. */
	get address(): string {
		return this.published.address;
	}

	/** The paths that were asked for. */
	get asked(): readonly string[] {
		return this.published.asked;
	}

	/** Opens a page in a browser context of its own. */
	async open(path: string, options: BrowserContextOptions = {}): Promise<Opened> {
		const context = await this.browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
		const page = await context.newPage();
		page.setDefaultTimeout(20_000);
		const said: string[] = [];
		page.on("console", (message) => said.push(`${message.type()}: ${message.text()}`));
		page.on("pageerror", (error) => said.push(`error: ${error.message}`));
		await page.goto(this.address + path);
		return { page, said };
	}

	/** Ends browser and host. */
	async stop(): Promise<void> {
		await this.browser.close();
		await this.published.stop();
		if (this.copy) rmSync(this.copy, { recursive: true, force: true });
	}
}

/** What axe objects to. */
export const axe = objections;

/** Goes to a section as a link would. */
export async function goTo(page: Page, section: string): Promise<void> {
	await page.evaluate((id) => {
		location.hash = `#${id}`;
	}, section);
	await page.locator(`#${section}.sp-step--current`).waitFor();
}

/** Answers whatever the keyboard's focus is on, with keys only. Says what kind of thing it was. */
export async function answer(page: Page, words: string): Promise<string> {
	const kind = await page.evaluate(() => {
		const e = document.activeElement;
		if (e instanceof HTMLInputElement) return e.type;
		if (!(e instanceof HTMLButtonElement)) return e?.tagName.toLowerCase() ?? "";
		if (e.closest(".sp-ask-card") || e.dataset.move === "Put in") return "card";
		return e.dataset.next !== undefined ? "next" : (e.dataset.act ?? "button");
	});
	if (kind === "text" || kind === "textarea") await page.keyboard.type(words);
	else if (kind === "date") await page.keyboard.type("05122026");
	else if (kind === "radio" || kind === "checkbox") await page.keyboard.press("Space");
	else if (kind === "card" || kind === "next") await page.keyboard.press("Enter");
	else if (kind === "select") await page.keyboard.press("ArrowDown");
	return kind;
}

/** Goes from the start of a worksheet to the Word button by Tab alone, answering whatever comes. */
export async function answerAll(page: Page, words: string): Promise<void> {
	let kind = "";
	for (let keys = 0; keys < 1500 && kind !== "word"; keys++) {
		await page.keyboard.press("Tab");
		kind = await answer(page, words);
	}
	if (kind !== "word") throw new Error("the keyboard did not get to the last section");
}

/** Clicks or presses, and returns the file that comes of it. */
export async function download(page: Page, act: () => Promise<unknown>): Promise<{ name: string; data: Buffer }> {
	const [file] = await Promise.all([page.waitForEvent("download"), act()]);
	return { name: file.suggestedFilename(), data: readFileSync(await file.path()) };
}

/** Opens a save file with an answer to every question of the worksheet on the page. */
export async function fill(page: Page): Promise<void> {
	const definition = JSON.parse((await page.textContent("#worksheet-definition")) ?? "") as Definition;
	await give(page, JSON.stringify(filled(definition)));
	await page.getByRole("button", { name: "Carry on writing", exact: true }).click();
	await page.getByText("The answers are on the page.").waitFor();
}

/** Gives the page a file to open. */
export async function give(page: Page, content: string | Uint8Array, name = "notes.json"): Promise<void> {
	await page.setInputFiles("#open-file", { name, mimeType: "application/json", buffer: Buffer.from(content) });
}
