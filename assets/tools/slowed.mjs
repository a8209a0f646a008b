// What the measurements of speed share: a slowed processor, and figures in a row.

import { cpus, loadavg } from "node:os";

/** So many times slower than this machine: about a phone of little money. */
export const SLOWED = 4;

/** Slows the processor down for a page. */
export async function slow(page) {
	const debuggers = await page.context().newCDPSession(page);
	await debuggers.send("Emulation.setCPUThrottlingRate", { rate: SLOWED });
}

/** Says how busy the machine is, without which no figure means anything. */
export function machine() {
	return `${cpus().length} processors, load ${loadavg()[0].toFixed(1)}: no limits, machines differ`;
}

/** The time below which a share of all times lies. */
export function at(times, share) {
	const sorted = times.toSorted((a, b) => a - b);
	return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
}
