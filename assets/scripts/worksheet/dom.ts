type Child = Node | string | false | undefined;
type Attributes = Readonly<Record<string, string | boolean | undefined>>;

/**
 * Makes an element from safe parts: attributes by name and children as text or elements. Words never pass through a
 * parser of HTML, so no answer can become markup.
 */
export function make<K extends keyof HTMLElementTagNameMap>(
	name: K,
	attributes: Attributes = {},
	...children: Child[]
): HTMLElementTagNameMap[K] {
	const element = document.createElement(name);
	for (const [key, value] of Object.entries(attributes)) {
		if (value === true) element.setAttribute(key, "");
		else if (value !== false && value !== undefined) element.setAttribute(key, value);
	}
	element.append(...children.filter((c): c is Node | string => !!c));
	return element;
}

/** Makes a button that submits nothing. */
export function button(words: string, onClick: () => void, attributes: Attributes = {}): HTMLButtonElement {
	const made = make(
		"button",
		{
			type: "button",
			class: "nhsuk-button nhsuk-button--secondary nhsuk-button--small",
			...attributes,
		},
		words,
	);
	made.addEventListener("click", onClick);
	return made;
}

/** The first element that fits, or undefined. */
export function find<T extends HTMLElement = HTMLElement>(root: ParentNode, selector: string): T | undefined {
	return root.querySelector<T>(selector) ?? undefined;
}

/** All elements that fit. */
export function findAll<T extends HTMLElement = HTMLElement>(root: ParentNode, selector: string): T[] {
	return [...root.querySelectorAll<T>(selector)];
}

/** Calls the listener when the element that fits is clicked. A layout without that element simply has no such button. */
export function onClick(root: ParentNode, selector: string, listener: (element: HTMLElement) => void): void {
	for (const element of findAll(root, selector)) element.addEventListener("click", () => listener(element));
}

/** Milliseconds after which nobody waits for a paint any more: a page in the background is never painted. */
const UNPAINTED_MS = 250;

/** Resolves when the page has had time to show what was last told; work that keeps it busy begins after that. */
export function painted(): Promise<void> {
	return new Promise((done) => {
		requestAnimationFrame(() => setTimeout(done));
		setTimeout(done, UNPAINTED_MS);
	});
}
