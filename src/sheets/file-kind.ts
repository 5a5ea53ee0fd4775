import { zipDirectory } from "#src/delivery/zip-directory.ts";

/** What a file is by its bytes: names and declared types are not to be believed. */
export type FileKind = "xlsx" | "encrypted" | "old-excel" | "other-binary" | "text" | "bomb";

// A 5 MB workbook that unpacks to more than this is not a tracking sheet.
const MAX_UNPACKED = 100 * 1024 * 1024;

const startsWith = (bytes: Uint8Array, ...head: number[]): boolean =>
  head.every((byte, at) => bytes[at] === byte);

/** Old Excel files and encrypted new ones share one container; only the latter names this part. */
const isEncrypted = (bytes: Uint8Array): boolean =>
  Buffer.from(bytes).includes(Buffer.from("EncryptedPackage", "utf16le"));

/** Looks at the first bytes, and into a zip's directory before anything is unpacked. */
export function fileKind(bytes: Uint8Array): FileKind {
  if (startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0)) {
    return isEncrypted(bytes) ? "encrypted" : "old-excel";
  }
  if (startsWith(bytes, 0x50, 0x4b)) {
    const directory = zipDirectory(bytes);
    if (directory === null || !directory.names.includes("xl/workbook.xml")) return "other-binary";
    return directory.unpacked > MAX_UNPACKED ? "bomb" : "xlsx";
  }
  const utf16 = startsWith(bytes, 0xff, 0xfe) || startsWith(bytes, 0xfe, 0xff);
  return !utf16 && bytes.subarray(0, 4096).includes(0) ? "other-binary" : "text";
}
