// What is vendored from each package: file names below the package's folder in assets/vendor, and their text.

import { readFileSync } from "node:fs";
import { stylesheet } from "./stylesheet.mjs";

const read = (root, file) => readFileSync(`${root}/${file}`, "utf8").replaceAll("\r\n", "\n");

export const packages = [
	{
		name: "nhsuk-frontend",
		folder: "nhsuk-frontend",
		// The package carries no licence file; this is the one of its repository.
		files: (root) => ({
			"nhsuk.css": stylesheet(root),
			LICENSE: read(root, "assets/tools/licences/nhsuk-frontend.txt"),
		}),
	},
];
