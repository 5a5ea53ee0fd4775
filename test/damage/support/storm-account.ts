// After the storm: what was queued, what the outbox says of it, and what the stand-in itself knows.
// Pure but for what it is given.
import type { OutboxMessage } from "#prisma/generated/client.ts";
import { priorities } from "#src/delivery/outbox-payload.ts";
import type { BotCall, PaceFigures } from "#src/playground/server.ts";
import { type Verdict, verdict } from "../program.ts";
import { type Posted, saidBy } from "./server-record.ts";
import { type Mail, markerIn } from "./storm-mail.ts";

export type Aftermath = {
  mail: readonly Mail[];
  rows: readonly Pick<OutboxMessage, "key" | "state" | "errorCode">[];
  /** Calls that send, in the order of their ends. */
  calls: readonly BotCall[];
  posted: readonly Posted[];
  figures: PaceFigures;
};

const some = (list: readonly string[]): string => list.slice(0, 4).join(", ");

const byState = (rows: Aftermath["rows"]): Map<string, number> => {
  const counts = new Map<string, number>();
  for (const { state } of rows) counts.set(state, (counts.get(state) ?? 0) + 1);
  return counts;
};

/** Everything queued has ended, and says how. */
const ends = ({ mail, rows }: Aftermath): Verdict => {
  const counts = byState(rows);
  const ended = ["sent", "unknown", "failed", "dropped"].reduce(
    (sum, state) => sum + (counts.get(state) ?? 0),
    0,
  );
  const listed = [...counts].map(([state, count]) => `${count} ${state}`).join(" + ");
  return verdict(
    rows.length === mail.length && ended === mail.length,
    "none lost: each message that was queued has an end",
    `${listed} = ${ended} of ${mail.length}`,
  );
};

/** Why messages failed or were dropped: for the chat's sake, and nothing else. */
const reasons = ({ rows }: Aftermath): Verdict => {
  const counts = new Map<string, number>();
  for (const { state, errorCode } of rows) {
    if (state !== "failed" && state !== "dropped") continue;
    const why = `${state}: ${errorCode ?? "?"}`;
    counts.set(why, (counts.get(why) ?? 0) + 1);
  }
  const all = [...counts.keys()];
  return verdict(
    all.every((why) =>
      /^(failed: (403|chat is gone)|dropped: (403|waited while blocked))/.test(why),
    ),
    "what did not go out was refused with 403, or was stale when the chat came back",
    [...counts].map(([why, count]) => `${count} ${why}`).join("; ") || "none",
  );
};

const doubles = ({ posted }: Aftermath): Verdict => {
  const counts = new Map<string, number>();
  for (const { said } of posted) {
    const marker = markerIn(said);
    if (marker !== null) counts.set(marker, (counts.get(marker) ?? 0) + 1);
  }
  const doubled = [...counts].filter(([, count]) => count > 1).map(([marker]) => marker);
  return verdict(
    doubled.length === 0,
    "none doubled at the server",
    `${counts.size} there, ${doubled.length} doubled ${some(doubled)}`.trim(),
  );
};

/** Sent is there, failed and dropped are not. */
const truths = ({ mail, rows, posted }: Aftermath): Verdict => {
  const there = new Set(posted.map(({ said }) => markerIn(said)));
  const stateOf = new Map(rows.map(({ key, state }) => [key, state]));
  const lies = mail.filter(({ key, marker }) => {
    const state = stateOf.get(key);
    return (
      (state === "sent" && !there.has(marker)) ||
      (state !== "sent" && state !== "unknown" && there.has(marker))
    );
  });
  return verdict(
    lies.length === 0,
    "sent is there; failed and dropped are not",
    `${lies.length} otherwise ${some(lies.map(({ marker }) => marker))}`.trim(),
  );
};

/** One by one: an outcome is unknown exactly where the server kept its answer back. */
const unknowns = ({ mail, rows, calls, posted }: Aftermath): Verdict[] => {
  const lost = new Map<string, BotCall>();
  for (const call of calls) {
    const marker = markerIn(saidBy(call));
    if (marker !== null && call.lost !== undefined) lost.set(marker, call);
  }
  const there = new Set(posted.map(({ said }) => markerIn(said)));
  const rowOf = new Map(rows.map((row) => [row.key, row]));
  const listed = mail.filter(({ key }) => rowOf.get(key)?.state === "unknown");
  const unlisted = mail.filter(
    ({ key, marker }) => lost.has(marker) && rowOf.get(key)?.state !== "unknown",
  );
  const unheardOf = listed.filter(({ marker }) => !lost.has(marker));
  // A connection that is closed under a request: the server never read it.
  const onTheWay = unheardOf.filter(
    ({ key, marker }) =>
      !there.has(marker) &&
      /ECONNRESET|EPIPE|ECONNABORTED|socket|premature/i.test(rowOf.get(key)?.errorCode ?? ""),
  );
  const codes = new Map<string, number>();
  for (const { key } of listed) {
    const code = rowOf.get(key)?.errorCode ?? "?";
    codes.set(code, (codes.get(code) ?? 0) + 1);
  }
  const byCode = [...codes].map(([code, count]) => `${count} ${code}`).join(", ");
  const arrived = listed.filter(({ marker }) => there.has(marker)).length;
  return [
    verdict(
      unlisted.length === 0 && unheardOf.length === onTheWay.length,
      "the unknown match the server's own list of answers that were lost, one by one",
      `${listed.length} unknown, ${lost.size} answers lost, ${onTheWay.length} cut on the way to the server; ${unlisted.length + unheardOf.length - onTheWay.length} do not match ${some([...unlisted, ...unheardOf].map(({ marker, key }) => `${marker} ${rowOf.get(key)?.errorCode ?? ""}`))}`.trim(),
    ),
    verdict(
      true,
      "what the server knows of the unknown",
      `${arrived} had arrived, ${listed.length - arrived} had not (${byCode})`,
    ),
  ];
};

/** In a chat, of one urgency, by their numbers; what is more urgent may pass. */
const order = ({ mail, posted }: Aftermath): Verdict => {
  const mailOf = new Map(mail.map((one) => [one.marker, one]));
  const last = new Map<string, number>();
  const wrong: string[] = [];
  for (const { said } of [...posted].sort((a, b) => a.call.startedMs - b.call.startedMs)) {
    const one = mailOf.get(markerIn(said) ?? "");
    if (one === undefined) continue;
    const lane = `${one.chat}:${priorities[one.kind]}`;
    if (one.nth < (last.get(lane) ?? -1)) wrong.push(one.marker);
    last.set(lane, Math.max(one.nth, last.get(lane) ?? -1));
  }
  return verdict(
    wrong.length === 0,
    "in each chat, among messages of one kind, in order",
    `${wrong.length} out of order ${some(wrong)}`.trim(),
  );
};

const pace = ({ figures: { refused, fullest } }: Aftermath): Verdict =>
  verdict(
    refused === 0 && fullest.all <= 30 && fullest.chat <= 5 && fullest.group <= 20,
    "limits never exceeded, as the server counts (30/s in all, 5 in 5 s a chat, 20/min a group)",
    `refused ${refused}; fullest windows: ${fullest.all} in all, ${fullest.chat} a chat, ${fullest.group} a group`,
  );

const retryAfterOf = ({ outcome }: BotCall): number | null =>
  outcome !== undefined && !outcome.ok && outcome.error_code === 429
    ? (outcome.parameters?.retry_after ?? null)
    : null;

/** No call to a chat within the pause that it was told, on the server's monotonic clock. */
const patience = ({ mail, calls }: Aftermath): Verdict => {
  const chatOf = new Map(mail.map(({ marker, chat }) => [marker, chat]));
  const restUntil = new Map<number, number>();
  let told = 0;
  let tooEarly = 0;
  for (const call of [...calls].sort((a, b) => a.startedMs - b.startedMs)) {
    const chat = chatOf.get(markerIn(saidBy(call)) ?? "");
    if (chat === undefined) continue;
    if (call.startedMs < (restUntil.get(chat) ?? 0)) tooEarly += 1;
    const seconds = retryAfterOf(call);
    if (seconds === null) continue;
    told += 1;
    restUntil.set(chat, (call.endedMs ?? call.startedMs) + seconds * 1_000);
  }
  return verdict(
    tooEarly === 0 && told > 0,
    "retry_after obeyed",
    `${told} times told to wait, ${tooEarly} calls too early`,
  );
};

export const account = (after: Aftermath): Verdict[] => [
  ends(after),
  doubles(after),
  truths(after),
  reasons(after),
  ...unknowns(after),
  order(after),
  pace(after),
  patience(after),
];
