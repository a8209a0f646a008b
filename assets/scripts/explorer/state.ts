import { type Data, UNKNOWN } from "./data";

/** How much a wish matters. What does not matter has no weight. */
export type Weight = "must" | "like";

export const SORTS = ["", "group", "years", "wishes"] as const;
export type Sort = (typeof SORTS)[number];

/** So many can stand side by side. */
export const MAX_COMPARED = 4;

/** Everything a reader has chosen. It lives in the fragment of the address, which browsers never send. */
export interface State {
	readonly text: string;
	/** Facet id → ids of the chosen values, in the facet's order. Facets without a choice are left out. */
	readonly chosen: Readonly<Record<string, readonly string[]>>;
	readonly sort: Sort;
	readonly weights: Readonly<Record<string, Weight>>;
	readonly compare: readonly string[];
}

export const NOTHING: State = { text: "", chosen: {}, sort: "", weights: {}, compare: [] };

/** Whether a fragment holds a state: a place on the page, like #maincontent, does not. */
export function holdsState(fragment: string): boolean {
	return fragment.replace(/^#/, "") === "" || fragment.includes("=");
}

/** The fragment for a state, without #; "" when nothing is chosen. The same state gives the same fragment. */
export function toFragment(state: State, data: Data): string {
	const parts: string[] = [];
	const add = (name: string, value: string) => {
		if (value) parts.push(`${name}=${value}`);
	};
	add("text", encode(state.text));
	for (const facet of data.facets) add(facet.id, (state.chosen[facet.id] ?? []).join(","));
	add("sort", state.sort);
	for (const weight of ["must", "like"] as const)
		add(
			weight,
			data.wishes
				.filter((wish) => state.weights[wish.id] === weight)
				.map((wish) => wish.id)
				.join(","),
		);
	add("compare", state.compare.join(","));
	return parts.join("&");
}

/** Reads a fragment. What this site does not know, or what nobody could have chosen, is left out. */
export function fromFragment(fragment: string, data: Data): State {
	const given = new Map<string, string>();
	for (const part of fragment.replace(/^#/, "").split("&")) {
		const at = part.indexOf("=");
		if (at > 0) given.set(part.slice(0, at), decode(part.slice(at + 1)));
	}
	const list = (name: string) => (given.get(name) ?? "").split(",");
	const chosen: Record<string, readonly string[]> = {};
	for (const facet of data.facets) {
		const wanted = new Set(list(facet.id));
		const ids = [...facet.values.map((value) => value.id), UNKNOWN].filter((id) => wanted.has(id));
		if (ids.length > 0) chosen[facet.id] = ids;
	}
	const weights: Record<string, Weight> = {};
	for (const weight of ["like", "must"] as const) {
		const wanted = new Set(list(weight));
		for (const wish of data.wishes) if (wanted.has(wish.id)) weights[wish.id] = weight;
	}
	const known = new Set(data.entries.map((entry) => entry.id));
	const compare = [...new Set(list("compare"))].filter((id) => known.has(id)).slice(0, MAX_COMPARED);
	const sort = SORTS.find((name) => name === given.get("sort")) ?? "";
	return { text: given.get("text") ?? "", chosen, sort, weights, compare };
}

/** Sets how much a wish matters. The first must-have puts the list in the order of must-haves, the last one taken away
 * puts it back. */
export function weigh(state: State, wish: string, weight: Weight | ""): State {
	const { [wish]: _, ...rest } = state.weights;
	const weights: Record<string, Weight> = weight ? { ...rest, [wish]: weight } : rest;
	const had = hasMust(state.weights);
	const has = hasMust(weights);
	let sort = state.sort;
	if (has && !had && sort === "") sort = "wishes";
	if (!has && sort === "wishes") sort = "";
	return { ...state, weights, sort };
}

/** Chooses a value of a facet or takes the choice back. */
export function choose(state: State, data: Data, facetID: string, valueID: string, on: boolean): State {
	const facet = data.facets.find((f) => f.id === facetID);
	if (!facet) return state;
	const wanted = new Set(state.chosen[facetID]);
	if (on) wanted.add(valueID);
	else wanted.delete(valueID);
	const { [facetID]: _, ...rest } = state.chosen;
	const ids = [...facet.values.map((value) => value.id), UNKNOWN].filter((id) => wanted.has(id));
	return { ...state, chosen: ids.length > 0 ? { ...rest, [facetID]: ids } : rest };
}

function hasMust(weights: State["weights"]): boolean {
	return Object.values(weights).includes("must");
}

/** Half a character, as a broken paste leaves it, has no place in an address. */
function encode(text: string): string {
	try {
		return encodeURIComponent(text);
	} catch {
		return "";
	}
}

function decode(text: string): string {
	try {
		return decodeURIComponent(text);
	} catch {
		return "";
	}
}
