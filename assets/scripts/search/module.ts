/** What internal/search writes: everything that is searched, and what results show. */
export interface SearchModule {
	readonly version: 1;
	/** Words that are left out of the index. */
	readonly stop: readonly string[];
	/** For each concept its phrases, as folded words joined by spaces. */
	readonly concepts: readonly (readonly string[])[];
	readonly fields: readonly string[];
	readonly pages: readonly SearchPage[];
	/** How many different words each field of each page has. */
	readonly lengths: readonly (readonly number[])[];
	readonly averages: readonly number[];
	/** One term a line, with its postings. */
	readonly terms: string;
}

/** A page that can be found. */
export interface SearchPage {
	readonly title: string;
	/** What the page is, in a word or two: "Specialty". */
	readonly kind: string;
	/** Its address below the site's own: "specialties/cardiology/". */
	readonly path: string;
	readonly summary: string;
	/** Its text: id of the place on the page ("" for its top), heading, lines. */
	readonly sections: readonly (readonly [id: string, heading: string, text: string])[];
}

type Postings = Record<string, Record<string, number>>;

/** The index in the form that MiniSearch writes and loads (serializationVersion 2). */
export function asMiniSearch(from: SearchModule): Record<string, unknown> {
	const numbers = from.lengths.map((_, i) => i);
	return {
		documentCount: numbers.length,
		nextId: numbers.length,
		documentIds: Object.fromEntries(numbers.entries()),
		fieldIds: Object.fromEntries(from.fields.map((name, i) => [name, i])),
		fieldLength: Object.fromEntries(from.lengths.entries()),
		averageFieldLength: [...from.averages],
		storedFields: {},
		dirtCount: 0,
		index: from.terms === "" ? [] : from.terms.split("\n").map(entry),
		serializationVersion: 2,
	};
}

/** Reads a line such as "heart 4:17,3*2;3:17": field 4 has it once in page 17 and twice in page 20 (17 + 3). */
function entry(line: string): [term: string, postings: Postings] {
	const space = line.indexOf(" ");
	const postings: Postings = {};
	for (const field of line.slice(space + 1).split(";")) {
		const colon = field.indexOf(":");
		const documents: Record<string, number> = {};
		let document = 0;
		for (const posting of field.slice(colon + 1).split(",")) {
			const [step, times] = posting.split("*");
			document += Number(step);
			documents[document] = Number(times ?? 1);
		}
		postings[field.slice(0, colon)] = documents;
	}
	return [line.slice(0, space), postings];
}
