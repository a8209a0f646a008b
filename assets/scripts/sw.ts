// The service worker: keeps one whole build of the site and answers from it. It exists only where a reader asked for it.
//
// A build is taken whole or not at all: every file is held against the checksum in the list of its build, and the build
// is used only when all are there. An open page goes on with the build it began with; the next build takes over when
// no page of the old one is left, or at the next step of the only one.

import { cacheOf, FILES, type FileList, isOurs, pathOf, type ToPage } from "./offline/shared";

interface Lifetime extends Event {
	waitUntil(work: Promise<unknown>): void;
}

interface Fetching extends Lifetime {
	readonly request: Request;
	respondWith(answer: Promise<Response>): void;
}

interface Worker {
	/** The name of the build, from sw.js. */
	readonly BUILD: string;
	readonly registration: ServiceWorkerRegistration;
	readonly clients: {
		matchAll(options: {
			type: "window";
			includeUncontrolled: boolean;
		}): Promise<readonly { postMessage(m: ToPage): void }[]>;
	};
	skipWaiting(): Promise<void>;
	addEventListener(name: "install" | "activate", listener: (event: Lifetime) => void): void;
	addEventListener(name: "fetch", listener: (event: Fetching) => void): void;
	addEventListener(name: "message", listener: (event: Lifetime & { readonly data: unknown }) => void): void;
}

const worker = self as unknown as Worker;
const scope = worker.registration.scope;
const ours = cacheOf(scope, worker.BUILD);
/** How many files are asked for at a time. */
const AT_ONCE = 6;

worker.addEventListener("install", (event) => event.waitUntil(take()));
worker.addEventListener("activate", (event) => event.waitUntil(forgetOthers()));
worker.addEventListener("message", (event) => {
	if (event.data === "use") event.waitUntil(worker.skipWaiting());
});
worker.addEventListener("fetch", (event) => {
	const url = new URL(event.request.url);
	// What says which build is the newest is always asked of the site itself.
	if (event.request.method !== "GET" || !url.href.startsWith(scope) || pathOf(url, scope).startsWith("offline/"))
		return;
	event.respondWith(answer(event.request, url));
});

/** Takes the whole build. Whatever goes wrong, nothing is left of half a build, and the error says what it was. */
async function take(): Promise<void> {
	try {
		const list = (await (await ask(FILES)).json()) as FileList;
		if (list.build !== worker.BUILD) throw new Error("the site is being published at this moment");
		const cache = await caches.open(ours);
		const before = await older();
		const left = [...list.files];
		let done = 0;
		const one = async () => {
			for (let file = left.shift(); file; file = left.shift()) {
				const [path, hash] = file;
				await cache.put(new URL(path, scope).href, (await before(path, hash)) ?? (await fresh(path, hash)));
				done += 1;
				if (done % 5 === 0 || done === list.files.length) await tell({ kept: done, of: list.files.length });
			}
		};
		await Promise.all(Array.from({ length: AT_ONCE }, one));
		// The list comes last: a cache with a list is whole.
		await cache.put(new URL(FILES, scope).href, Response.json(list));
	} catch (error) {
		await caches.delete(ours);
		await tell({ failed: error instanceof Error ? error.message : String(error) });
		throw error;
	}
}

async function ask(path: string): Promise<Response> {
	const response = await fetch(new URL(path, scope).href, {
		cache: "no-cache",
		credentials: "omit",
		redirect: "error",
	});
	if (!response.ok) throw new Error(`${path || "the first page"} could not be loaded (${response.status})`);
	return response;
}

/** A file from the site, if it is the one in the list and not of another build. */
async function fresh(path: string, hash: string): Promise<Response> {
	const response = await ask(path);
	const sum = new Uint8Array(await crypto.subtle.digest("SHA-256", await response.clone().arrayBuffer())).slice(0, 16);
	const text = btoa(String.fromCharCode(...sum))
		.replaceAll("+", "-")
		.replaceAll("/", "_")
		.replace(/=+$/, "");
	if (text !== hash) throw new Error(`${path || "the first page"} is of another version`);
	return response;
}

/** Looks for unchanged files in the whole builds that are here already. */
async function older(): Promise<(path: string, hash: string) => Promise<Response | undefined>> {
	const known = new Map<string, Cache>();
	for (const name of await caches.keys()) {
		if (!isOurs(name, scope) || name === ours) continue;
		const cache = await caches.open(name);
		const list = (await (await cache.match(new URL(FILES, scope).href))?.json()) as FileList | undefined;
		for (const [path, hash] of list?.files ?? []) known.set(`${path} ${hash}`, cache);
	}
	return async (path, hash) => known.get(`${path} ${hash}`)?.match(new URL(path, scope).href);
}

/** Tells all open pages how far it is. */
async function tell(message: ToPage): Promise<void> {
	for (const page of await worker.clients.matchAll({ type: "window", includeUncontrolled: true }))
		page.postMessage(message);
}

async function forgetOthers(): Promise<void> {
	for (const name of await caches.keys()) if (isOurs(name, scope) && name !== ours) await caches.delete(name);
}

async function answer(request: Request, url: URL): Promise<Response> {
	if (request.mode === "navigate" && (await makeWay())) return oneMoment();
	const kept = await keptAt(pathOf(url, scope));
	if (kept) return kept;
	try {
		return await fetch(request);
	} catch (error) {
		const missing = request.mode === "navigate" ? await keptAt("404.html") : undefined;
		if (!missing) throw error;
		return new Response(missing.body, { status: 404, headers: missing.headers });
	}
}

/** The newer build that was asked to take over. */
let asked: ServiceWorker | undefined;

/** Lets a whole newer build take over when the page that is being left is the only one. */
async function makeWay(): Promise<boolean> {
	const next = worker.registration.waiting;
	if (!next || (await worker.clients.matchAll({ type: "window", includeUncontrolled: false })).length > 1) return false;
	if (next !== asked) next.postMessage("use");
	asked = next;
	return true;
}

/**
 * A page that loads itself again once the newer build has taken over. Chromium needs about a second for that, and may
 * answer never again what is asked for in the midst of it.
 */
function oneMoment(): Response {
	const page = `<!doctype html>
<html lang="en-GB">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>One moment</title>
<style>
:root { color-scheme: light dark }
body { font: 1.25rem/1.5 Arial, sans-serif; margin: 2rem auto; max-width: 40rem; padding: 0 1rem }
</style>
<p>One moment: the newer version of this site is being put in place. <a href="">Go on</a></p>
`;
	return new Response(page, {
		headers: {
			"Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'", // nobody's words stand in it
			"Content-Type": "text/html; charset=utf-8",
			Refresh: "1",
		},
	});
}

/** The kept file at a path; a folder's page also answers without the slash at the end. */
async function keptAt(path: string): Promise<Response | undefined> {
	// To open the cache would make it anew after the newer build has taken it away.
	const at = (p: string) => caches.match(new URL(p, scope).href, { cacheName: ours });
	return (await at(path)) ?? (path.endsWith("/") || path.includes(".") ? undefined : at(`${path}/`));
}
