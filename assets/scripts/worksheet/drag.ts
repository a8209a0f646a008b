import { draggable, dropTargetForElements } from "@atlaskit/pragmatic-drag-and-drop/element/adapter";
import { find } from "./dom";

const HELD = "sp-card--held";
const OVER = "sp-pile--over";

/** Lets cards be dragged to piles. */
export function dragCards(
	cards: readonly HTMLElement[],
	piles: readonly HTMLElement[],
	moved: (card: string, pile: string) => void,
): void {
	for (const card of cards) hold(card);
	for (const pile of piles) {
		const area = pile.parentElement ?? pile;
		dropTargetForElements({
			element: area,
			canDrop: ({ source }) => cards.includes(source.element),
			onDragEnter: () => area.classList.add(OVER),
			onDragLeave: () => area.classList.remove(OVER),
			onDrop: ({ source }) => {
				area.classList.remove(OVER);
				moved(source.element.dataset.card ?? "", pile.dataset.pile ?? "");
			},
		});
	}
}

/**
 * Lets rows be dragged into, within and out of an order. The row that is dropped goes before the one under the pointer,
 * or after it in its lower half; null is the end of the order, undefined is out of it.
 */
export function dragRows(
	rows: readonly HTMLElement[],
	order: HTMLElement,
	rest: HTMLElement,
	moved: (id: string, before: string | undefined | null) => void,
): void {
	for (const row of rows) hold(row);
	for (const list of [order, rest]) {
		const area = list.parentElement ?? list;
		dropTargetForElements({
			element: area,
			canDrop: ({ source }) => rows.includes(source.element),
			onDragEnter: () => area.classList.add(OVER),
			onDragLeave: () => area.classList.remove(OVER),
			onDrop: ({ source, location }) => {
				area.classList.remove(OVER);
				const id = source.element.dataset.card ?? "";
				moved(id, list === rest ? undefined : before(order, source.element, location.current.input.clientY));
			},
		});
	}
}

function before(order: HTMLElement, dragged: HTMLElement, y: number): string | null {
	for (const row of order.children) {
		if (row === dragged || !(row instanceof HTMLElement)) continue;
		const box = row.getBoundingClientRect();
		if (y < box.top + box.height / 2) return row.dataset.card ?? null;
	}
	return null;
}

/** A button cannot be dragged in every browser, so the card is; its button keeps working. */
function hold(card: HTMLElement): void {
	draggable({
		element: card,
		onDragStart: () => card.classList.add(HELD),
		onDrop: () => card.classList.remove(HELD),
	});
	find(card, ".sp-card__name")?.setAttribute("draggable", "false");
}
