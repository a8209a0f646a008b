// What the published files say to hosts and search engines, and that no style sheet lost what its pages use.

import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, inject, it } from "vitest";
import { headersFor, parseHeaders, parseRedirects } from "../host";
import { pagesOf, sitemapOf } from "../site";
import { minified, selectorsOf, wordsIn, wordsOf } from "../styles";

const folder = inject("site");
const pages = pagesOf(folder);
const text = (name: string) => readFileSync(join(folder, name), "utf8");

describe("_headers", () => {
	const rules = parseHeaders(text("_headers"));

	it.each(pages.map((page) => page.path))("lets nothing out of %s", (path) => {
		const policy = policyOf(headersFor(path, rules)["Content-Security-Policy"]);
		expect(policy.get("default-src")).toBe("'none'");
		expect(policy.get("script-src")).toBe("'self'");
		expect(policy.get("style-src")).toBe("'self'");
		for (const closed of ["connect-src", "form-action", "base-uri", "frame-ancestors"]) {
			expect(policy.get(closed), closed).toBe("'none'");
		}
		expect(policy.get("require-trusted-types-for")).toBe("'script'");
		expect([...policy.values()].join(" ")).not.toMatch(/unsafe|\*|http|data:|blob:/);
	});

	it("the page for missing addresses carries its policy itself, for no rule knows those addresses", () => {
		const [, content] = text("404.html").match(/<meta http-equiv="?Content-Security-Policy"? content="([^"]*)"/i) ?? [];
		const policy = policyOf(content?.replaceAll("&#39;", "'"));
		expect([policy.get("default-src"), policy.get("connect-src"), policy.get("form-action")]).toEqual([
			"'none'",
			"'none'",
			"'none'",
		]);
	});

	it("keeps fingerprinted files for ever, and only those", () => {
		const kept = (path: string) => headersFor(path, rules)["Cache-Control"] ?? "";
		for (const name of readdirSync(join(folder, "assets"), { recursive: true, encoding: "utf8" })) {
			if (!/\.\w+$/.test(name)) continue;
			expect(name, "has a fingerprint").toMatch(/\.[0-9A-Za-z]{8}\.\w+$/);
			expect(kept(`/assets/${name}`)).toBe("public, max-age=31536000, immutable");
		}
		for (const page of pages) expect(kept(page.path)).not.toContain("immutable");
	});

	it("sends no address onward and guesses no types", () => {
		const headers = headersFor("/", rules);
		expect(headers["Referrer-Policy"]).toBe("no-referrer");
		expect(headers["X-Content-Type-Options"]).toBe("nosniff");
	});
});

/** A policy's words by directive. */
function policyOf(value = ""): Map<string, string> {
	return new Map(
		value.split(";").map((directive) => {
			const [name = "", ...words] = directive.trim().split(/\s+/);
			return [name, words.join(" ")];
		}),
	);
}

describe("what hosts and search engines read", () => {
	it("redirects lead to pages, from where there is none", () => {
		for (const { from, to, status } of parseRedirects(
			existsSync(join(folder, "_redirects")) ? text("_redirects") : "",
		)) {
			expect(status).toBe(301);
			expect(pages.map((page) => page.path)).toContain(to.replace(/#.*/, ""));
			expect(pages.map((page) => page.path)).not.toContain(`${from}/`);
		}
	});

	it("the sitemap holds every page once, in whole addresses, and robots.txt names it", () => {
		const addresses = sitemapOf(folder);
		const origin = new URL(addresses[0] ?? "").origin;
		expect(addresses.toSorted()).toEqual(pages.map((page) => origin + page.path));
		expect(text("robots.txt")).toContain(`Sitemap: ${origin}/sitemap.xml\n`);
		expect(text("sitemap.xml")).toMatch(
			/^<\?xml version="1\.0" encoding="UTF-8"\?>\n?<urlset xmlns="http:\/\/www\.sitemaps\.org\/schemas\/sitemap\/0\.9">/,
		);
		for (const [, day] of text("sitemap.xml").matchAll(/<lastmod>([^<]*)/g)) expect(day).toMatch(/^\d{4}-\d\d-\d\d$/);
	});

	it("each page names itself as the one address it is published under", () => {
		for (const page of pages) {
			const [, canonical = ""] = page.html.match(/<link rel="?canonical"? href="?([^"\s>]*)/) ?? [];
			expect(new URL(canonical).pathname).toBe(page.path);
		}
	});
});

describe("style sheets", () => {
	it("a page's own sheet has every rule of the whole ones that the page can use", () => {
		const whole = new Map<string, string[]>();
		const own = new Map<string, Set<string>>();
		const lost = new Set<string>();
		for (const page of pages) {
			const file = page.html.match(/\/(assets\/[\w.-]+\.css)/)?.[1] ?? "";
			const name = file.replace(/^assets\/|\..*$/g, "");
			if (!whole.has(name)) {
				whole.set(name, selectorsOf(wholeSheet(name)));
				own.set(name, new Set(selectorsOf(minified(text(file)))));
			}
			const words = wordsIn(page.html);
			for (const selector of whole.get(name) ?? []) {
				if (own.get(name)?.has(selector) || !wordsOf(selector).every((word) => words.has(word))) continue;
				lost.add(`${name}.css lost ${selector}, which ${page.path} can use`);
			}
		}
		expect(own.size).toBeGreaterThan(1);
		expect([...lost]).toEqual([]);
	});
});

/** The framework's style sheet and ours, before the build drops what no page can use. */
function wholeSheet(name: string): string {
	const sheets = ["assets/vendor/nhsuk-frontend/nhsuk.css", "assets/styles/site.css", `assets/styles/${name}.css`];
	return minified(
		sheets
			.filter((sheet) => existsSync(sheet))
			.map((sheet) => readFileSync(sheet, "utf8"))
			.join("\n"),
	);
}
