// Prints how long each kind of change in the explorer takes with a thousand specialties, in a browser whose processor is
// slowed down four times: script, style and layout in the change's own frame, of which 16 ms are the limit that we set
// ourselves, and the time from the event to the frame. On a busy machine only the thread's own time means something.
//
//   node assets/tools/speed-explorer.mjs FOLDER [CHANGES] [KIND]
//
// Nothing here fails on a figure, for the reasons in assets/tools/speed.mjs. The browser test of the explorer does fail
// when a change touches more of the page than it has to.

import { helpers } from "./helpers.mjs";
import { many } from "./many.mjs";
import { at, machine, SLOWED, slow } from "./slowed.mjs";
import { CATEGORIES, changesIn, MARK } from "./trace.mjs";

const PAGE = "/specialties/";
const ENTRIES = 1000;
const PORTION = 100; // so many the explorer shows without being asked for more
const WARM_UP = 2; // the first changes run code that the browser has not compiled yet
const PAUSE_MS = 100;
const POLL_MS = 40;

const [folder, changes = "10", only = ""] = process.argv.slice(2);
if (!folder) {
	console.error("usage: node assets/tools/speed-explorer.mjs FOLDER [CHANGES] [KIND]");
	process.exit(2);
}

/** Kinds of change: each gets a visit to a fresh page, makes changes of which some are timed, a turn at a time. */
const KINDS = {
	"filter on": (visit, turn) => filter(visit, turn, visit.timed, visit.untimed),
	"filter off": (visit, turn) => filter(visit, turn, visit.untimed, visit.timed),
	"filter, all on the page": filterOfAll,
	"letter typed": letters,
	order,
	wish,
	"compare ticked": compare,
	"clear all": clear,
	"nothing left": nothingLeft,
	back,
};

const { host, launch } = await helpers();
const site = await host(folder);
const browser = await launch();
try {
	console.log(`\n${PAGE} with ${ENTRIES} specialties, processor slowed ${SLOWED} times`);
	console.log(`${machine()}\n`);
	console.log(row("ms", "", "script + style + layout", "in the thread's time", "with painting", "event to frame"));
	console.log(
		row("", "of", "median     p95     max   first", "median     p95     max", ...Array(2).fill("median     max")),
	);
	for (const [name, act] of Object.entries(KINDS)) if (name.includes(only)) print(name, await measure(act));
	console.log(`\n${machine()}`);
} finally {
	await browser.close();
	await site.stop();
}

/** Does something in a fresh page until enough of it was timed. */
async function measure(act) {
	const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
	const page = await context.newPage();
	await page.route(`**${PAGE}`, async (route) => {
		const response = await route.fetch();
		await route.fulfill({ response, body: many(await response.text(), ENTRIES) });
	});
	// Traces hold events that are sent to a node; the way back is sent to the window.
	await page.addInitScript(() => addEventListener("popstate", () => document.dispatchEvent(new Event("popstate"))));
	await page.goto(site.address + PAGE);
	await page.evaluate(() => {
		for (const details of document.querySelectorAll("main .sp-explorer details")) details.open = true;
	});
	await slow(page);
	let count = 0;
	const untimed = (does, all) => does().then(() => settled(page, all));
	const timed = async (does) => {
		await page.evaluate((mark) => performance.mark(mark), MARK);
		await untimed(does);
		count += 1;
	};
	await untimed(async () => {});
	await browser.startTracing(page, { categories: CATEGORIES });
	for (let turn = 0; count < Number(changes) + WARM_UP; turn++) await act({ page, timed, untimed }, turn);
	const times = changesIn((await browser.stopTracing()).toString());
	await context.close();
	return times;
}

/** Waits until the list is whole and the page has had a moment of rest. */
async function settled(page, portion = PORTION) {
	await page.waitForTimeout(PAUSE_MS);
	await page.waitForFunction(
		(most) => {
			const [shown] = document.querySelector("[data-status]").textContent.match(/\d+/);
			return document.querySelectorAll("[data-results] .sp-result").length === Math.min(most, Number(shown));
		},
		portion,
		{ polling: POLL_MS },
	);
	await page.waitForTimeout(PAUSE_MS);
}

/** Presses a key on an element that was focused before, as real as a browser without a person gets it. */
async function press({ page }, how, key, selector, nth = 0) {
	await page.locator(selector).nth(nth).focus();
	await page.waitForTimeout(PAUSE_MS);
	await how(() => page.keyboard.press(key));
}

/** Two filters, one after the other, and taken back in the same order. */
async function filter(visit, turn, on, off) {
	const boxes = "[data-facet] input";
	const all = await visit.page.locator(boxes).count();
	const [one, other] = [(turn * 5) % all, (turn * 5 + Math.floor(all / 2)) % all];
	for (const how of [on, off]) for (const nth of [one, other]) await press(visit, how, "Space", boxes, nth);
}

async function filterOfAll(visit, turn) {
	const all = await visit.page.locator("[data-facet] input").count();
	const more = (does) => visit.untimed(does, ENTRIES);
	await press(visit, more, "Enter", "[data-results] button:not(.sp-result *)");
	await press(visit, visit.timed, "Space", "[data-facet] input", (turn * 5) % all);
	await press(visit, visit.untimed, "Space", "[data-facet] input", (turn * 5) % all);
}

async function letters(visit, turn) {
	const word = ["cardio", "surgery", "a child", "xyz"][turn % 4];
	for (const key of [...word, ...Array(word.length).fill("Backspace")]) await press(visit, visit.timed, key, "#find");
}

/** Through all orders and the same way back; every other time with one more must-have, which alone makes the last one differ. */
async function order(visit, turn) {
	for (let step = 0; turn % 2 && step < 2; step++) await press(visit, visit.untimed, "ArrowDown", "[data-wish]", turn);
	const last = (await visit.page.locator("[data-sort]").inputValue()) === "wishes";
	for (const key of last ? ["ArrowUp", "ArrowDown"] : ["ArrowDown", "ArrowUp"])
		for (let step = 0; step < 3; step++) await press(visit, visit.timed, key, "[data-sort]");
}

/** What one would like, must have, and back; each time one more wish stays. */
async function wish(visit, turn) {
	const all = await visit.page.locator("[data-wish]").count();
	for (const key of ["ArrowDown", "ArrowDown", "ArrowUp", "ArrowUp", "ArrowDown"])
		await press(visit, visit.timed, key, "[data-wish]", turn % all);
}

async function compare(visit) {
	for (let turn = 0; turn < 2; turn++)
		for (let nth = 0; nth < 4; nth++) await press(visit, visit.timed, "Space", ".sp-result input", nth);
}

async function clear(visit, turn) {
	const boxes = visit.page.locator("[data-facet] input");
	const all = await boxes.count();
	for (const nth of [turn, turn + 9, turn + 17])
		await press(visit, visit.untimed, "Space", "[data-facet] input", nth % all);
	await press(visit, visit.timed, "Enter", "[data-clear]");
}

async function nothingLeft(visit) {
	await press(visit, visit.untimed, "Space", "#setting--laboratory");
	for (let turn = 0; turn < 2; turn++) await press(visit, visit.timed, "Space", "#patient_contact--continuity");
	await press(visit, visit.untimed, "Space", "#setting--laboratory");
}

async function back(visit, turn) {
	const all = await visit.page.locator("[data-facet] input").count();
	const chosen = [turn, turn + 12, turn + 20].map((nth) => nth % all);
	for (const nth of chosen) await press(visit, visit.untimed, "Space", "[data-facet] input", nth);
	await press(visit, visit.untimed, "ArrowDown", "[data-sort]");
	for (let step = 0; step <= chosen.length; step++) await visit.timed(() => visit.page.evaluate(() => history.back()));
}

function print(name, times) {
	const later = times.slice(WARM_UP);
	const figures = (key, ...shares) =>
		shares
			.map((share) =>
				ms(
					at(
						later.map((time) => time[key]),
						share,
					),
				),
			)
			.join("");
	const first = ms(Math.max(...times.slice(0, WARM_UP).map((time) => time.sum)));
	const own = figures("busy", 0.5, 0.95, 1);
	const cells = [figures("sum", 0.5, 0.95, 1) + first, own, figures("frame", 0.5, 1), figures("paint", 0.5, 1)];
	console.log(row(name, String(later.length), ...cells));
}

function row(name, count, sum, own, frame, paint) {
	return `${name.padEnd(24)}${count.padStart(3)}${sum.padStart(33)}${own.padStart(26)}${frame.padStart(18)}${paint.padStart(18)}`;
}

function ms(time) {
	return time.toFixed(1).padStart(8);
}
