// Where the clock stood, in a file beside the stand-in's store: the page shows the right day while
// the database is still being opened. What the database says counts.
import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { z } from "zod";

const hint = z.object({ offset: z.number() });

export type ClockHint = {
  /** Milliseconds ahead of the machine's clock; null where nothing was ever planted here. */
  read: () => Promise<number | null>;
  /** Best effort. */
  write: (offset: number) => Promise<void>;
};

export const clockHintIn = (dir: string): ClockHint => {
  const file = path.join(dir, "clock.json");
  return {
    read: async () => {
      const text = await readFile(file, "utf8").catch(() => null);
      if (text === null) return null;
      try {
        return hint.parse(JSON.parse(text)).offset;
      } catch {
        return null;
      }
    },
    write: (offset) => writeFile(file, JSON.stringify({ offset })).catch(() => undefined),
  };
};
