// Some parts of a zip, unpacked: never more than the limit, whatever the zip says of itself.
import { unzipSync } from "fflate";
import { openLimits } from "./limits.ts";
import { NotOpened } from "./not-opened.ts";

/**
 * fflate unpacks into a buffer of the stated size and no further, so that a part that says less
 * than it holds comes out cut (and is then no XML), and one that says more is not begun.
 */
export const unzipParts = (
  bytes: Uint8Array,
  wanted: (name: string) => boolean,
): Map<string, Uint8Array> => {
  let unpacked = 0;
  const filter = ({ name, originalSize }: { name: string; originalSize: number }): boolean => {
    if (!wanted(name)) return false;
    unpacked += originalSize;
    if (unpacked > openLimits.unpackedBytes) throw new NotOpened("too-large");
    return true;
  };
  try {
    return new Map(Object.entries(unzipSync(bytes, { filter })));
  } catch (error) {
    throw error instanceof NotOpened ? error : new NotOpened("broken");
  }
};
