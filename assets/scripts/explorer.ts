import type { Data } from "./explorer/data";
import { Explorer } from "./explorer/page";
import { find } from "./worksheet/dom";

const root = find(document, '[data-module="explorer"]');
const data = document.getElementById("explorer-data")?.textContent;
if (root && data) new Explorer(root, JSON.parse(data) as Data);
