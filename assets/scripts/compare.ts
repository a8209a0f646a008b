import { Compare } from "./explorer/compare";
import { find } from "./worksheet/dom";

const root = find(document, '[data-module="compare"]');
if (root) new Compare(root);
