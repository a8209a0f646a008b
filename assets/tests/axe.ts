// axe in any page: it goes in through the debugger, so it also runs where the page's own scripts are turned off.

import axe from "axe-core";
import type { Page } from "playwright-core";

const STANDARDS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"];

/** What axe objects to on the page, one line for each rule, with the elements. Empty is good. */
export async function objections(page: Page): Promise<string[]> {
	await page.evaluate(axe.source);
	return page.evaluate(async (standards) => {
		const runner = (window as unknown as { axe: typeof axe }).axe;
		const { violations } = await runner.run(document, { runOnly: standards, resultTypes: ["violations"] });
		return violations.map(
			(v) => `${v.id} (${v.impact}): ${v.nodes.map((n) => `${n.html} ${n.failureSummary}`).join(" | ")}`,
		);
	}, STANDARDS);
}
