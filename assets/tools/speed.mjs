// Prints how fast the largest worksheet is in a browser whose processor is slowed down four times: the time from a key
// to the paint that shows it, and from a click to a finished file.
//
//   node assets/tools/speed.mjs FOLDER
//
// Nothing here fails on a figure: times depend on the machine and on what else it does, so a limit would fail on busy
// machines and say nothing on fast ones. assets/tools/measure.mjs does fail, for weights are the same everywhere.

import { readdirSync, statSync } from "node:fs";
import path from "node:path";
import { filled } from "./filled.mjs";
import { helpers } from "./helpers.mjs";
import { at, machine, SLOWED, slow } from "./slowed.mjs";

const KEYS = 30;
const PAUSE_MS = 60;
const EXPORTS = { word: "Word", pdf: "PDF", text: "plain text" };

const folder = process.argv[2];
if (!folder) {
	console.error("usage: node assets/tools/speed.mjs FOLDER");
	process.exit(2);
}

const { host, launch } = await helpers();
const site = await host(folder);
const browser = await launch();
try {
	await measure(largestWorksheet());
} finally {
	await browser.close();
	await site.stop();
}

async function measure(worksheet) {
	console.log(`\n${worksheet}, every question answered, processor slowed ${SLOWED} times`);
	console.log(`${machine()}\n`);
	const times = await keys(worksheet);
	console.log(`${"key to paint".padEnd(26)}${ms(at(times, 0.5))} median  ${ms(at(times, 0.95))} p95  of ${KEYS} keys`);
	for (const [act, name] of Object.entries(EXPORTS)) {
		const { first, again } = await clicks(worksheet, act);
		console.log(`${`${name}, click to file`.padEnd(26)}${ms(first)} at first  ${ms(again)} again`);
	}
}

/** Types into the middle of the longest worksheet, one key after another has been painted. */
async function keys(worksheet) {
	const { page, definition } = await opened(worksheet);
	const long = definition.sections.flatMap((section) => section.questions).find((question) => question.type === "long");
	await page.evaluate((id) => {
		location.hash = `#${id}`;
	}, `q-${long.id}`);
	await page.locator(`#q-${long.id}`).focus();
	await page.evaluate(noteKeys);
	for (let key = 0; key < KEYS; key++) {
		await page.keyboard.press("abcde "[key % 6]);
		await page.waitForFunction((count) => window.times.length > count, key);
		await page.waitForTimeout(PAUSE_MS);
	}
	const times = await page.evaluate(() => window.times);
	await page.context().close();
	return times;
}

/** Runs in the page. A frame's callback comes before its paint, and the task that it sends comes after. */
function noteKeys() {
	window.times = [];
	addEventListener(
		"keydown",
		(event) => {
			requestAnimationFrame(() => {
				const { port1, port2 } = new MessageChannel();
				port1.onmessage = () => window.times.push(performance.now() - event.timeStamp);
				port2.postMessage("");
			});
		},
		true,
	);
}

/** The first click in a page may have to load what makes the file; the second has it. */
async function clicks(worksheet, act) {
	const { page } = await opened(worksheet);
	await page.evaluate(noteFiles);
	const click = async (count) => {
		await page.click(`[data-act=${act}]`);
		await page.waitForFunction((made) => window.times.length > made, count);
	};
	await click(0);
	await page.waitForTimeout(500);
	await click(1);
	const [first, again] = await page.evaluate(() => window.times);
	await page.context().close();
	return { first, again };
}

/** Runs in the page. The worksheet hands a file to the browser by clicking a link to it. */
function noteFiles() {
	window.times = [];
	let pressed = 0;
	addEventListener(
		"click",
		(event) => {
			if (event.target.closest("a[download]")) window.times.push(performance.now() - pressed);
			else pressed = event.timeStamp;
		},
		true,
	);
}

/** A worksheet in a slow browser of its own, its last section in view, with an answer to every question. */
async function opened(worksheet) {
	const context = await browser.newContext();
	const page = await context.newPage();
	await page.goto(`${site.address}${worksheet}#your-copy`);
	const definition = JSON.parse(await page.textContent("#worksheet-definition"));
	const buffer = Buffer.from(JSON.stringify(filled(definition)));
	await page.setInputFiles("#open-file", { name: "notes.json", mimeType: "application/json", buffer });
	await page.getByRole("button", { name: "Carry on writing", exact: true }).click();
	await page.getByText("The answers are on the page.").waitFor();
	await page.waitForLoadState("networkidle");
	await slow(page);
	return { page, definition };
}

function largestWorksheet() {
	const size = (name) => statSync(path.join(folder, "worksheets", name, "index.html")).size;
	const [largest] = readdirSync(path.join(folder, "worksheets"), { withFileTypes: true })
		.filter((entry) => entry.isDirectory())
		.map((entry) => entry.name)
		.sort((a, b) => size(b) - size(a));
	return `/worksheets/${largest}/`;
}

function ms(time) {
	return `${Math.round(time)} ms`.padStart(8);
}
