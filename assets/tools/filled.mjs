// A save file as somebody leaves it who has answered every question of a worksheet.

const SENTENCE = "I like the days on which I see the same people again, and can think before I act. ";

/** Long texts have some sixty words, tables three rows, and every card is sorted. */
export function filled(definition) {
	const sections = definition.sections.map((section) => section.id);
	const questions = definition.sections.flatMap((section) => section.questions);
	return {
		format: definition.format,
		version: definition.version,
		worksheet: definition.id,
		revision: definition.revision,
		answers: Object.fromEntries(questions.map((question) => [question.id, answerTo(question, sections)])),
	};
}

function answerTo(question, sections) {
	const ids = (question.items ?? []).map((item) => item.id);
	switch (question.type) {
		case "short":
			return "A registrar in Caerdydd";
		case "long":
			return SENTENCE.repeat(4).trim();
		case "date":
			return "2026-12-05";
		case "one":
			return ids[0];
		case "many":
			return ids;
		case "rank":
			return ids.slice(0, question.atMost ?? ids.length);
		case "scale":
		case "sort":
			return Object.fromEntries(ids.map((id, i) => [id, question.points[i % question.points.length].id]));
		case "share":
			return Object.fromEntries(question.audiences.map((audience) => [audience.id, sections]));
		case "table":
			return [1, 2, 3].map((n) => Object.fromEntries(question.columns.map((column) => [column.id, cell(column, n)])));
	}
	throw new Error(`a type of question that nobody taught this file: ${question.type}`);
}

function cell(column, n) {
	if (column.type === "date") return `2026-12-0${n}`;
	if (column.type === "one") return column.options[n % column.options.length].id;
	return column.type === "long" ? SENTENCE.trim() : `Choice ${n}`;
}
