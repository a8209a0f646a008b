import type { Desk } from "./desk";
import { find } from "./dom";

/** The name of the database on the device. It exists only once somebody has asked for a draft. */
export const DATABASE = "signpost-worksheets";

/**
 * Sets up "keep a draft on this device". Looking for a draft must not make a database, so nothing is opened unless one
 * is there; what keeps drafts is loaded only then, or when the box is ticked.
 */
export function setUpDrafts(desk: Desk): void {
	const box = find(desk.root, "[data-draft]");
	const tick = box && find<HTMLInputElement>(box, "[data-draft-keep]");
	if (!box || !tick || !("locks" in navigator) || !indexedDB?.databases) return;
	box.hidden = false;
	const load = () => import("./drafting");
	tick.addEventListener("change", async () => (await load()).toggle(desk, tick));
	find(box, "[data-draft-days]")?.addEventListener("change", async () => (await load()).changeDays(desk));
	indexedDB
		.databases()
		.then(async (all) => {
			if (all.some((one) => one.name === DATABASE)) await (await load()).welcome(desk, tick);
		})
		.catch(() => undefined); // storage is forbidden here; ticking the box will say so
}
