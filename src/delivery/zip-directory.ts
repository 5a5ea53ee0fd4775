// What a zip says of itself in the directory at its end. Nothing is unpacked.
const END_OF_DIRECTORY = 0x06054b50;
const DIRECTORY_ENTRY = 0x02014b50;
const UTF8_NAMES = 0x0800;

export type ZipDirectory = {
  /** Bytes that all entries take when unpacked, as stated. */
  unpacked: number;
  names: string[];
  /** Some entry asks for a password. */
  locked: boolean;
};

/** Null where the bytes hold no whole directory. */
export const zipDirectory = (bytes: Uint8Array): ZipDirectory | null => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let end = bytes.length - 22;
  while (end >= 0 && view.getUint32(end, true) !== END_OF_DIRECTORY) end -= 1;
  if (end < 0) return null;
  let at = view.getUint32(end + 16, true);
  const found: ZipDirectory = { unpacked: 0, names: [], locked: false };
  for (let left = view.getUint16(end + 10, true); left > 0; left -= 1) {
    if (at + 46 > end || view.getUint32(at, true) !== DIRECTORY_ENTRY) return null;
    const flags = view.getUint16(at + 8, true);
    const nameLength = view.getUint16(at + 28, true);
    const name = Buffer.from(bytes.subarray(at + 46, at + 46 + nameLength));
    found.unpacked += view.getUint32(at + 24, true);
    found.names.push(name.toString((flags & UTF8_NAMES) === 0 ? "latin1" : "utf8"));
    found.locked ||= (flags & 1) !== 0;
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return found;
};
