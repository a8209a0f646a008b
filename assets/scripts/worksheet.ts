import type { Definition } from "./worksheet/definition";
import { setUpDesk } from "./worksheet/desk";
import { find } from "./worksheet/dom";
import { setUpDrafts } from "./worksheet/drafts";
import { guardLeaving } from "./worksheet/leaving";
import { Fields } from "./worksheet/page";
import { printInFull } from "./worksheet/printing";
import { Steps } from "./worksheet/steps";
import { Store } from "./worksheet/store";

/** Brings a worksheet to life: answers in memory, one section at a time, copies to take away. Nothing is ever sent. */
function start(root: HTMLElement, definition: Definition): void {
	const store = new Store(definition);
	new Fields(root, store);
	new Steps(root, store);
	setUpDrafts(setUpDesk(root, store));
	guardLeaving(root, store);
	printInFull(root);
	void bringShortlist(root, store);
}

/** Loads what offers the shortlist only where there is one; its form is written down in shortlist/store.ts. */
async function bringShortlist(root: HTMLElement, store: Store): Promise<void> {
	try {
		if (!sessionStorage.getItem("signpost:shortlist")) return;
	} catch {
		return; // storage is switched off, so there is no shortlist
	}
	(await import("./shortlist/options")).offerShortlist(root, store);
}

const root = find(document, '[data-module="worksheet"]');
const definition = document.getElementById("worksheet-definition")?.textContent;
if (root && definition) start(root, JSON.parse(definition) as Definition);
