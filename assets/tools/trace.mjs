// Reads from a browser's trace what changes of a page cost: from the event that a key, a click or the way back sends to
// the frame that shows what came of it.

/** What the browser has to write down for this. */
export const CATEGORIES = ["devtools.timeline", "blink.user_timing"];

/** The name of the mark that a page sets before each change. */
export const MARK = "signpost-change";

const SENT = ["input", "change", "click", "popstate"];
const STYLE_AND_LAYOUT = ["UpdateLayoutTree", "Layout"];
const SCRIPT = ["EventDispatch", "FunctionCall", "EvaluateScript", "FireAnimationFrame", "TimerFire", "RunMicrotasks"];
const MS = 1000; // a trace counts microseconds

/**
 * Returns for each mark, in milliseconds: sum (script, style and layout, what lies in another counted once), busy (the
 * same in the time of the page's thread, in which other programs do not count), styleAndLayout, frame (everything the
 * thread did until the frame was painted) and paint (until then, with waiting).
 */
export function changesIn(trace) {
	const { traceEvents } = JSON.parse(trace);
	const marks = traceEvents.filter((event) => event.name === MARK);
	const [{ pid, tid }] = marks;
	const all = traceEvents
		.filter((event) => event.ph === "X" && event.pid === pid && event.tid === tid)
		.map(({ name, ts, dur = 0, tts, tdur = 0, args }) => ({
			...{ name, type: args?.data?.type, from: ts, to: ts + dur },
			busy: { from: tts, to: tts + tdur },
		}))
		.sort((a, b) => a.from - b.from || b.to - a.to);
	return marks.map(({ ts }, i) => change(all, ts, marks[i + 1]?.ts ?? Number.POSITIVE_INFINITY));
}

function change(all, from, to) {
	const ours = all.filter((event) => event.from >= from && event.from < to);
	const sent = ours.find((event) => event.name === "EventDispatch" && SENT.includes(event.type));
	if (!sent) throw new Error("a change sent no event");
	const outermost = ours.find((event) => event.name === "EventDispatch" && event.to >= sent.to);
	const frame = ours.find((event) => event.name === "Layerize" && event.from >= sent.to);
	if (!frame) throw new Error("a change was never drawn");
	const within = ours.filter((event) => event.from >= outermost.from && event.from < frame.to);
	const time = (...names) => covered(within.filter(({ name }) => names.includes(name)));
	const sum = time(...SCRIPT, ...STYLE_AND_LAYOUT);
	const styleAndLayout = time(...STYLE_AND_LAYOUT);
	return {
		script: sum - styleAndLayout,
		styleAndLayout,
		sum,
		busy: covered(
			within.filter(({ name }) => [...SCRIPT, ...STYLE_AND_LAYOUT].includes(name)).map((event) => event.busy),
		),
		frame: covered(within),
		paint: (frame.to - outermost.from) / MS,
	};
}

/** How long at least one of the events lasted. */
function covered(events) {
	let end = 0;
	let sum = 0;
	for (const { from, to } of events) {
		sum += Math.max(0, to - Math.max(from, end));
		end = Math.max(end, to);
	}
	return sum / MS;
}
