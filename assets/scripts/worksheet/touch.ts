/**
 * Runs something when a pointer first comes near. Dragging is only for pointers, so what it needs is loaded then and
 * not with the page; a failure leaves the buttons, which do the same.
 */
export function onFirstTouch(element: HTMLElement, act: () => Promise<void>): void {
	element.addEventListener("pointerover", () => void act().catch(() => undefined), { once: true });
}
