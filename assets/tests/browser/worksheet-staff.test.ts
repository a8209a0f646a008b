// A worksheet that a member of staff wrote in Markdown alone, with every type of question, works like those that ship.

import { execFileSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { unzip } from "../../scripts/worksheet/testing";
import { answerAll, axe, download, give, goTo, Site } from "./worksheet-site";

const ROOT = fileURLToPath(new URL("../../..", import.meta.url));
const PATH = "/worksheets/staff/";
const SECRET = "Quokka7";

const FRONT = `---
title: A worksheet by staff
summary: Every type of question once.
time_needed: Ten minutes
revision: 1
---
`;

let folder: string;
let site: Site;
beforeAll(async () => {
	folder = mkdtempSync(join(tmpdir(), "worksheet-staff-"));
	cpSync(join(ROOT, "content"), join(folder, "content"), { recursive: true });
	const body = readFileSync(join(ROOT, "internal/worksheet/testdata/all-types.md"), "utf8");
	writeFileSync(join(folder, "content/worksheets/staff.md"), FRONT + body);
	const out = join(folder, "public");
	execFileSync("go", ["run", "./cmd/signpost", "build", "--source", folder, "--out", out], {
		cwd: ROOT,
		stdio: "pipe",
	});
	site = await Site.start(undefined, out);
});
afterAll(async () => {
	await site?.stop();
	rmSync(folder, { recursive: true, force: true });
});

describe("a worksheet written by staff", () => {
	it("is answered by keys, taken away in every form, and opened again", async () => {
		const { page, said } = await site.open(PATH);
		await answerAll(page, SECRET);
		const questions = await page.locator("[data-question]").count();
		expect(questions).toBe(24);
		expect(await page.textContent("[data-answered]")).toContain(`answered ${questions} of ${questions}`);
		const press = (name: string) => page.getByRole("button", { name, exact: true }).click();
		const word = await download(page, () => press("Download as Word"));
		expect(Buffer.from(unzip(word.data).get("word/document.xml") ?? "").toString("utf8")).toContain(SECRET);
		for (const name of ["Download as PDF", "Download as plain text"]) await download(page, () => press(name));
		const file = await download(page, () => press("Save a file"));
		await press("Show an overview");
		await page.locator(".sp-picture").first().waitFor();
		expect(await page.locator(".sp-picture").count()).toBe(5);
		expect(await axe(page)).toEqual([]);
		await press("Make a copy to share");
		await press("My adviser");
		await press("Look at the copy");
		expect(await page.locator(".sp-preview").textContent()).toContain("I chose what stands here.");
		await give(page, file.data);
		await press("Only read it");
		expect(await page.locator(".sp-reading").textContent()).toContain(`${questions} answers in 5 sections`);
		expect(await axe(page)).toEqual([]);
		expect(said).toEqual([]);
		await page.context().close();
	});

	it("is a form in the accessibility tree, each field with its question and its help", async () => {
		const { page } = await site.open(PATH, { javaScriptEnabled: false });
		const shown = async (id: string) => `\n${await page.locator(`[data-question=${id}]`).ariaSnapshot()}\n`;
		expect(await shown("grade")).toMatchInlineSnapshot(`
			"
			- text: What is your grade? For example ST3.
			- textbox "What is your grade?"
			"
		`);
		expect(await shown("story")).toMatchInlineSnapshot(`
			"
			- text: What is your story?
			- paragraph: "Personal: stays out of a shared copy unless you choose it."
			- textbox "What is your story?"
			"
		`);
		expect(await shown("standing")).toMatchInlineSnapshot(`
			"
			- group "Where do you stand?":
			  - text: Where do you stand?
			  - radio "Decided"
			  - text: Decided
			  - radio "Exploring <b>&</b> more"
			  - text: Exploring <b>&</b> more
			"
		`);
		expect(await shown("energy")).toMatchInlineSnapshot(`
			"
			- group "What gives you energy?":
			  - text: What gives you energy?
			  - group "Clinics":
			    - text: Clinics
			    - radio "Gives me energy"
			    - text: Gives me energy
			    - radio "Neither"
			    - text: Neither
			    - radio "Drains me"
			    - text: Drains me
			  - group "Nights":
			    - text: Nights
			    - radio "Gives me energy"
			    - text: Gives me energy
			    - radio "Neither"
			    - text: Neither
			    - radio "Drains me"
			    - text: Drains me
			"
		`);
		expect(await shown("actions")).toMatchInlineSnapshot(`
			"
			- group "What will you do?":
			  - text: What will you do?
			  - group "action 1":
			    - text: action 1 Action
			    - textbox "Action"
			    - text: By when
			    - textbox "By when"
			  - group "action 2":
			    - text: action 2 Action
			    - textbox "Action"
			    - text: By when
			    - textbox "By when"
			"
		`);
		expect(await shown("sharing")).toMatchInlineSnapshot(`
			"
			- group "What may others see?":
			  - text: What may others see?
			  - group "My adviser":
			    - text: My adviser
			    - checkbox "About you"
			    - text: About you
			    - checkbox "Choices"
			    - text: Choices
			    - checkbox "Order"
			    - text: Order
			    - checkbox "Plan"
			    - text: Plan
			  - group "My case manager":
			    - text: My case manager
			    - checkbox "About you"
			    - text: About you
			    - checkbox "Choices"
			    - text: Choices
			    - checkbox "Order"
			    - text: Order
			    - checkbox "Plan"
			    - text: Plan
			"
		`);
		expect(await page.getByLabel("What is your grade?").getAttribute("aria-describedby")).toBe("q-grade--hint");
		await page.context().close();
		const { page: lively } = await site.open(`${PATH}#order`);
		const board = async (id: string) => `\n${await lively.locator(`[data-question=${id}] .sp-board`).ariaSnapshot()}\n`;
		expect(await board("values")).toMatchInlineSnapshot(`
			"
			- group "Next card":
			  - paragraph: Knowing patients
			  - button "Must have"
			  - button "Good to have"
			  - button "Must not have"
			- group "Must have (0)":
			  - paragraph: Must have (0)
			  - list
			- group "Good to have (0)":
			  - paragraph: Good to have (0)
			  - list
			- group "Must not have (0)":
			  - paragraph: Must not have (0)
			  - list
			- group "Not sorted yet (4)":
			  - paragraph: Not sorted yet (4)
			  - list:
			    - listitem:
			      - button "Knowing patients"
			    - listitem:
			      - button "Using my hands"
			    - listitem:
			      - button "Time at home"
			    - listitem:
			      - button "Teaching"
			"
		`);
		expect(await board("protect")).toMatchInlineSnapshot(`
			"
			- paragraph: My order
			- paragraph: Nothing is in the order yet.
			- list
			- paragraph: Not in the order
			- list:
			  - listitem:
			    - text: Home
			    - button "Put in Home"
			  - listitem:
			    - text: Team
			    - button "Put in Team"
			  - listitem:
			    - text: Pay
			    - button "Put in Pay"
			  - listitem:
			    - text: Learning
			    - button "Put in Learning"
			"
		`);
		await lively.context().close();
	});

	it("grows with the framework", async () => {
		const { page } = await site.open(`${PATH}#choices`);
		await goTo(page, "choices");
		expect(await page.locator("[data-question=factors] [data-item]").count()).toBe(12);
		expect(await page.locator("[data-question^=notes-] details li").count()).toBeGreaterThan(40);
		await page.context().close();
	});

	it("reads without script and on a narrow screen", async () => {
		const { page } = await site.open(PATH, { javaScriptEnabled: false, viewport: { width: 320, height: 800 } });
		for (const question of await page.locator("[data-question]").all()) expect(await question.isVisible()).toBe(true);
		await page.context().close();
		const { page: narrow } = await site.open(`${PATH}#order`, { viewport: { width: 320, height: 800 } });
		expect(await narrow.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
		expect(await axe(narrow)).toEqual([]);
		await narrow.context().close();
	});
});
