// Every call that puts a message into a chat, or changes one there, waits for its place.
import type { Transformer } from "grammy";
import type { PaceTicket } from "#src/delivery/channel.ts";
import type { PaceClock } from "#src/delivery/pace-clock.ts";
import type { Pace } from "./pace.ts";

/** Calls that Telegram counts. Signs of work, answers to taps and deletions are none. */
const COUNTED = /^(send(?!ChatAction)|edit|copyMessage|forwardMessage)/i;

const chatOf = (method: string, payload: object): number | null => {
  if (!COUNTED.test(method)) return null;
  const { chat_id } = payload as { chat_id?: unknown };
  const chat = Number(chat_id);
  return Number.isFinite(chat) ? chat : null;
};

/**
 * Makes calls wait their turn. `reserved`: where the first of several calls may find a place that
 * was reserved for it. A pause that Telegram asks for is kept by whoever sends there next.
 */
export const paced =
  (
    pace: Pace,
    clock: PaceClock,
    reserved: () => { ticket: PaceTicket | undefined } | undefined,
  ): Transformer =>
  async (call, method, payload, signal) => {
    const chat = chatOf(method, payload);
    if (chat === null) return call(method, payload, signal);
    const place = reserved();
    const ticket = place?.ticket ?? (await pace.pass(chat));
    if (place !== undefined) place.ticket = undefined;
    // A timer may go off a little early.
    for (let ms = ticket.opensIn(); ms > 0; ms = ticket.opensIn()) {
      await new Promise<void>((resolve) => clock.after(Math.max(1, ms), resolve));
    }
    ticket.leaves();
    try {
      const answer = await call(method, payload, signal);
      if (!answer.ok && answer.error_code === 429) {
        pace.rest(chat, (answer.parameters?.retry_after ?? 1) * 1_000);
      }
      return answer;
    } finally {
      ticket.answered();
    }
  };
