// Asks Lighthouse, set for a phone on slow 4G, about one page of each kind.
//
//   node assets/tools/lighthouse.mjs FOLDER [ADDRESS...]
//
// Lighthouse loads a page at full speed and works out from its round trips, packets and tasks what a slow network and a
// phone's processor would make of it. Accessibility, good practice, search engines and whether anything moves
// do not depend on the machine: they fail at the first look. The first paint is a matter of round trips, unless the
// machine is so busy that scripts and layout slip in before it; it fails when it is late five times on a machine that
// is not. What is made of tasks (the score for speed, the largest paint, the time blocked) doubles as soon as somebody
// else works on the machine. That is shown beside its limit and fails nothing: weights and round trips hold what it
// comes from.

import { createServer } from "node:net";
import { cpus, loadavg } from "node:os";
import lighthouse, { defaultConfig } from "lighthouse";
import { helpers } from "./helpers.mjs";
import { heaviestOfEachKind, weigh } from "./weights.mjs";

/** How often a page is looked at before a figure counts as over; the best look counts. */
const LOOKS = 5;
/** How many more looks, in all, may go to figures that fail nothing. */
let spareLooks = 4;
/** What a host far away takes to answer. Ours takes as long as the machine is busy. */
const HOST_MS = 30;
/**
 * Lighthouse slows the processor down four times, which makes a phone of a machine whose index, as it measures it at
 * each look, is 1500 to 2000. A slower machine is slowed down less, or the figures would be those of the machine.
 */
const SLOWED = 4;
const INDEX = 1750;
/** The index of the machine at the last look. */
let index = INDEX;

/** What is shown, and how much of it is asked of which page. One look settles the firm ones; the loose ones fail nothing. */
const FIGURES = [
	{ name: "speed", least: () => 100, of: score("performance"), loose: true },
	{ name: "a11y", least: () => 100, of: score("accessibility"), firm: true },
	{ name: "practice", least: () => 100, of: score("best-practices"), firm: true },
	{ name: "SEO", least: () => 100, of: score("seo"), firm: true },
	{ name: "FCP ms", most: () => 1000, of: number("first-contentful-paint") },
	{ name: "LCP ms", most: () => Infinity, of: number("largest-contentful-paint"), loose: true },
	{ name: "CLS", most: () => 0, of: number("cumulative-layout-shift", 3), firm: true },
	{
		name: "TBT ms",
		most: (row) => (row.purpose === "reading" ? 0 : Infinity),
		of: number("total-blocking-time"),
		loose: true,
	},
];

/** What is not asked, and why. It counts in no score. */
const NOT_ASKED = {
	"robots-txt":
		"Lighthouse asks for it from inside the page, whose policy forbids every connection. Our tests read it.",
};

const [folder, ...only] = process.argv.slice(2);
if (!folder) {
	console.error("usage: node assets/tools/lighthouse.mjs FOLDER [ADDRESS...]");
	process.exit(2);
}

const { host, launch } = await helpers();
const site = await host(folder);
const config = {
	extends: "lighthouse:default",
	settings: {
		onlyAudits: counted(),
		disableFullPageScreenshot: true,
		precomputedLanternData: {
			additionalRttByOrigin: { [site.address]: 0 },
			serverResponseTimeByOrigin: { [site.address]: HOST_MS },
		},
	},
};
const port = await freePort();
const browser = await launch([`--remote-debugging-port=${port}`]);
let rows = [];
try {
	const pages = weigh(folder);
	await seen(pages[0]); // a browser's first page takes longer, and tells the index
	const chosen =
		only.length > 0 ? pages.filter((row) => only.includes(row.page)) : heaviestOfEachKind(pages.map(byLayout));
	rows = await judged(chosen);
} finally {
	await browser.close();
	await site.stop();
}
process.exit(print() > 0 ? 1 : 0);

/** Pages that share a layout are of one kind here, though they stand in different parts: a look takes seconds. */
function byLayout(row) {
	if (row.page.endsWith("/compare/")) return { ...row, kind: "compare" };
	if (row.purpose === "reading" && /^\/\w+\/$/.test(row.page)) return { ...row, kind: "part" };
	return row;
}

/**
 * Looks at each page, and at those where another look can mend something again once all were seen, until that was often
 * enough: what keeps the machine busy for some seconds is not counted several times. Keeps the best of each figure.
 */
async function judged(pages) {
	const rows = [];
	for (const page of pages) rows.push({ ...page, ...(await seen(page)) });
	for (let looks = 1; looks < LOOKS; looks++)
		for (const [i, row] of rows.entries()) {
			const late = FIGURES.filter((figure, f) => !figure.firm && over(row, f, row.values[f]));
			if (late.length === 0 || (late.every((figure) => figure.loose) && spareLooks-- <= 0)) continue;
			rows[i] = { ...row, ...better(row, await seen(row)) };
		}
	return rows;
}

function better(a, b) {
	const best = (value, i) => (FIGURES[i].least ? Math.max : Math.min)(value, b.values[i]);
	return { ...a, values: a.values.map((value, i) => (FIGURES[i].firm ? value : best(value, i))) };
}

/** A look that saw something. On a busy machine Lighthouse misses the moment when a page begins, once in ten times. */
async function seen(row) {
	for (let tries = 0; tries < 5; tries++) {
		const found = await look(row).catch((error) => console.error(`${row.page}: ${error.message}`));
		if (found) return found;
	}
	throw new Error(`${row.page}: Lighthouse saw nothing`);
}

/** What Lighthouse finds, or nothing. */
async function look(row) {
	const cpuSlowdownMultiplier = SLOWED * Math.min(1, index / INDEX);
	const throttling = { ...defaultConfig.settings.throttling, cpuSlowdownMultiplier };
	const asked = { ...config, settings: { ...config.settings, throttling } };
	const { lhr } = await lighthouse(site.address + row.page, { port, logLevel: "silent" }, asked);
	const audits = Object.values(lhr.audits);
	if (lhr.runtimeError || audits.some((audit) => audit.scoreDisplayMode === "error")) return undefined;
	index = lhr.environment.benchmarkIndex;
	const failed = audits.filter((audit) => audit.score !== null && audit.score < 0.9);
	return {
		values: FIGURES.map((figure) => figure.of(lhr)),
		failed: failed.map((audit) => `${audit.id}: ${audit.title}${places(audit)}`),
	};
}

/** The audits that count in a score; the others only explain, and take half of the time. */
function counted() {
	const refs = Object.values(defaultConfig.categories).flatMap((category) => category.auditRefs);
	return refs.filter((ref) => ref.weight > 0 && !(ref.id in NOT_ASKED)).map((ref) => ref.id);
}

/** The elements an audit objects to. */
function places(audit) {
	const items = audit.details?.items ?? [];
	return items.map((item) => `\n      ${item.node?.snippet ?? item.href ?? item.url ?? JSON.stringify(item)}`).join("");
}

function score(category) {
	return (lhr) => Math.round(lhr.categories[category].score * 100);
}

function number(audit, digits = 0) {
	return (lhr) => Number(lhr.audits[audit].numericValue.toFixed(digits));
}

function over(row, i, value) {
	const { least, most } = FIGURES[i];
	return least ? value < least(row) : value > most(row);
}

/** Prints the table, what is not asked and what is over, and returns how many pages fail. */
function print() {
	const head = ["heaviest page of each kind", ...FIGURES.map((figure) => figure.name)];
	const lines = rows.map((row) => [
		row.page,
		...row.values.map((value, i) => `${value}${over(row, i, value) ? " over" : ""}`),
	]);
	console.log("\nLighthouse, phone on slow 4G, processor slowed to that of a phone");
	console.log(`${cpus().length} processors, load ${loadavg()[0].toFixed(1)}, index ${index.toFixed(0)}\n`);
	const widths = head.map((_, i) => Math.max(...[head, ...lines].map((line) => line[i].length)));
	for (const line of [head, ...lines]) {
		console.log(line.map((cell, i) => (i === 0 ? cell.padEnd(widths[i]) : cell.padStart(widths[i]))).join("  "));
	}
	console.log();
	for (const [audit, why] of Object.entries(NOT_ASKED)) console.log(`not asked: ${audit}. ${why}`);
	return rows.filter(fails).length;
}

/** Says what is over on a page, and whether that fails. */
function fails(row) {
	const late = FIGURES.filter((_, i) => over(row, i, row.values[i]));
	const busy = loadavg()[0] > 2 * cpus().length;
	const fails = late.some((figure) => figure.firm || (!figure.loose && !busy));
	const names = late.map((figure) => figure.name).join(", ");
	if (late.length > 0) console.log(`${row.page}: ${names} over${fails ? "" : ", which fails nothing on this machine"}`);
	if (fails) for (const line of row.failed) console.log(`    ${line}`);
	return fails;
}

/** A port nobody listens on, for Lighthouse and the browser to meet at. */
function freePort() {
	return new Promise((done) => {
		const server = createServer().listen(0, "127.0.0.1", () => {
			const { port } = server.address();
			server.close(() => done(port));
		});
	});
}
