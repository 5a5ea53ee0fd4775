// What a database says of the sample in it: a half-planted one is never taken for a whole one, and
// a database that holds anything else is never touched.
import { z } from "zod";
import type { Db, Store } from "#src/database/client.ts";
import { readSetting, writeSetting } from "#src/database/settings.ts";

export type SampleMark = { state: "planting" | "whole"; seed: number; day: string };

const marked = z.object({
  state: z.enum(["planting", "whole"]),
  seed: z.number(),
  day: z.string(),
});

/** The database holds something that is no sample. */
export class NotASample extends Error {
  constructor() {
    super(
      "This database holds a register, not the sample of the playground, and is left alone. Set BOT_TOKEN to run the bot on it, or another DATA_DIR or DATABASE_URL for the playground.",
    );
  }
}

const isEmpty = async (db: Db): Promise<boolean> => {
  const counts = [await db.agency.count(), await db.person.count(), await db.task.count()];
  return counts.every((count) => count === 0);
};

const isFirstSample = async (db: Db): Promise<boolean> =>
  (await isEmpty(db)) || (await db.agency.findFirst({ where: { code: "X-BH" } })) !== null;

/**
 * The mark of a sample that is there, whole; null where it is to be planted. @throws NotASample
 * where there is something else: nothing of it may be emptied
 */
export const plantedSample = async (db: Db): Promise<SampleMark | null> => {
  const found = await readSetting(db, "sample");
  if (found === null) {
    if (await isEmpty(db)) return null;
    throw new NotASample();
  }
  const read = marked.safeParse(found);
  if (read.success) return read.data.state === "whole" ? read.data : null;
  // An earlier version wrote no more than `true`, and did so into whatever database it was given:
  // its own is known by its commune, and planted anew.
  if (await isFirstSample(db)) return null;
  throw new NotASample();
};

export const writeMark = (store: Store, mark: SampleMark): Promise<void> =>
  writeSetting(store, "sample", mark);
