// A static host for tests. It serves a published folder by the rules of the files that Netlify reads there: _headers
// (all rules that match), _redirects (only where no file stands), 404.html, folders with a slash at the end, brotli for
// whoever takes it.

import { existsSync, readFileSync, statSync } from "node:fs";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join, resolve, sep } from "node:path";
import { brotliCompressSync, constants } from "node:zlib";

const TYPES: Readonly<Record<string, string>> = {
	".css": "text/css; charset=utf-8",
	".epub": "application/epub+zip",
	".html": "text/html; charset=utf-8",
	".jpg": "image/jpeg",
	".js": "text/javascript; charset=utf-8",
	".json": "application/json",
	".pdf": "application/pdf",
	".png": "image/png",
	".svg": "image/svg+xml",
	".txt": "text/plain; charset=utf-8",
	".webmanifest": "application/manifest+json",
	".webp": "image/webp",
	".xml": "application/xml",
};

/** What hosts pack; pictures and books are packed already. */
const PACKED = /^(?:text\/|application\/(?:json|manifest|xml)|image\/svg)/;

/** Hosts pack while somebody waits, so not at brotli's best of 11. */
const QUALITY = { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } };

/** Files that tell the host what to do and are not published. */
const SETTINGS = ["/_headers", "/_redirects"];

interface HeaderRule {
	readonly path: string;
	readonly headers: [name: string, value: string][];
}

interface RedirectRule {
	readonly from: string;
	readonly to: string;
	readonly status: number;
}

/** A host under way: where it is, what it was asked for, and how to end it. */
export interface Host {
	readonly address: string;
	/** The paths asked for, in order; tests may empty it. */
	readonly asked: string[];
	stop(): Promise<void>;
}

/** Serves the folder on loopback, on a free port. */
export async function host(folder: string): Promise<Host> {
	const headers = parseHeaders(setting(folder, "_headers"));
	const redirects = parseRedirects(setting(folder, "_redirects"));
	const asked: string[] = [];
	const server = createServer((request, response) => {
		const path = pathOf(request);
		asked.push(path);
		const packs = /\bbr\b/.test(String(request.headers["accept-encoding"]));
		answer(folder, path, packs, headers, redirects, response);
	});
	await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
	return {
		address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
		asked,
		stop: () => close(server),
	};
}

function answer(
	folder: string,
	path: string,
	packs: boolean,
	rules: readonly HeaderRule[],
	redirects: readonly RedirectRule[],
	response: ServerResponse,
): void {
	const headers = headersFor(path, rules);
	const send = (status: number, file: string) => {
		const type = TYPES[extname(file)] ?? "application/octet-stream";
		const body = readFileSync(file);
		response.setHeader("Content-Type", type);
		if (PACKED.test(type)) response.setHeader("Vary", "Accept-Encoding");
		if (!packs || !PACKED.test(type)) response.writeHead(status, headers).end(body);
		else response.writeHead(status, { ...headers, "Content-Encoding": "br" }).end(brotliCompressSync(body, QUALITY));
	};
	const file = path.endsWith("/") ? `${path}index.html` : path;
	const found = within(folder, file);
	if (found && !SETTINGS.includes(path)) {
		send(200, found);
		return;
	}
	const redirect = redirects.find((r) => r.from === path.replace(/\/$/, ""));
	if (redirect) {
		response.writeHead(redirect.status, { ...headers, Location: redirect.to }).end();
		return;
	}
	if (within(folder, `${path}/index.html`)) {
		response.writeHead(301, { ...headers, Location: `${path}/` }).end();
		return;
	}
	const missing = within(folder, "/404.html");
	if (missing) send(404, missing);
	else response.writeHead(404, headers).end();
}

/** The path of a request, percent signs undone; what cannot be undone is asked for as it stands. */
function pathOf(request: IncomingMessage): string {
	const raw = (request.url ?? "/").replace(/[?#].*$/s, "");
	try {
		return decodeURIComponent(raw);
	} catch {
		return raw;
	}
}

/** The file at a path, unless there is none or the path leads out of the folder. */
function within(folder: string, path: string): string | undefined {
	const root = resolve(folder);
	const file = resolve(join(root, path));
	const inside = file === root || file.startsWith(root + sep);
	return inside && existsSync(file) && statSync(file).isFile() ? file : undefined;
}

function setting(folder: string, name: string): string {
	const file = within(folder, `/${name}`);
	return file ? readFileSync(file, "utf8") : "";
}

/** Reads a _headers file: a path, then its headers, indented. */
export function parseHeaders(text: string): HeaderRule[] {
	const rules: HeaderRule[] = [];
	for (const line of lines(text)) {
		if (!/^\s/.test(line)) {
			rules.push({ path: line.trim(), headers: [] });
			continue;
		}
		const colon = line.indexOf(":");
		const rule = rules.at(-1);
		if (!rule || colon < 0) throw new Error(`_headers: no header and no path: ${line}`);
		rule.headers.push([line.slice(0, colon).trim(), line.slice(colon + 1).trim()]);
	}
	return rules;
}

/** The headers for a path. A header that several rules give is sent once, its values joined as the host joins them. */
export function headersFor(path: string, rules: readonly HeaderRule[]): Record<string, string> {
	const found: Record<string, string> = {};
	for (const rule of rules.filter((r) => matches(r.path, path))) {
		for (const [name, value] of rule.headers) {
			found[name] = name in found ? `${found[name]}, ${value}` : value;
		}
	}
	return found;
}

function matches(rule: string, path: string): boolean {
	if (rule.endsWith("*")) return path.startsWith(rule.slice(0, -1));
	return rule.replace(/\/$/, "") === path.replace(/\/$/, "");
}

/** Reads a _redirects file: from, to, status. A slash at the end of "from" makes no difference to the host. */
export function parseRedirects(text: string): RedirectRule[] {
	return lines(text).map((line) => {
		const [from, to, status = "301"] = line.trim().split(/\s+/);
		if (!from?.startsWith("/") || !to) throw new Error(`_redirects: not a rule: ${line}`);
		return { from: from.replace(/\/$/, ""), to, status: Number(status) };
	});
}

function lines(text: string): string[] {
	return text.split(/\r?\n/).filter((line) => line.trim() !== "" && !line.trim().startsWith("#"));
}

function close(server: Server): Promise<void> {
	server.closeAllConnections();
	return new Promise((done) => server.close(() => done()));
}
