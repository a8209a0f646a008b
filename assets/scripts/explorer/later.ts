/** What waits for the next frame. To call one function in a frame takes less time than to call several. */
let waiting: (() => void)[] = [];

function frame(): void {
	for (const act of waiting) setTimeout(act);
	waiting = [];
}

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
		if (waiting.length === 0) requestAnimationFrame(frame);
		waiting.push(() => {
			if (turn === this.turn) act();
		});
	}
}
