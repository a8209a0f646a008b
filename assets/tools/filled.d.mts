import type { Definition } from "../scripts/worksheet/definition";

/** A save file with an answer to every question. */
export declare function filled(definition: Definition): unknown;
