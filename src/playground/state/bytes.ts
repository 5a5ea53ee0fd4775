import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** The contents of files, by number: in a folder, or in memory when there is none. */
export type Bytes = {
  write: (number: number, data: Buffer) => void;
  read: (number: number) => Buffer | undefined;
  clear: () => void;
};

export function openBytes(dir: string | undefined): Bytes {
  if (dir === undefined) {
    const held = new Map<number, Buffer>();
    return {
      write: (number, data) => held.set(number, data),
      read: (number) => held.get(number),
      clear: () => held.clear(),
    };
  }

  const folder = join(dir, "files");
  mkdirSync(folder, { recursive: true });
  const path = (number: number) => join(folder, String(number));
  return {
    write: (number, data) => writeFileSync(path(number), data),
    read: (number) => (existsSync(path(number)) ? readFileSync(path(number)) : undefined),
    clear: () => {
      rmSync(folder, { recursive: true, force: true });
      mkdirSync(folder, { recursive: true });
    },
  };
}
