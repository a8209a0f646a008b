/**
 * Does something once what has changed is on the screen: in a task of its own after the next frame. A click or a letter
 * then costs only what the reader sees at once.
 */
export class Later {
	private turn = 0;

	/** Calls act after the next frame, instead of what was to be called. */
	run(act: () => void): void {
		this.turn += 1;
		const { turn } = this;
		requestAnimationFrame(() =>
			setTimeout(() => {
				if (turn === this.turn) act();
			}),
		);
	}

	/** Takes back what was to be called. */
	cancel(): void {
		this.turn += 1;
	}
}
