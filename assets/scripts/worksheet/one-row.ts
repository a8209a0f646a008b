import { button, find, findAll, make } from "./dom";

/** Screens narrower than this show one row of a scale at a time. */
const NARROW = "(max-width: 40em)";

const NOW = "sp-choice--now";
const SINGLE = "sp-choices--single";

/** Shows a scale row by row on a phone, where a dozen rows of buttons would be one long scroll. */
export function oneRowAtATime(root: HTMLElement): void {
	const box = find(root, ".sp-choices");
	const rows = findAll(root, "[data-item]");
	if (!box || rows.length < 2) return;
	const narrow = matchMedia(NARROW);
	let now = 0;
	let all = false;

	const place = make("p", { class: "sp-turn-row__place", "aria-live": "polite" });
	const back = button("Back", () => turn(-1));
	const next = button("Next", () => turn(1));
	const whole = button("Show all", () => {
		all = true;
		settle();
		find(box, "input")?.focus();
	});
	const bar = make("div", { class: "sp-turn-row" }, place, back, next, whole);
	box.after(bar);

	const settle = () => {
		const single = narrow.matches && !all;
		box.classList.toggle(SINGLE, single);
		bar.hidden = !single;
		rows.forEach((row, i) => {
			row.classList.toggle(NOW, i === now);
		});
		place.textContent = `${now + 1} of ${rows.length}`;
		back.hidden = now === 0;
		next.hidden = now === rows.length - 1;
	};

	/** The focus follows, so that the next thing read aloud is the row that has come. */
	const turn = (by: number) => {
		now += by;
		settle();
		const row = rows[now];
		const goal = row && (find(row, "input:checked") ?? find(row, "input"));
		goal?.focus();
	};

	narrow.addEventListener("change", settle);
	settle();
}
