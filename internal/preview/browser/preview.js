// @ts-check
// The preview's side in the browser. A page may connect to nothing, in the preview as when published, so news come as
// modules: the page imports news.js, and the server answers when there is another build.

/** @typedef {{place: string, message: string, notes: string[] | null, line: number, before: string, marked: string, after: string}} Mistake */
/** @typedef {{build: string, page: string, mistakes: Mistake[], stale: boolean, pauseMs: number}} News */

const MAX_SHOWN = 20;
const RETRY_MS = 1000;
const MAX_RETRY_MS = 10_000;
const SCROLL_KEY = "preview-scroll";

const tag = /** @type {HTMLElement} */ (document.querySelector("script[data-page]"));
const loaded = tag.dataset.page ?? "";
const broken = document.body.classList.contains("preview-broken");

// -- what stands over the page

/**
 * @param {string} name
 * @param {string} className
 * @param {string} [text]
 */
function make(name, className, text = "") {
	const element = document.createElement(name);
	element.className = className;
	element.textContent = text;
	return element;
}

/**
 * @param {string} text
 * @param {() => void} onClick
 */
function button(text, onClick) {
	const element = /** @type {HTMLButtonElement} */ (make("button", "preview-button", text));
	element.type = "button";
	element.addEventListener("click", onClick);
	return element;
}

const panel = make("div", "preview-panel");
panel.setAttribute("role", "alert");
panel.hidden = true;
const bar = make("div", "preview-bar");
bar.setAttribute("role", "status");
bar.hidden = true;
document.body.append(panel, bar);

/** @type {Mistake[]} */
let mistakes = [];
let stale = false;
let closed = false; // the author has put the mistakes away
let outdated = false; // the page has changed and must not be reloaded unasked
let stopped = false;

function draw() {
	panel.hidden = broken || closed || mistakes.length === 0;
	panel.replaceChildren();
	if (!panel.hidden) fillPanel();
	drawBar();
}

function fillPanel() {
	const many = mistakes.length === 1 ? "1 mistake to mend" : `${mistakes.length} mistakes to mend`;
	const title = make("p", "preview-title", stale ? `${many}. Until then this is the last good version.` : many);
	const list = make("ol", "preview-mistakes");
	list.append(...mistakes.slice(0, MAX_SHOWN).map(describe));
	panel.append(button("Close", close), title, list);
	const more = mistakes.length - MAX_SHOWN;
	if (more > 0) panel.append(make("p", "preview-note", `And ${more} more: the terminal shows them all.`));
}

/** @param {Mistake} mistake */
function describe(mistake) {
	const item = make("li", "");
	if (mistake.place) item.append(make("p", "preview-place", mistake.place));
	item.append(make("p", "preview-message", mistake.message));
	if (mistake.line > 0) {
		const line = make("pre", "preview-line");
		const code = make("code", "");
		code.append(mistake.before, make("mark", "", mistake.marked), mistake.after);
		line.append(make("span", "preview-number", String(mistake.line)), code);
		item.append(line);
	}
	item.append(...(mistake.notes ?? []).map((note) => make("p", "preview-note", note)));
	return item;
}

function drawBar() {
	/** @type {Node[]} */
	let content = [];
	if (stopped) {
		content = [make("p", "", "The preview has stopped. This page is as it was then; start it again with: signpost serve")];
	} else if (outdated) {
		content = [make("p", "", "This page has changed. Reloading it may lose what you typed."), button("Reload", reload)];
	} else if (closed && mistakes.length > 0) {
		content = [make("p", "", "This is not the newest version: there are mistakes to mend."), button("Show", open)];
	}
	bar.hidden = content.length === 0;
	bar.replaceChildren(...content);
}

function close() {
	closed = true;
	draw();
}

function open() {
	closed = false;
	draw();
}

document.addEventListener("keydown", (event) => {
	if (event.key === "Escape" && !panel.hidden) close();
});

// -- what must not be lost

const worksheet = document.querySelector("[data-module=worksheet]");
let touched = false;
for (const type of ["input", "change", "drop", "click"]) {
	worksheet?.addEventListener(type, (event) => {
		const target = event.target instanceof Element ? event.target : undefined;
		// Buttons between sections change no answer; buttons in the form add rows and move cards.
		if (type !== "click" || target?.closest("form button:not([data-next], [data-previous])")) touched = true;
	});
}

/** Says whether there may be answers on the page. */
function answered() {
	return touched || [...(worksheet?.querySelectorAll("input, textarea, select") ?? [])].some(differs);
}

/** @param {Element} field */
function differs(field) {
	if (field instanceof HTMLSelectElement) {
		// Without a choice in the markup, browsers choose the first.
		const first = [...field.options].findIndex((option) => option.defaultSelected);
		return field.selectedIndex !== Math.max(first, 0);
	}
	if (field instanceof HTMLTextAreaElement) return field.value !== field.defaultValue;
	if (!(field instanceof HTMLInputElement)) return false;
	if (field.type === "checkbox" || field.type === "radio") return field.checked !== field.defaultChecked;
	return field.value !== field.defaultValue;
}

function reload() {
	try {
		sessionStorage.setItem(SCROLL_KEY, JSON.stringify([location.pathname, scrollX, scrollY]));
	} catch {
		// Without storage the page begins at its top.
	}
	location.reload();
}

function restoreScroll() {
	try {
		const [path, x, y] = JSON.parse(sessionStorage.getItem(SCROLL_KEY) ?? "[]");
		sessionStorage.removeItem(SCROLL_KEY);
		if (path === location.pathname) scrollTo({ left: x, top: y, behavior: "instant" });
	} catch {
		// As above.
	}
}

// -- news

/** @param {News} news */
function take(news) {
	stopped = false;
	if (news.page !== loaded && !outdated) {
		if (!answered()) {
			reload();
			return;
		}
		outdated = true;
	} else if (news.page === loaded) {
		outdated = false; // what was changed was changed back
	}
	if (JSON.stringify(news.mistakes) !== JSON.stringify(mistakes) || stale !== news.stale) {
		closed = false;
		mistakes = news.mistakes;
		stale = news.stale;
	}
	draw();
}

/** @param {number} ms */
const pause = (ms) => new Promise((done) => setTimeout(done, ms));

/** Hidden pages ask nothing: a browser opens few connections to one place. */
async function visible() {
	while (document.hidden) {
		await new Promise((done) => document.addEventListener("visibilitychange", done, { once: true }));
	}
}

async function listen() {
	let since = "";
	let failures = 0;
	for (let turn = 1; ; turn++) {
		await visible();
		// A module of one name is loaded once, so each turn has its own.
		const query = new URLSearchParams({ since, at: location.pathname, turn: String(turn) });
		try {
			/** @type {{default: News}} */
			const { default: news } = await import(`/_preview/news.js?${query}`);
			failures = 0;
			since = news.build;
			take(news);
			await pause(news.pauseMs);
		} catch {
			failures++;
			if (failures > 1 && !stopped) {
				stopped = true;
				draw();
			}
			await pause(Math.min(RETRY_MS * failures, MAX_RETRY_MS));
		}
	}
}

/** Asking begins when all is loaded: a request under way before would keep the page loading. */
function begin() {
	restoreScroll();
	void listen();
}

if (document.readyState === "complete") begin();
else addEventListener("load", begin, { once: true });
