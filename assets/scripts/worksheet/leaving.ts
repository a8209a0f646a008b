import { find } from "./dom";
import type { Store } from "./store";

/** Warns before answers are lost, and says at the top of the page where they are. */
export function guardLeaving(root: HTMLElement, store: Store): void {
	const status = find(root, "[data-status]");
	const tell = () => {
		if (!status) return;
		const unsaved = store.unsaved;
		status.hidden = store.answers.size === 0;
		status.textContent = unsaved
			? "Your answers are only in this tab. Before you close it, take a copy in the last section."
			: "You have a copy of these answers.";
	};
	store.listen(tell);
	window.addEventListener("beforeunload", (event) => {
		if (store.unsaved) event.preventDefault();
	});
}
