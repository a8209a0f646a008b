import { holds, Keeper } from "./offline/keeper";
import { button, find, make } from "./worksheet/dom";

// Written out, because the style sheet keeps what its own pages name.
const PRIMARY = { class: "nhsuk-button" };
const SECONDARY = { class: "nhsuk-button nhsuk-button--secondary" };

/** The page about offline reading: says what is on this device, and does what its reader wants. */
class Page {
	private readonly keeper = new Keeper();

	constructor(
		private readonly state: HTMLElement,
		private readonly buttons: HTMLElement,
		private readonly said: HTMLElement,
		private readonly bar: HTMLProgressElement,
	) {}

	/** Shows what is on this device now. */
	async show(): Promise<void> {
		if (!Keeper.able) {
			this.print("This browser cannot keep a site. Some browsers cannot in a private window.");
			return;
		}
		const [state, newest] = await Promise.all([this.keeper.state(), Keeper.newest()]);
		if (state === "nothing") {
			const size = newest ? `It takes ${megabytes(newest.bytes)} in ${newest.files} files on this device. ` : "";
			this.print(
				`The site is not kept on this device. ${size}Nothing is kept until you press the button.`,
				this.keepButton(),
			);
			return;
		}
		if (state === "newer") {
			this.print(
				"The site is kept on this device, and a newer version is ready.",
				this.useButton(),
				this.removeButton(),
			);
			return;
		}
		const old = newest && !(await holds(newest.build));
		const size = newest ? `, in ${megabytes(newest.bytes)}` : "";
		this.print(
			old
				? "The site is kept on this device. There is a newer version."
				: `The site is kept on this device${size}. You can read it without a network.`,
			...(old ? [this.keepButton("Get the newer version")] : []),
			this.removeButton(),
		);
	}

	private keepButton(words = "Keep this site for offline reading"): HTMLElement {
		return button(words, () => void this.keep(), PRIMARY);
	}

	private useButton(): HTMLElement {
		return button("Use the newer version", () => void this.use(), PRIMARY);
	}

	private removeButton(): HTMLElement {
		return button("Remove it from this device", () => void this.remove(), SECONDARY);
	}

	private async keep(): Promise<void> {
		this.print("The site is being kept on this device. You can go on reading; please leave this page open.");
		this.bar.hidden = false;
		this.say("Keeping the site.");
		try {
			await this.keeper.keep((kept, of) => {
				this.bar.max = of;
				this.bar.value = kept;
			});
			await this.end("Done. The whole site is on this device.");
		} catch (error) {
			const why = error instanceof Error && error.message ? ` The reason: ${error.message}.` : "";
			await this.end(`The site could not be kept.${why} Nothing new was left on this device. Please try again later.`);
		}
	}

	private async use(): Promise<void> {
		await this.keeper.use();
		location.reload();
	}

	private async remove(): Promise<void> {
		await this.keeper.remove();
		await this.end("Removed. Nothing of this site is kept on this device any more.");
	}

	private async end(words: string): Promise<void> {
		this.bar.hidden = true;
		this.bar.removeAttribute("value");
		await this.show();
		this.say(words);
		// The button that was pressed is gone; what it did is read from here.
		this.said.focus();
	}

	private say(words: string): void {
		this.said.textContent = words;
	}

	private print(words: string, ...buttons: HTMLElement[]): void {
		this.state.replaceChildren(make("strong", {}, words));
		this.buttons.replaceChildren(...buttons);
	}
}

/** A size in words: "4.7 MB". */
function megabytes(bytes: number): string {
	return `${new Intl.NumberFormat("en-GB", { maximumFractionDigits: 1, minimumFractionDigits: 1 }).format(bytes / 1e6)} MB`;
}

const root = find(document, "[data-offline]");
const parts = ["state", "buttons", "said"].map((name) => root && find(root, `[data-${name}]`));
const bar = root && find<HTMLProgressElement>(root, "progress");
const [state, buttons, said] = parts;
if (root && state && buttons && said && bar) {
	root.hidden = false;
	void new Page(state, buttons, said, bar).show();
}
