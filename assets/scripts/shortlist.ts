// The button on specialty and career pages that puts the page on the shortlist. What is kept, where and in which form is
// written down in shortlist/store.ts: JSON in sessionStorage under "signpost:shortlist", in the reader's own order.

import { read, toggle } from "./shortlist/store";

const button = document.querySelector<HTMLElement>("[data-shortlist]");
const page = button?.dataset.shortlist;
if (button && page) {
	const label = (on: boolean) => {
		button.textContent = on ? "Take off shortlist" : "Add to shortlist";
	};
	const show = () => label(read().some((item) => item.page === page));
	button.addEventListener("click", () => {
		const on = toggle(page, document.querySelector("h1")?.textContent ?? page);
		label(on);
		const status = button.nextElementSibling;
		if (status) status.textContent = on ? "On your list." : "Not on your list.";
	});
	addEventListener("pageshow", show); // also when the reader comes back to the page
	show();
}
