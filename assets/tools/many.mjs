// The explorer's page with more specialties than there are, for whoever tests or measures a long list: every specialty
// again and again, with ids and titles of its own, each beside the one that it repeats.

const DATA = /(<script type="application\/json" id="explorer-data">)(.*?)(<\/script>)/s;
const LIST = /<div data-list>.*?<\/section>\s*<\/div>/s;
const ITEM = /<li class="sp-result" data-id="([^"]*)">.*?<\/li>/gs;

/** Returns the HTML of the explorer's page with so many specialties. */
export function many(html, count) {
	const data = JSON.parse(html.match(DATA)[2]);
	const items = new Map([...html.match(LIST)[0].matchAll(ITEM)].map((found) => [found[1], found]));
	const copies = data.entries.flatMap((entry, place) => {
		const times = share(count, data.entries.length, place);
		return Array.from({ length: times }, (_, turn) => copy(entry, items.get(entry.id), turn));
	});
	const entries = JSON.stringify({ ...data, entries: copies.map(({ entry }) => entry) }).replaceAll("<", "\\u003c");
	const list = `<div data-list><section><ul class="sp-results">${copies.map(({ item }) => item).join("")}</ul></section></div>`;
	return html.replace(DATA, (_, open, _data, close) => open + entries + close).replace(LIST, () => list);
}

/** How often the specialty at a place is there, so that all together are so many. */
function share(count, all, place) {
	return Math.floor((count * (place + 1)) / all) - Math.floor((count * place) / all);
}

function copy(entry, [item, id], turn) {
	if (turn === 0) return { entry, item };
	const title = `${entry.title} ${turn + 1}`;
	return {
		entry: { ...entry, id: `${id}-${turn}`, title },
		item: item.replace(`data-id="${id}"`, `data-id="${id}-${turn}"`).replace(/<\/a>/, ` ${turn + 1}</a>`),
	};
}
