/** One value of a facet: its id, as in addresses, and the words people read. */
export interface Value {
	readonly id: string;
	readonly text: string;
}

/** One thing by which specialties are told apart. */
export interface Facet {
	readonly id: string;
	readonly name: string;
	readonly values: readonly Value[];
}

/** Something that may matter to a reader, with the values of a facet that meet it, whole or in part. */
export interface Wish {
	readonly id: string;
	readonly text: string;
	readonly facet: string;
	readonly met: readonly string[];
	readonly partly?: readonly string[];
}

/** One specialty. Of each facet it has the place of its value in the facet's list, -1 where it is not known. */
export interface Entry {
	readonly id: string;
	readonly title: string;
	readonly values: readonly number[];
	readonly years?: number;
	readonly find?: string;
}

/** The sentences that come from content/explorer.yaml. */
export interface Words {
	readonly unknown: string;
	readonly must: string;
	readonly like: string;
	readonly meets: string;
	readonly partly: string;
	readonly misses: string;
	readonly cannotSay: string;
	readonly noneBroken: string;
	readonly oneBroken: string;
	readonly manyBroken: string;
	readonly order: string;
}

/** What internal/explorer writes into the page. */
export interface Data {
	readonly facets: readonly Facet[];
	readonly wishes: readonly Wish[];
	readonly words: Words;
	readonly entries: readonly Entry[];
}

/** The id that stands for a value that is not known, in addresses and on checkboxes. */
export const UNKNOWN = "unknown";

/** The place of an entry's value in the facet's list, with one more place at the end for what is not known. */
export function slotOf(facet: Facet, value: number | undefined): number {
	return value === undefined || value < 0 ? facet.values.length : value;
}

/** The id of a slot. */
export function idOf(facet: Facet, slot: number): string {
	return facet.values[slot]?.id ?? UNKNOWN;
}

/** The words of an entry's value of a facet. */
export function textOf(facet: Facet, value: number | undefined, words: Words): string {
	return facet.values[value ?? -1]?.text ?? words.unknown;
}
