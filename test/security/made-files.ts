// Files made by hand for the tests of what is taken: a zip with nothing in its entries, and a
// compound file (Office 97–2003) that names some parts.

const LOCAL = 0x04034b50;
const ENTRY = 0x02014b50;
const END = 0x06054b50;

/** Names of the entries; `first`: the content of the first one, as it stands. */
export const zipOf = (
  names: readonly string[],
  first = "",
  { locked = false, unpacked = 0 } = {},
): Uint8Array => {
  const flags = 0x0800 | (locked ? 1 : 0);
  const locals: Buffer[] = [];
  const entries: Buffer[] = [];
  for (const [at, name] of names.entries()) {
    const named = Buffer.from(name);
    const content = Buffer.from(at === 0 ? first : "");
    const local = Buffer.alloc(30);
    local.writeUInt32LE(LOCAL, 0);
    local.writeUInt16LE(flags, 6);
    local.writeUInt32LE(content.length, 18);
    local.writeUInt16LE(named.length, 26);
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(ENTRY, 0);
    entry.writeUInt16LE(flags, 8);
    entry.writeUInt32LE(unpacked, 24);
    entry.writeUInt16LE(named.length, 28);
    locals.push(local, named, content);
    entries.push(entry, named);
  }
  const [body, directory] = [Buffer.concat(locals), Buffer.concat(entries)];
  const end = Buffer.alloc(22);
  end.writeUInt32LE(END, 0);
  end.writeUInt16LE(names.length, 8);
  end.writeUInt16LE(names.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(body.length, 16);
  // An empty zip begins with its end; ours begin as others do.
  const head = names.length === 0 ? Buffer.from("PK\x03\x04") : Buffer.alloc(0);
  if (names.length === 0) end.writeUInt32LE(head.length, 16);
  return Buffer.concat([head, body, directory, end]);
};

export const compoundOf = (...parts: string[]): Uint8Array =>
  Buffer.concat([
    Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
    Buffer.alloc(64),
    ...parts.map((part) => Buffer.from(part, "utf16le")),
  ]);
