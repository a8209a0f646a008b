import { Later } from "./later";

/**
 * The fragment of the page's address. It is written after the change has been drawn, because browsers take longer over
 * it than over the change; each change is a step back of its own all the same.
 */
export class Address {
	private waiting: (() => void) | undefined;
	private readonly later = new Later();

	constructor() {
		addEventListener("pagehide", () => this.flush());
	}

	/** Writes a fragment, without #. What replaces the last one is no step of its own: letter after letter, say. */
	write(fragment: () => string, replace: boolean): void {
		this.flush();
		this.waiting = () => {
			const hash = fragment();
			const address = location.pathname + location.search + (hash && `#${hash}`);
			history[replace ? "replaceState" : "pushState"](null, "", address);
		};
		this.later.run(() => this.flush());
	}

	/** Calls the listener when the reader goes back or forth; what was not yet written then is not wanted any more. */
	listen(listener: () => void): void {
		addEventListener("popstate", () => {
			this.waiting = undefined;
			listener();
		});
	}

	private flush(): void {
		const write = this.waiting;
		this.waiting = undefined;
		write?.();
	}
}
