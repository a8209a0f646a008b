import type { Desk } from "./desk";
import type { SaveFile } from "./savefile";

/** Offers to bring over answers from another worksheet's file; says whether there was anything to offer. */
export function offerToCarry(_desk: Desk, _file: SaveFile): boolean {
	return false;
}
