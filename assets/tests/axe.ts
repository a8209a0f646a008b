// axe in any page: it goes in through the debugger, past the page's Content-Security-Policy.

import axe, { type RunOnly } from "axe-core";
import type { Page } from "playwright-core";

const STANDARDS: RunOnly = {
	type: "tag",
	values: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"],
};

/** The rules whose answer hangs on colours. */
export const COLOURS: RunOnly = { type: "rule", values: ["color-contrast", "link-in-text-block"] };

/** What axe objects to on the page, one line for each rule, with the elements. Empty is good. */
export async function objections(page: Page, rules: RunOnly = STANDARDS): Promise<string[]> {
	await page.evaluate(axe.source);
	return page.evaluate(async (runOnly) => {
		const runner = (window as unknown as { axe: typeof axe }).axe;
		const { violations } = await runner.run(document, { runOnly, resultTypes: ["violations"] });
		return violations.map(
			(v) => `${v.id} (${v.impact}): ${v.nodes.map((n) => `${n.html} ${n.failureSummary}`).join(" | ")}`,
		);
	}, rules);
}
