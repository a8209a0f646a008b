import type { Answers } from "./answers";
import { type Definition, type Question, questionsOf } from "./definition";
import { compose, type Sheet } from "./document";

/** Somebody a copy may be made for, with the sections that were ticked for them. */
export interface Audience {
	readonly id: string;
	readonly text: string;
	readonly sections: readonly string[];
}

/** The question that asks what may be shared, if the worksheet has one. */
export function shareQuestion(definition: Definition): Question | undefined {
	return questionsOf(definition).find((question) => question.type === "share");
}

/** The people the worksheet names, each with what was ticked for them: nothing, unless somebody ticked it. */
export function audiencesOf(definition: Definition, answers: Answers): Audience[] {
	const question = shareQuestion(definition);
	if (!question) return [];
	const ticked = answers.get(question.id) as Record<string, readonly string[]> | undefined;
	return (question.audiences ?? []).map(({ id, text }) => ({ id, text, sections: ticked?.[id] ?? [] }));
}

/** Whether a question can be in a copy at all: it has an answer, and is not the one that says who may see what. */
export function shareable(question: Question, answers: Answers): boolean {
	return question.type !== "share" && answers.has(question.id);
}

/** The questions that start out ticked for somebody: answered ones of the ticked sections, never a sensitive one. */
export function preset(definition: Definition, answers: Answers, audience: Audience): Set<string> {
	return new Set(
		definition.sections
			.filter((section) => audience.sections.includes(section.id))
			.flatMap((section) => section.questions)
			.filter((question) => shareable(question, answers) && !question.sensitive)
			.map((question) => question.id),
	);
}

/** The answers of a copy: the chosen ones and no other. Everything a copy holds is made from this. */
export function onlyChosen(definition: Definition, answers: Answers, chosen: ReadonlySet<string>): Answers {
	const kept = questionsOf(definition).filter((q) => chosen.has(q.id) && shareable(q, answers));
	return new Map(kept.map((q) => [q.id, answers.get(q.id) ?? ""]));
}

/** The document of a copy. */
export function copySheet(definition: Definition, chosen: Answers, audience: Audience | undefined, day: Date): Sheet {
	const consent = shareQuestion(definition)?.consent;
	const about = [...(audience ? [`Shared copy: ${audience.text}`] : ["Shared copy"]), ...(consent ? [consent] : [])];
	return compose(definition, chosen, { day, about });
}
