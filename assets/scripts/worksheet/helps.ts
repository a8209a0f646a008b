import type { Question } from "./definition";
import { button, find, findAll, make } from "./dom";
import { oneRowAtATime } from "./one-row";

/** Words from which on a count is shown; below it a number would only get in the way. */
const MIN_COUNTED_WORDS = 50;

/** What a small help tells the page: that a field was changed by it. */
export type Changed = () => void;

/** Small helps under a question: a count of words, a friendly word about "up to three", a way to unchoose. */
export function addHelps(root: HTMLElement, question: Question, changed: Changed): void {
	if (question.type === "long") countWords(root);
	if (question.type === "many" && question.atMost) mindTheLimit(root, question.atMost);
	if (question.type === "one") letUnchoose(root, "Take back this answer", changed);
	if (question.type !== "scale") return;
	oneRowAtATime(root);
	letUnchoose(root, "Take back all of these answers", changed);
}

/** Counts without a target, so it never scolds. It is not announced: whoever listens would hear it at every key. */
function countWords(root: HTMLElement): void {
	const field = find<HTMLTextAreaElement>(root, "textarea");
	if (!field) return;
	const place = make("p", { class: "sp-count sp-quiet", hidden: true });
	field.after(place);
	const count = () => {
		const words = field.value.match(/\S+/g)?.length ?? 0;
		place.hidden = words < MIN_COUNTED_WORDS;
		place.textContent = `${words.toLocaleString("en-GB")} words`;
	};
	field.addEventListener("input", count);
	root.addEventListener("sp-written", count);
}

function mindTheLimit(root: HTMLElement, limit: number): void {
	const place = make("p", { class: "sp-count sp-quiet", role: "status" });
	find(root, "fieldset")?.append(place);
	root.addEventListener("input", () => {
		const chosen = findAll<HTMLInputElement>(root, "input:checked").length;
		place.textContent =
			chosen > limit ? `You have chosen ${chosen}; the question asks for up to ${limit}. More is fine.` : "";
	});
}

/** Browsers let nobody take back a choice among radio buttons, but every answer here may be left out. */
function letUnchoose(root: HTMLElement, words: string, changed: Changed): void {
	const fieldset = find(root, "fieldset");
	const clear = button(
		words,
		() => {
			for (const input of findAll<HTMLInputElement>(root, "input:checked")) input.checked = false;
			changed();
			settle();
			find(root, "input")?.focus();
		},
		{ class: "nhsuk-button nhsuk-button--secondary nhsuk-button--small sp-unchoose" },
	);
	const settle = () => {
		clear.hidden = findAll(root, "input:checked").length === 0;
	};
	fieldset?.append(clear);
	root.addEventListener("input", settle);
	root.addEventListener("sp-written", settle);
	settle();
}
