// The real browser of the tests: Debian's Chromium, with nothing that reaches for the network by itself.

import { execFileSync } from "node:child_process";
import { type Browser, type BrowserContextOptions, chromium, type Page } from "playwright-core";

const FLAGS = [
	"--headless",
	"--no-sandbox",
	"--disable-gpu",
	"--disable-quic",
	"--no-first-run",
	"--disable-background-networking",
	"--disable-component-update",
	"--disable-sync",
];

const NAMES = ["chromium", "chromium-browser", "google-chrome"];

/** Starts the browser: $CHROMIUM, or the first of the usual names that is installed. */
export function launch(flags: readonly string[] = []): Promise<Browser> {
	return chromium.launch({ executablePath: process.env.CHROMIUM ?? installed(), args: [...FLAGS, ...flags] });
}

function installed(): string {
	for (const name of NAMES) {
		try {
			return execFileSync("which", [name], { encoding: "utf8" }).trim();
		} catch {
			// not this name
		}
	}
	throw new Error(`no browser: install one of ${NAMES.join(", ")}, or name it in CHROMIUM`);
}

/** A page in a context of its own, with what it did that nobody may see. */
export interface Watched {
	readonly page: Page;
	/** Errors and warnings on the console, uncaught errors, requests that failed or left the site. */
	readonly faults: string[];
	close(): Promise<void>;
}

/** Opens an empty page that may load nothing from outside the origin. */
export async function watch(browser: Browser, origin: string, options: BrowserContextOptions = {}): Promise<Watched> {
	const context = await browser.newContext(options);
	const page = await context.newPage();
	const faults: string[] = [];
	page.on("console", (message) => {
		if (["error", "warning"].includes(message.type())) faults.push(`${message.type()}: ${message.text()}`);
	});
	page.on("pageerror", (error) => faults.push(`uncaught: ${error.message}`));
	page.on("requestfailed", (request) => {
		const why = request.failure()?.errorText ?? "";
		// A browser that runs no scripts refuses to load them ahead, and calls it a matter of policy.
		if (options.javaScriptEnabled === false && why === "csp" && request.url().endsWith(".js")) return;
		// What the page was still loading when the test went on is no fault.
		if (why !== "net::ERR_ABORTED") faults.push(`failed: ${request.url()} ${why}`);
	});
	await context.route(
		(url) => url.origin !== origin,
		(route) => {
			faults.push(`left the site: ${route.request().url()}`);
			return route.abort();
		},
	);
	return { page, faults, close: () => context.close() };
}
