// The verdicts that close every program with a stream of reports: each took effect once, in its
// person's order, and was answered once, or is listed as unknown.
import type { Db } from "#src/database/client.ts";
import { type Verdict, verdict } from "../program.ts";
import type { Left } from "./drained.ts";
import { countEffects, effectsByAssignment, outOfOrder, someOf } from "./effects.ts";

/** Answers to reports as the stand-in has them. */
export const isAnswer = (text: string): boolean => text.startsWith("Đã ghi tiến độ");

const repliesByState = async (db: Db): Promise<Map<string, number>> => {
  const rows = await db.outboxMessage.groupBy({
    by: ["state"],
    // Other replies offer to show again what may not have arrived.
    where: { kind: "reply", key: { startsWith: "reply:" } },
    _count: true,
  });
  return new Map(rows.map(({ state, _count }) => [state, _count]));
};

export type Sent = {
  reports: number;
  /** Texts of answers at the stand-in, without those that somebody asked to see again. */
  answers: number;
  left: Left;
  /** Reports of one person were never shuffled against each other. */
  inOrder: boolean;
};

export const onceVerdicts = async (db: Db, sent: Sent): Promise<Verdict[]> => {
  const { reports, answers, left, inOrder } = sent;
  const effects = await effectsByAssignment(db);
  const { rows, once, missing, doubled } = countEffects(effects, reports);
  const states = await repliesByState(db);
  const of = (state: string) => states.get(state) ?? 0;
  const wrong = outOfOrder(effects);
  const orders = verdict(wrong === 0, "in the order of each person", `${wrong} out of order`);
  return [
    verdict(
      left.atServer + left.inbox + left.outbox === 0,
      "all of it was worked off",
      `left: ${left.atServer} at Telegram, ${left.inbox} in the inbox, ${left.outbox} in the outbox`,
    ),
    verdict(
      once === reports && rows === reports,
      "each update took effect exactly once",
      `${once} of ${reports}; missing ${someOf(missing)}, doubled ${someOf(doubled)}`,
    ),
    ...(inOrder ? [orders] : []),
    verdict(
      answers >= of("sent") && answers <= of("sent") + of("unknown") && of("failed") === 0,
      "nobody was answered twice; an answer that may be missing is listed as unknown",
      `${answers} answers at Telegram, ${of("sent")} sent, ${of("unknown")} unknown, ${of("failed")} failed`,
    ),
  ];
};
