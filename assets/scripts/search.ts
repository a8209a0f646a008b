import { startBox } from "./search/box";
import { startPage } from "./search/page";

// Loaded when the box in the header is first used, and on the search page.
startBox();
startPage();
