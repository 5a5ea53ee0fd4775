// An embedded database that was moved to a server is kept, and never worked on again: two of them
// would each hold a part of the truth.
import { z } from "zod";
import type { Store } from "./client.ts";
import { readSetting, writeSetting } from "./settings.ts";

const mark = z.object({ to: z.string(), at: z.iso.datetime() });

/** `to`: where it went, without the password. */
export const markMoved = (store: Store, to: string, at: Date): Promise<void> =>
  writeSetting(store, "moved", { to, at: at.toISOString() });

/** Why nobody may work on this database, for the operator; null where everybody may. */
export const movedNotice = async (store: Store): Promise<string | null> => {
  const found = mark.safeParse(await readSetting(store, "moved"));
  if (!found.success) return null;
  const { to, at } = found.data;
  return `this database was moved to ${to} (${at}) and is not worked on any more: set DATABASE_URL; if the move did not end, run it again: npm run -s dondoc -- move`;
};
