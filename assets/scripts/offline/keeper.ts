import { cacheOf, FILES, isOurs, type ToPage } from "./shared";

// Scripts stand in a folder right below the site's own address, wherever that is.
const HOME = new URL("../", import.meta.url).href;

/** The site's newest build: its name, how many files and bytes it has. */
export interface About {
	readonly build: string;
	readonly files: number;
	readonly bytes: number;
}

/** What is on this device: nothing, a whole build, or that and a newer whole one that waits to be used. */
export type State = "nothing" | "kept" | "newer";

/** Keeps the site on this device, by means of a service worker that is registered only here and only on a reader's wish. */
export class Keeper {
	/** Whether this browser can keep a site at all. Some cannot in private windows. */
	static get able(): boolean {
		return "serviceWorker" in navigator && "caches" in window;
	}

	/** Asks the site for its newest build. Undefined without a network. */
	static async newest(): Promise<About | undefined> {
		try {
			const { default: about } = (await import(new URL("offline/about.js", HOME).href)) as { default: About };
			return about;
		} catch {
			return undefined;
		}
	}

	async state(): Promise<State> {
		const registration = await this.registration();
		if (registration?.waiting) return "newer";
		return registration?.active && (await this.keeps()) ? "kept" : "nothing";
	}

	/** Takes the newest build whole. Rejects with the reason when that fails; then nothing new is on the device. */
	async keep(progress: (kept: number, of: number) => void): Promise<void> {
		let reason = "";
		const listen = ({ data }: MessageEvent<ToPage>) => {
			if ("failed" in data) reason = data.failed;
			else progress(data.kept, data.of);
		};
		navigator.serviceWorker.addEventListener("message", listen);
		navigator.serviceWorker.startMessages();
		try {
			const before = (await this.registration())?.active;
			const registration = await navigator.serviceWorker.register(workerAddress(), {
				scope: HOME,
				updateViaCache: "none",
			});
			if (before) await registration.update();
			// The first build is used at once; a later one waits until no page of the one before is open.
			await reached(registration.installing, before ? "installed" : "activated");
			if (!(await this.keeps())) throw new Error(reason);
		} catch (error) {
			if ((await this.state()) === "nothing") await this.remove();
			throw new Error(reason || (error instanceof Error ? error.message : ""));
		} finally {
			navigator.serviceWorker.removeEventListener("message", listen);
		}
	}

	/** Uses the newer build that waits. All pages of the site then begin anew. */
	async use(): Promise<void> {
		const waiting = (await this.registration())?.waiting ?? null;
		waiting?.postMessage("use");
		await reached(waiting, "activated");
	}

	/** Takes everything off this device: the worker and every file it kept. */
	async remove(): Promise<void> {
		await (await this.registration())?.unregister();
		for (const name of await caches.keys()) if (isOurs(name, HOME)) await caches.delete(name);
	}

	private async registration(): Promise<ServiceWorkerRegistration | undefined> {
		const registration = await navigator.serviceWorker.getRegistration(HOME);
		return registration?.scope === HOME ? registration : undefined;
	}

	/** Whether a whole build is here: its list is put there last. */
	private async keeps(): Promise<boolean> {
		for (const name of await caches.keys()) {
			if (isOurs(name, HOME) && (await (await caches.open(name)).match(new URL(FILES, HOME).href))) return true;
		}
		return false;
	}
}

/** Whether a build is the one that a cache on this device holds. */
export async function holds(build: string): Promise<boolean> {
	return caches.has(cacheOf(HOME, build));
}

interface TrustedTypes {
	createPolicy(name: string, rules: { createScriptURL(url: string): string }): { createScriptURL(url: string): string };
}

// Pages take no address of a script from a plain string; this is the one script address that is made here.
let address: string | undefined;
function workerAddress(): string {
	const types = (window as unknown as { trustedTypes?: TrustedTypes }).trustedTypes;
	const plain = new URL("sw.js", HOME).href;
	address ??= types?.createPolicy("signpost-offline", { createScriptURL: () => plain }).createScriptURL(plain) ?? plain;
	return address;
}

const ORDER: readonly ServiceWorkerState[] = ["parsed", "installing", "installed", "activating", "activated"];

/** Resolves when a worker has got so far, rejects when it never will. */
function reached(worker: ServiceWorker | null, wanted: ServiceWorkerState): Promise<void> {
	const there = () => worker === null || ORDER.indexOf(worker.state) >= ORDER.indexOf(wanted);
	return new Promise((resolve, reject) => {
		const look = () => {
			if (there()) resolve();
			else if (worker?.state === "redundant") reject(new Error());
		};
		worker?.addEventListener("statechange", look);
		look();
	});
}
