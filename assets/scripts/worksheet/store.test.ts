import { describe, expect, it, vi } from "vitest";
import { Store } from "./store";
import { allTypes, answered } from "./testing";

describe("Store", () => {
	it("tells listeners which answer changed, and only when one did", () => {
		const store = new Store(allTypes());
		const listener = vi.fn();
		const stop = store.listen(listener);
		expect(store.set("grade", "ST4")).toBe(true);
		expect(store.set("grade", "ST4")).toBe(false);
		expect(store.set("no-such-question", "x")).toBe(false);
		expect(listener.mock.calls).toEqual([["grade"]]);
		stop();
		store.set("grade", "");
		expect(listener).toHaveBeenCalledTimes(1);
		expect(store.answers.size).toBe(0);
	});

	it("knows whether there are answers that exist nowhere else", () => {
		const store = new Store(allTypes());
		expect(store.unsaved).toBe(false);
		store.set("grade", "ST4");
		expect(store.unsaved).toBe(true);
		store.markKept();
		expect(store.unsaved).toBe(false);
		store.set("grade", "ST5");
		expect(store.unsaved).toBe(true);
		store.set("grade", "ST4");
		expect(store.unsaved).toBe(false);
	});

	it("gives back what was put in, in the worksheet's order", () => {
		const store = new Store(allTypes());
		store.replace([...answered].reverse());
		expect(store.entries()).toEqual(answered);
	});

	it("keeps answers to questions that are gone", () => {
		const store = new Store(allTypes());
		store.replace([
			["old-question", "an old answer"],
			["grade", "ST4"],
		]);
		expect([...store.answers.keys()]).toEqual(["grade"]);
		expect([...store.gone]).toEqual([["old-question", "an old answer"]]);
		expect(store.entries()).toEqual([
			["grade", "ST4"],
			["old-question", "an old answer"],
		]);
	});
});
