// Upstream's examples of each component, which the Go templates are held to.

import { readFileSync } from "node:fs";

const FOLDER = "internal/layout/testdata/nhsuk";

const COMPONENTS = `action-link back-link breadcrumb button card character-count checkboxes contents-list date-input details
	do-dont-list error-message error-summary fieldset footer header heading hero hint input inset-text label legend
	notification-banner pagination radios select skip-link summary-list tables tag task-list textarea warning-callout`;

/** Returns the test data: one JSON file a component, one line a fixture, and the licence. */
export function fixtures(root) {
	const upstream = `${root}/node_modules/nhsuk-frontend`;
	const { version } = JSON.parse(readFileSync(`${upstream}/package.json`, "utf8"));
	const licence = readFileSync(`${root}/assets/tools/licences/nhsuk-frontend.txt`, "utf8");
	const files = { [`${FOLDER}/LICENSE`]: `Fixtures of nhsuk-frontend ${version}.\n\n${licence}` };
	for (const component of COMPONENTS.split(/\s+/)) {
		const all = JSON.parse(
			readFileSync(`${upstream}/dist/nhsuk/components/${component}/fixtures.json`, "utf8"),
		).fixtures;
		const lines = all.map(({ name, description, context, callBlock, html }) =>
			JSON.stringify({ name, description, context, callBlock, html }),
		);
		files[`${FOLDER}/${component}.json`] = `{"fixtures": [\n${lines.join(",\n")}\n]}\n`;
	}
	return files;
}
