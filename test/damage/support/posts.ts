// Telegram's part in webhook mode, played against several processes: updates made by hand, each
// posted twice and out of order, to any process; what is not answered 200 is posted again elsewhere.
import type { Update } from "grammy/types";
import type { Random } from "#src/sample/random.ts";
import type { Official } from "./officials.ts";
import { reportText } from "./stream.ts";

const COMMAND_LENGTH = "/tiendo".length;

/** The n-th report as Telegram tells of it; `date` in seconds. */
export const reportUpdate = (official: Official, n: number, date: number): Update => {
  const first_name = `Cán bộ ${official.personId}`;
  const id = official.telegramId;
  return {
    update_id: 50_000_000 + n,
    message: {
      message_id: n + 1,
      date,
      from: { id, is_bot: false, first_name },
      chat: { id, type: "private", first_name },
      text: reportText(official, n),
      entities: [{ type: "bot_command", offset: 0, length: COMMAND_LENGTH }],
    },
  };
};

/** One of the two times that an update is posted. */
export type Copy = { n: number; copy: 0 | 1 };

/** Each number twice, each copy up to `window` places later than its turn. */
export const shuffledTwice = (count: number, window: number, random: Random): Copy[] =>
  Array.from({ length: count }, (_, n) => n)
    .flatMap((n) => ([0, 1] as const).map((copy) => ({ n, copy, at: n + random.next() * window })))
    .sort((a, b) => a.at - b.at)
    .map(({ n, copy }) => ({ n, copy }));

export type Door = { url: string; secret: string };

export type Posted = {
  /** First post of an update, and its first 200, on performance.now(). */
  firstAt: Map<number, number>;
  takenAt: Map<number, number>;
  accepted: number;
  /** Answers other than 200 by status; 0 = no answer. */
  refused: Map<number, number>;
  /** How long the answers 200 took, real ms. */
  latencies: number[];
};

const AGAIN_MS = 150;
const PATIENCE_MS = 10_000;

const postOnce = async ({ url, secret }: Door, body: string): Promise<number> => {
  try {
    const answer = await fetch(url, {
      method: "POST",
      headers: {
        "content-type": "application/json",
        "x-telegram-bot-api-secret-token": secret,
      },
      body,
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    await answer.text();
    return answer.status;
  } catch {
    return 0;
  }
};

/**
 * Posts until it is answered 200, each time to the door of that try (0, 1, …); ms of the try that
 * was taken. `onRefused` hears of other answers (0: none).
 */
export const postUntilTaken = async (
  doorOf: (tries: number) => Door,
  body: string,
  onRefused: (status: number) => void = () => undefined,
): Promise<number> => {
  for (let tries = 0; ; tries += 1) {
    const from = performance.now();
    const status = await postOnce(doorOf(tries), body);
    if (status === 200) return performance.now() - from;
    onRefused(status);
    await new Promise((resolve) => setTimeout(resolve, AGAIN_MS));
  }
};

/**
 * Posts the copies in their order, `atOnce` at a time; the two copies of an update go to different
 * doors. `onProgress` hears how many copies have left.
 */
export const postAll = async (
  copies: readonly Copy[],
  update: (n: number) => Update,
  doors: readonly Door[],
  options: { atOnce: number; onProgress: (left: number) => void },
): Promise<Posted> => {
  const firstAt = new Map<number, number>();
  const takenAt = new Map<number, number>();
  const refused = new Map<number, number>();
  const latencies: number[] = [];
  const onRefused = (status: number) => refused.set(status, (refused.get(status) ?? 0) + 1);
  const post = async ({ n, copy }: Copy): Promise<void> => {
    const doorOf = (tries: number): Door => {
      const door = doors[(n + copy + tries) % doors.length];
      if (door === undefined) throw new Error("no door to post to");
      return door;
    };
    if (!firstAt.has(n)) firstAt.set(n, performance.now());
    latencies.push(await postUntilTaken(doorOf, JSON.stringify(update(n)), onRefused));
    if (!takenAt.has(n)) takenAt.set(n, performance.now());
  };
  let at = 0;
  const next = async (): Promise<void> => {
    for (let copy = copies[at]; copy !== undefined; copy = copies[at]) {
      at += 1;
      options.onProgress(at);
      await post(copy);
    }
  };
  await Promise.all(Array.from({ length: options.atOnce }, next));
  return { firstAt, takenAt, refused, latencies, accepted: latencies.length };
};

/**
 * Pairs of one person's updates where the later was first posted after the earlier had been taken,
 * and yet took effect before it: this order is promised, none else.
 */
export const brokenOrders = (
  effects: ReadonlyMap<number, readonly number[]>,
  { firstAt, takenAt }: Pick<Posted, "firstAt" | "takenAt">,
): { pairs: number; broken: number } => {
  let [pairs, broken] = [0, 0];
  for (const marks of effects.values()) {
    for (const [place, later] of marks.entries()) {
      for (const earlier of marks.slice(place + 1)) {
        // `later` took effect first: that is wrong where it was posted after `earlier` was taken.
        if ((takenAt.get(earlier) ?? Number.POSITIVE_INFINITY) < (firstAt.get(later) ?? 0)) {
          broken += 1;
        } else if ((takenAt.get(later) ?? Number.POSITIVE_INFINITY) < (firstAt.get(earlier) ?? 0)) {
          pairs += 1;
        }
      }
    }
  }
  return { pairs: pairs + broken, broken };
};
