// What the service worker and the page about offline reading agree on.

/** Where the list of a build's files stands, below the site's own address. */
export const FILES = "offline/files.json";

/** The files of a build: address below the site's own, checksum, size in bytes. */
export interface FileList {
	readonly build: string;
	readonly files: readonly (readonly [path: string, hash: string, bytes: number])[];
}

/** What the worker tells pages. */
export type ToPage = { readonly kept: number; readonly of: number } | { readonly failed: string };

const prefix = (scope: string) => `signpost ${scope} `;

/** The name of the cache that holds a build. The scope is in it, because two sites may share one origin. */
export function cacheOf(scope: string, build: string): string {
	return prefix(scope) + build;
}

/** Whether a cache holds a build of this site. */
export function isOurs(name: string, scope: string): boolean {
	return name.startsWith(prefix(scope));
}

/** An address as a path below the site's own address, without query and fragment. */
export function pathOf(url: URL, scope: string): string {
	return (url.origin + url.pathname).slice(scope.length);
}
