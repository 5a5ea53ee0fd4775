/** What a file is by its bytes: names and declared types are not to be believed. */
export type FileKind = "xlsx" | "encrypted" | "old-excel" | "other-binary" | "text" | "bomb";

// A 5 MB workbook that unpacks to more than this is not a tracking sheet.
const MAX_UNPACKED = 100 * 1024 * 1024;
const END_OF_DIRECTORY = 0x06054b50;
const DIRECTORY_ENTRY = 0x02014b50;

const startsWith = (bytes: Uint8Array, ...head: number[]): boolean =>
  head.every((byte, at) => bytes[at] === byte);

/** Sum of the unpacked sizes that a zip's directory states and its names; null if it is broken. */
function zipDirectory(bytes: Uint8Array): { unpacked: number; names: string[] } | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let end = bytes.length - 22;
  while (end >= 0 && view.getUint32(end, true) !== END_OF_DIRECTORY) end--;
  if (end < 0) return null;
  let at = view.getUint32(end + 16, true);
  let unpacked = 0;
  const names: string[] = [];
  for (let left = view.getUint16(end + 10, true); left > 0; left--) {
    if (at + 46 > end || view.getUint32(at, true) !== DIRECTORY_ENTRY) return null;
    const nameLength = view.getUint16(at + 28, true);
    unpacked += view.getUint32(at + 24, true);
    names.push(Buffer.from(bytes.subarray(at + 46, at + 46 + nameLength)).toString("latin1"));
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return { unpacked, names };
}

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
