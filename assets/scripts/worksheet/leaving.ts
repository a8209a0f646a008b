import { find, make } from "./dom";
import type { Store } from "./store";

/** Says at the top of the page where the answers are, and warns before they are lost. */
export function guardLeaving(root: HTMLElement, store: Store): void {
	const status = find(root, "[data-status]");
	let said = "";
	const tell = () => {
		if (!status) return;
		status.hidden = store.answers.size === 0 && !store.drafting;
		const words = where(store);
		if (words === said) return;
		said = words;
		status.replaceChildren(words, " ", make("a", { href: "#your-copy" }, "Keep or download them"));
	};
	store.listen(tell);
	store.listenKept(tell);
	window.addEventListener("beforeunload", (event) => {
		if (store.unsaved && !store.drafting) event.preventDefault();
	});
}

function where(store: Store): string {
	if (!store.unsaved && store.keptWords !== "") return store.keptWords;
	if (store.drafting) return "Keeping the draft…";
	return "Your answers are only in this tab.";
}
