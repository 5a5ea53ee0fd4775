// Tokens of buttons that are too long for Telegram.
import type { Update } from "grammy/types";
import type { Db } from "#src/database/client.ts";
import { type EncodedButton, GONE_BUTTON, tokenIn } from "./buttons.ts";

/** Stored before the message goes out: a button must never be tapped before it is known. */
export const keepTokens = async (
  db: Db,
  buttons: readonly EncodedButton[],
  now: Date,
): Promise<void> => {
  const rows = buttons.flatMap(({ kept }) =>
    kept === undefined ? [] : [{ token: kept.token, command: kept.whole, createdAt: now }],
  );
  if (rows.length > 0) await db.buttonToken.createMany({ data: rows, skipDuplicates: true });
};

/** The update with its token resolved: what is stored can be read without the database. */
export const resolveToken = async (db: Db, update: Update): Promise<Update> => {
  const tap = update.callback_query;
  const token = tap?.data === undefined ? null : tokenIn(tap.data);
  if (tap === undefined || token === null) return update;
  const known = await db.buttonToken.findUnique({ where: { token } });
  return { ...update, callback_query: { ...tap, data: known?.command ?? GONE_BUTTON } };
};
