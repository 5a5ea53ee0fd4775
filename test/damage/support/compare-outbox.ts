// The outbox and the stand-in's own record laid side by side: which message is which row. A row that
// was sent names its message; a row whose outcome is unknown is found by its chat and its words.
// Pure.
import type { OutboxMessage } from "#prisma/generated/client.ts";
import type { OutboxPayload } from "#src/delivery/outbox-payload.ts";
import { withinLimit } from "#src/messages/within-limit.ts";
import { renderHtml } from "#src/telegram/render-html.ts";
import { renderRich } from "#src/telegram/render-rich.ts";
import type { Posted } from "./server-record.ts";

export type Row = Pick<
  OutboxMessage,
  "id" | "key" | "kind" | "state" | "payload" | "externalId" | "errorCode"
> & {
  chat: { externalId: string };
};

export type Comparison = {
  /** What the stand-in has, with its row. */
  matched: { row: Row; posted: Posted }[];
  /** Rows called sent that the stand-in has no message of. */
  missing: Row[];
  /** Of those whose outcome is unknown, or was until somebody asked to see them again. */
  unknown: { arrived: Row[]; notArrived: Row[] };
  /** Messages that no row accounts for. */
  strays: Posted[];
};

/** What a row's messages may say: one of richly formed words, or several plain parts. */
const wordings = ({ payload }: Row): string[][] => {
  const reply = withinLimit((payload as OutboxPayload).reply);
  const rich = renderRich(reply);
  return [...(rich === null ? [] : [[rich]]), renderHtml(reply)];
};

const firstLine = (html: string): string => html.split("\n", 1)[0] ?? "";

/** Messages of a chat that are not accounted for yet. */
const makeLeft = (posted: readonly Posted[]) => {
  const left = new Map<string, Posted[]>();
  for (const one of posted) {
    const chat = String(one.chat);
    left.set(chat, [...(left.get(chat) ?? []), one]);
  }
  const matched: Comparison["matched"] = [];
  const takeWhere = (row: Row, fits: (one: Posted) => boolean): boolean => {
    const here = left.get(row.chat.externalId) ?? [];
    const at = here.findIndex(fits);
    const [found] = at < 0 ? [] : here.splice(at, 1);
    if (found === undefined) return false;
    matched.push({ row, posted: found });
    return true;
  };
  return { takeWhere, matched, rest: () => [...left.values()].flat() };
};

export const isEdit = ({ payload }: Row): boolean =>
  (payload as OutboxPayload).editMessageId !== undefined;

/** Where its reader decided: it was offered again, or sent again, under another key. */
const wasUnknown = ({ state, errorCode }: Row): boolean =>
  state === "unknown" || (state === "dropped" && /^(offered|sent) again$/.test(errorCode ?? ""));

/** Rows that are to make new messages, against all messages of the bot. */
export const compare = (rows: readonly Row[], posted: readonly Posted[]): Comparison => {
  const left = makeLeft(posted);
  const missing: Row[] = [];
  for (const row of rows.filter(({ state }) => state === "sent")) {
    if (!left.takeWhere(row, ({ messageId }) => String(messageId) === row.externalId)) {
      missing.push(row);
      continue;
    }
    // The row names the last part of a long message.
    for (const part of (wordings(row).at(-1) ?? []).slice(0, -1)) {
      left.takeWhere(row, ({ said }) => said === part);
    }
  }
  const unknown: Comparison["unknown"] = { arrived: [], notArrived: [] };
  for (const row of rows.filter(wasUnknown)) {
    const taken = wordings(row).some(
      (parts) =>
        parts.filter((part) => left.takeWhere(row, ({ said }) => said === part)).length > 0,
    );
    // What was finished meanwhile is left out of what nobody asked for: its beginning stays.
    const begins = (wordings(row)[0]?.[0] ?? "").split("\n", 1)[0] ?? "";
    const shortened = (): boolean =>
      row.kind !== "reply" && left.takeWhere(row, ({ said }) => firstLine(said) === begins);
    unknown[taken || shortened() ? "arrived" : "notArrived"].push(row);
  }
  return { matched: left.matched, missing, unknown, strays: left.rest() };
};
