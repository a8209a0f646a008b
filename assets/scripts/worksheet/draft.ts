import { createStore, del, entries, get, set, type UseStore } from "idb-keyval";
import { DATABASE } from "./drafts";
import { Refusal, readSaveFile, type SaveFile, toSaveFile } from "./savefile";
import type { Store } from "./store";

/** Milliseconds between the last key and the moment the draft is written. */
const SETTLE_MS = 400;

/** Milliseconds to wait for another tab to give the draft back. */
const LOCK_WAIT_MS = 1000;

const DAY_MS = 86_400_000;

/** What is written: a save file, and how long it may stay. */
interface Kept {
	readonly file: string;
	readonly days: number;
	readonly until: number;
}

/** A draft found on the device. */
export interface Found {
	readonly file: SaveFile;
	readonly days: number;
	readonly until: Date;
}

/** What a draft tells the page. */
export interface DraftHost {
	/** These answers were written to the device at this time. */
	kept(values: [string, unknown][], at: Date, until: Date): void;
	/** Could not be written: the storage is full or forbidden. */
	failed(): void;
	/** Another tab has taken the draft over; this one writes no more. */
	lost(): void;
}

let opened: UseStore | undefined;

/** The one connection to the database; asking for it makes the database. */
function database(): UseStore {
	opened ??= createStore(DATABASE, "drafts");
	return opened;
}

/** Deletes drafts whose time is over, of whatever worksheet. */
export async function forgetOld(now: number): Promise<void> {
	const all = await entries<string, Kept>(database());
	for (const [key, kept] of all) if (!(kept?.until > now)) await del(key, database());
}

/** The draft of a worksheet on this device, if there is one that can be read. */
export async function findDraft(worksheet: string): Promise<Found | undefined> {
	const kept = await get<Kept>(worksheet, database());
	if (!kept) return undefined;
	try {
		return { file: readSaveFile(kept.file), days: kept.days, until: new Date(kept.until) };
	} catch (error) {
		if (!(error instanceof Refusal)) throw error;
		await deleteDraft(worksheet);
		return undefined;
	}
}

/** Deletes the draft of a worksheet from this device. */
export async function deleteDraft(worksheet: string): Promise<void> {
	await del(worksheet, database());
}

/**
 * Keeps the answers on this device while they change. One tab at a time holds a worksheet's draft, by a lock that the
 * browser gives back when the tab is closed or crashes.
 */
export class Draft {
	private timer: ReturnType<typeof setTimeout> | undefined;
	private writing: Promise<void> = Promise.resolve();
	private release: (() => void) | undefined;
	private stopListening: (() => void) | undefined;

	constructor(
		private readonly store: Store,
		private readonly host: DraftHost,
		public days: number,
	) {}

	/** Takes the lock and begins. Without `force` it gives up when another tab holds the lock, and says so by false. */
	async start(force = false): Promise<boolean> {
		const held = await this.lock(force);
		if (!held) return false;
		this.stopListening = this.store.listen(() => this.soon());
		document.addEventListener("visibilitychange", this.flush);
		window.addEventListener("pagehide", this.flush);
		return true;
	}

	/** Ends without deleting what is written. */
	stop(): void {
		clearTimeout(this.timer);
		this.stopListening?.();
		document.removeEventListener("visibilitychange", this.flush);
		window.removeEventListener("pagehide", this.flush);
		this.release?.();
		this.release = undefined;
	}

	/** Writes now. An empty worksheet leaves nothing on the device. */
	write(): Promise<void> {
		clearTimeout(this.timer);
		this.timer = undefined;
		this.writing = this.writing.then(() => this.put());
		return this.writing;
	}

	private async put(): Promise<void> {
		const { definition } = this.store;
		const now = new Date();
		const until = now.getTime() + this.days * DAY_MS;
		const values = this.store.entries();
		try {
			if (values.length === 0) await deleteDraft(definition.id);
			else {
				const kept: Kept = { file: toSaveFile(definition, values, now), days: this.days, until };
				await set(definition.id, kept, database());
			}
			this.host.kept(values, now, new Date(until));
		} catch {
			this.host.failed();
		}
	}

	private soon(): void {
		clearTimeout(this.timer);
		this.timer = setTimeout(() => void this.write(), SETTLE_MS);
	}

	private readonly flush = () => {
		if (this.timer !== undefined) void this.write();
	};

	/** A tab that has just been closed may hold its lock for a moment longer, so this waits a little for it. */
	private lock(force: boolean): Promise<boolean> {
		const name = `${DATABASE}/${this.store.definition.id}`;
		const options = force ? { steal: true } : { signal: AbortSignal.timeout(LOCK_WAIT_MS) };
		return new Promise((settled) => {
			let held = false;
			const hold = () => {
				held = true;
				settled(true);
				return new Promise<void>((done) => {
					this.release = done;
				});
			};
			navigator.locks.request(name, options, hold).catch(() => {
				settled(false);
				if (!held) return;
				this.release = undefined;
				this.stop();
				this.host.lost();
			});
		});
	}
}
