// Brings other people's code into the repository, so that the site builds with Go alone.
//
//   node assets/tools/vendor.mjs          writes assets/vendor and its manifest
//   node assets/tools/vendor.mjs --check  says whether any of it was edited or is out of date

import { createHash } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { imports } from "./imports.mjs";

const ROOT = fileURLToPath(new URL("../..", import.meta.url)).replace(/[\\/]$/, "");
const ASSETS = path.join(ROOT, "assets");
const MANIFEST = path.join(ASSETS, "vendor", "vendor.json");

// What a change of makes the vendored files out of date, as paths below assets/.
const INPUTS = ["fonts.mjs", "imports.mjs", "modules.mjs", "no-brotli.mjs", "packages.mjs", "stylesheet.mjs"]
	.map((file) => `tools/${file}`)
	.concat("styles/nhsuk.scss");

const sha256 = (bytes) => createHash("sha256").update(bytes).digest("hex");
const readText = (file) => readFileSync(file, "utf8").replaceAll("\r\n", "\n");
const versionOf = (name) => JSON.parse(readText(path.join(ROOT, "node_modules", name, "package.json")));

if (process.argv.includes("--check")) check();
else await write();

async function write() {
	const { packages } = await import("./packages.mjs");
	const { fixtures } = await import("./fixtures.mjs");
	const everything = await packages(ROOT);
	rmSync(path.join(ASSETS, "vendor"), { recursive: true, force: true });
	const manifest = { inputs: INPUTS.map((file) => entry(file)), imports, packages: [] };
	for (const each of everything) {
		const { version, license } = versionOf(each.name);
		const files = Object.entries(each.files).sort(([a], [b]) => (a < b ? -1 : 1));
		for (const [file, content] of files) writeFile(path.join(ASSETS, "vendor", each.folder, file), content);
		manifest.packages.push({
			name: each.name,
			version,
			licence: each.licence ?? license,
			includes: each.includes,
			files: files.map(([file]) => entry(`vendor/${each.folder}/${file}`)),
		});
		console.log(`${each.name} ${version}: ${files.length} files`);
	}
	writeFile(MANIFEST, `${JSON.stringify(manifest, null, 2)}\n`);
	for (const [file, text] of Object.entries(fixtures(ROOT))) writeFile(path.join(ROOT, file), text);
}

function writeFile(file, content) {
	mkdirSync(path.dirname(file), { recursive: true });
	writeFileSync(file, content);
}

// Checksums are of the text with \n line ends, so that a checkout on Windows is not "edited".
function entry(file) {
	return { path: file, sha256: sha256(readText(path.join(ASSETS, file))) };
}

function check() {
	const manifest = JSON.parse(readText(MANIFEST));
	const faults = [...edited(manifest), ...unlisted(manifest), ...stale(manifest)];
	for (const fault of faults) console.error(fault);
	if (faults.length > 0) process.exitCode = 1;
	else console.log(`${manifest.packages.length} vendored packages are as their manifest says`);
}

function edited(manifest) {
	const files = manifest.packages.flatMap((each) => each.files);
	return [
		...files.filter((file) => differs(file)).map((file) => `assets/${file.path}: was edited; run: make vendor`),
		...manifest.inputs
			.filter((file) => differs(file))
			.map((file) => `assets/${file.path}: changed since the last: make vendor`),
	];
}

function differs(file) {
	try {
		return entry(file.path).sha256 !== file.sha256;
	} catch {
		return true;
	}
}

function unlisted(manifest) {
	const listed = new Set(manifest.packages.flatMap((each) => each.files.map((file) => file.path)));
	return readdirSync(path.join(ASSETS, "vendor"), { recursive: true, withFileTypes: true })
		.filter((found) => found.isFile())
		.map((found) => path.relative(ASSETS, path.join(found.parentPath, found.name)).replaceAll("\\", "/"))
		.filter((file) => file !== "vendor/vendor.json" && !listed.has(file))
		.map((file) => `assets/${file}: is not in vendor.json; run: make vendor`);
}

function stale(manifest) {
	const locked = JSON.parse(readText(path.join(ROOT, "package-lock.json"))).packages;
	return manifest.packages
		.map((each) => ({ ...each, wanted: locked[`node_modules/${each.name}`]?.version }))
		.filter((each) => each.wanted !== each.version)
		.map((each) => `${each.name}: ${each.version} is vendored, package-lock.json has ${each.wanted}; run: make vendor`);
}
