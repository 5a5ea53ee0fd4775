// The bytes of a plain text file as text: whatever programs of the last thirty years wrote.
import { mendOldFont, mostVietnamese } from "./mend-encoding.ts";
import { fromTcvn3, fromVni } from "./old-fonts.ts";

const decode = (bytes: Uint8Array, encoding: string): string =>
  new TextDecoder(encoding).decode(bytes);

const unicodeOf = (bytes: Uint8Array): string | null => {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return decode(bytes, "utf-16le");
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return decode(bytes, "utf-16be");
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
};

/** Each byte the sign of the same code: what the tables of the old fonts start from. */
const latin1 = (bytes: Uint8Array): string => Buffer.from(bytes).toString("latin1");

const linesOf = (text: string): string => text.replace(/\r\n?/g, "\n").replace(/[\0\f]/g, "\n");

/** Lines stay as they are, so that what is read can be found in the file again. */
export const readText = (bytes: Uint8Array): string => {
  const unicode = unicodeOf(bytes);
  if (unicode !== null) return linesOf(mendOldFont(unicode));
  return linesOf(
    mostVietnamese(bytes, [
      (some) => decode(some, "windows-1258").normalize("NFC"),
      (some) => fromTcvn3(latin1(some)),
      (some) => fromVni(latin1(some)),
      // A slip of a byte or two in a file that is UTF-8 else.
      (some) => decode(some, "utf-8"),
    ]),
  );
};
