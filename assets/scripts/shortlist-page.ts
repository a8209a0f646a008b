import { List } from "./shortlist-page/list";
import { find } from "./worksheet/dom";

const root = find(document, '[data-module="shortlist"]');
if (root) new List(root);
