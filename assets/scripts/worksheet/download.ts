import { make } from "./dom";

/** Milliseconds after which a file made for a download is let go; browsers have read it long before. */
const RELEASE_MS = 60_000;

/**
 * Hands a file to the browser as a download. The name never comes from an answer: a file list is seen by people who
 * may not read the file.
 */
export function saveAs(name: string, content: Blob | string): void {
	const blob = typeof content === "string" ? new Blob([content], { type: "text/plain;charset=utf-8" }) : content;
	const url = URL.createObjectURL(blob);
	const link = make("a", { href: url, download: name, hidden: true });
	document.body.append(link);
	link.click();
	link.remove();
	setTimeout(() => URL.revokeObjectURL(url), RELEASE_MS);
}

/** The neutral name of a file, with the day but without the service, the worksheet or the person. */
export function fileName(kind: string, extension: string, day: Date): string {
	const pad = (n: number) => String(n).padStart(2, "0");
	return `${kind}-${day.getFullYear()}-${pad(day.getMonth() + 1)}-${pad(day.getDate())}.${extension}`;
}
