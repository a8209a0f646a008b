import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { extname, join, normalize } from "node:path";
import { fileURLToPath } from "node:url";
import axeCore from "axe-core";
import { type Browser, type BrowserContextOptions, chromium, type Page } from "playwright-core";

const ROOT = fileURLToPath(new URL("../../..", import.meta.url));

const FLAGS = [
	"--no-sandbox",
	"--disable-gpu",
	"--disable-quic",
	"--no-first-run",
	"--disable-background-networking",
	"--disable-component-update",
	"--disable-sync",
];

const TYPES: Readonly<Record<string, string>> = {
	".html": "text/html; charset=utf-8",
	".js": "text/javascript",
	".css": "text/css",
	".svg": "image/svg+xml",
};

/** A page of the real site, opened in a real browser, with everything it said on the console. */
export interface Opened {
	readonly page: Page;
	readonly said: string[];
}

/** The real site, built by the real program and served with the headers it writes for a host. */
export class Site {
	readonly requests: string[] = [];
	private constructor(
		private readonly folder: string,
		private readonly server: Server,
		private readonly browser: Browser,
		private readonly extra: Map<string, string>,
	) {}

	/** Builds and serves the site and starts a browser. */
	static async start(): Promise<Site> {
		const folder = mkdtempSync(join(tmpdir(), "worksheet-site-"));
		const out = join(folder, "public");
		execFileSync("go", ["run", "./cmd/signpost", "build", "--out", out], { cwd: ROOT, stdio: "pipe" });
		const headers = headersOf(readFileSync(join(out, "_headers"), "utf8"));
		const extra = new Map<string, string>();
		let site: Site | undefined;
		const server = createServer((request, response) => {
			const path = new URL(request.url ?? "/", "http://localhost").pathname;
			site?.requests.push(path);
			const name = path.endsWith("/") ? `${path}index.html` : path;
			const file = join(out, normalize(name));
			const text = extra.get(name);
			if (text === undefined && !existsSync(file)) {
				response.writeHead(404).end();
				return;
			}
			response.writeHead(200, { ...headers, "Content-Type": TYPES[extname(name)] ?? "application/octet-stream" });
			response.end(text ?? readFileSync(file));
		});
		await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
		const browser = await chromium.launch({
			executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
			args: FLAGS,
		});
		site = new Site(folder, server, browser, extra);
		return site;
	}

	/** Where the site is served. */
	get address(): string {
		return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
	}

	/** Serves a text under a path, instead of or beside what was built. */
	put(path: string, text: string): void {
		this.extra.set(path, text);
	}

	/** The built file of a page. */
	built(path: string): string {
		return readFileSync(join(this.folder, "public", path), "utf8");
	}

	/** Opens a page in a browser context of its own. */
	async open(path: string, options: BrowserContextOptions = {}): Promise<Opened> {
		const context = await this.browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
		const page = await context.newPage();
		const said: string[] = [];
		page.on("console", (message) => said.push(`${message.type()}: ${message.text()}`));
		page.on("pageerror", (error) => said.push(`error: ${error.message}`));
		await page.goto(this.address + path);
		return { page, said };
	}

	/** Ends browser and server and deletes the built site. */
	async stop(): Promise<void> {
		await this.browser.close();
		await new Promise((done) => this.server.close(done));
		rmSync(this.folder, { recursive: true, force: true });
	}
}

/** The headers for all pages from the file that hosts read. */
function headersOf(file: string): Record<string, string> {
	const found: Record<string, string> = {};
	let everywhere = false;
	for (const line of file.split("\n")) {
		if (!line.startsWith(" ")) everywhere = line.trim() === "/*";
		const [name, ...value] = line.split(": ");
		if (everywhere && line.startsWith(" ") && name && !name.includes("Strict-Transport"))
			found[name.trim()] = value.join(": ").trim();
	}
	return found;
}

/** axe's findings in one line each; none is the only good number. */
export async function axe(page: Page): Promise<string[]> {
	await page.evaluate(axeCore.source);
	return page.evaluate(async () => {
		const { axe } = window as unknown as { axe: typeof axeCore };
		const result = await axe.run(document, {
			runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
		});
		return result.violations.map((v) => `${v.id}: ${v.nodes.map((n) => n.html).join(" | ")}`);
	});
}
