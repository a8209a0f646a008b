// Prints what a reader has to load, brotli at its best, and fails when it is too much.
//
//   node assets/tools/measure.mjs FOLDER
//
// A reading page may need 14,000 bytes for its HTML, its style sheets, the script that starts it and the modules that
// load with it: what fits into the first packets a server sends. A page that sorts, compares or searches carries
// everything there is to sort, and may need 32,000 bytes. A worksheet may need 15,000 bytes of script before a download
// is asked for. Modules count with all they import at once. Each file is packed by itself, as hosts do.

import { heaviestOfEachKind, weigh } from "./weights.mjs";

const folder = process.argv[2];
if (!folder) {
	console.error("usage: node assets/tools/measure.mjs FOLDER");
	process.exit(2);
}

const rows = weigh(folder);
const over = rows.filter((row) => row.total > row.limit);

print();
for (const row of over)
	console.log(`${row.page} needs ${row.total} bytes, ${row.total - row.limit} over the limit of ${row.limit}`);
console.log(`${rows.length - over.length} pages within their limits, ${over.length} over`);
process.exit(over.length > 0 ? 1 : 0);

function print() {
	const head = ["heaviest page of each kind", "of", "HTML", "CSS", "start", "modules", "counted", "limit"];
	const lines = heaviestOfEachKind(rows).map((r) => [
		r.page,
		r.count,
		kB(r.html),
		kB(r.styles),
		kB(r.start),
		kB(r.modules),
		`${kB(r.total)}${r.purpose === "worksheet" ? " (script)" : ""}`,
		`${kB(r.limit)}${r.total > r.limit ? " over" : ""}`,
	]);
	console.log("kB of 1,000 bytes, brotli 11\n");
	const widths = head.map((_, i) => Math.max(...[head, ...lines].map((line) => String(line[i]).length)));
	for (const line of [head, ...lines]) {
		console.log(
			line.map((cell, i) => (i === 0 ? cell.padEnd(widths[i]) : String(cell).padStart(widths[i]))).join("  "),
		);
	}
	console.log();
}

function kB(bytes) {
	return (bytes / 1000).toFixed(2);
}
