import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { request } from "node:http";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { brotliDecompressSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Host, headersFor, host, parseHeaders, parseRedirects } from "./host";

const FILES: Readonly<Record<string, string>> = {
	"index.html": "home",
	"about/index.html": "about",
	"404.html": "missing",
	"photo.jpg": "photo",
	"assets/a.1f2e3d4c.css": "p{}",
	_headers: "# a comment\n/*\n  X-All: yes\n/assets/*\n  X-All: also\n  Cache-Control: immutable\n",
	_redirects: "/old /about/ 301\n/about /never/ 301\n",
};

let folder: string;
let site: Host;
beforeAll(async () => {
	folder = mkdtempSync(join(tmpdir(), "signpost-host-"));
	for (const [name, text] of Object.entries(FILES)) {
		mkdirSync(dirname(join(folder, "site", name)), { recursive: true });
		writeFileSync(join(folder, "site", name), text);
	}
	writeFileSync(join(folder, "secret.txt"), "secret");
	site = await host(join(folder, "site"));
});
afterAll(async () => {
	await site.stop();
	rmSync(folder, { recursive: true, force: true });
});

/** Asks as a browser would not: the path goes out as it stands. */
function ask(
	path: string,
	headers: Record<string, string> = {},
): Promise<{ status: number; bytes: Buffer; body: string; headers: Record<string, unknown> }> {
	return new Promise((resolve, reject) => {
		const { hostname, port } = new URL(site.address);
		request({ hostname, port, path, headers }, (answer) => {
			const parts: Buffer[] = [];
			answer.on("data", (part) => parts.push(part));
			answer.on("end", () => {
				const bytes = Buffer.concat(parts);
				resolve({ status: answer.statusCode ?? 0, bytes, body: bytes.toString(), headers: answer.headers });
			});
		})
			.on("error", reject)
			.end();
	});
}

describe("the host", () => {
	it.each([
		["/", 200, "home"],
		["/?from=mail", 200, "home"],
		["/about/", 200, "about"],
		["/no-such-page/", 404, "missing"],
		["/_headers", 404, "missing"],
		["/../secret.txt", 404, "missing"],
		["/%2e%2e/secret.txt", 404, "missing"],
		["/%zz", 404, "missing"],
	])("answers %s with %d", async (path, status, body) => {
		expect(await ask(path)).toMatchObject({ status, body });
	});

	it("sends a page's address without its slash on, and old addresses where no file stands", async () => {
		expect(await ask("/about")).toMatchObject({ status: 301, headers: { location: "/never/" } });
		expect(await ask("/old/")).toMatchObject({ status: 301, headers: { location: "/about/" } });
	});

	it("sends the headers of every rule that matches, a repeated one joined", async () => {
		expect((await ask("/")).headers).toMatchObject({ "x-all": "yes" });
		expect((await ask("/assets/a.1f2e3d4c.css")).headers).toMatchObject({
			"x-all": "yes, also",
			"cache-control": "immutable",
			"content-type": "text/css; charset=utf-8",
		});
		expect(headersFor("/about/", parseHeaders("/about\n  X-One: 1\n"))).toEqual({ "X-One": "1" });
	});

	it("packs text for whoever takes brotli, and nothing that is packed already", async () => {
		const taking = { "accept-encoding": "gzip, deflate, br, zstd" };
		for (const path of ["/", "/assets/a.1f2e3d4c.css", "/no-such-page/"]) {
			const plain = await ask(path);
			const packed = await ask(path, taking);
			expect(plain.headers).not.toHaveProperty("content-encoding");
			expect(packed.headers).toMatchObject({ "content-encoding": "br", vary: "Accept-Encoding" });
			expect(brotliDecompressSync(packed.bytes).toString()).toBe(plain.body);
			expect(packed.status).toBe(plain.status);
		}
		expect(await ask("/photo.jpg", taking)).toMatchObject({ body: "photo" });
		expect(await ask("/", { "accept-encoding": "gzip" })).toMatchObject({ body: "home" });
	});

	it("refuses files it cannot read as rules", () => {
		expect(() => parseHeaders("  X-Lost: 1\n")).toThrow("no header and no path");
		expect(() => parseRedirects("/from-here\n")).toThrow("not a rule");
	});
});
