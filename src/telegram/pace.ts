// Telegram's limits, kept by us before it has to refuse anything: so many messages in all, to a
// chat, to a group. A place in a window is given back only when its time has passed *after the
// answer*: whenever in between Telegram took the message, no window of its own ever holds more.
import type { PaceTicket, Wait } from "#src/delivery/channel.ts";
import type { PaceClock } from "#src/delivery/pace-clock.ts";

export type PaceLimits = {
  allPerSecond: number;
  chatPerSecond: number;
  /** Answers to somebody who waits may come so many at once, as long as the average is kept. */
  chatBurst: number;
  groupPerMinute: number;
};

/** https://core.telegram.org/bots/faq, "My bot is hitting limits". */
export const telegramPace: PaceLimits = {
  allPerSecond: 30,
  chatPerSecond: 1,
  chatBurst: 5,
  groupPerMinute: 20,
};

const NO_LIMIT = 1e9;

/** None is kept but the pauses that Telegram asks for. */
export const noPace: PaceLimits = {
  allPerSecond: NO_LIMIT,
  chatPerSecond: NO_LIMIT,
  chatBurst: NO_LIMIT,
  groupPerMinute: NO_LIMIT,
};

/** Without an answer for so long, a message counts as taken when it was sent. */
const PATIENCE_MS = 2_000;
/** Of what nobody waits for so much may be made up for at once; else it is spread over the second. */
const MADE_UP_FOR = 3;
/** Of a chat's burst these are left to answers: what nobody waits for must not hold them up. */
const KEPT_FOR_ANSWERS = 2;
/**
 * Claiming a message takes a little. It is begun so long before its place is free: else the places
 * of all would be empty meanwhile, and less would go out than may.
 */
const AHEAD_MS = 30;
const SWEEP_EVERY_MS = 10_000;

/** A place that waits for something to happen is looked at again after so long. */
const LOOK_MS = 1_000;

/** One message: not sent yet, on its way, or lately answered. */
type Place = { leftAt: number | null; answeredAt: number | null };

type Window = { places: Place[]; count: number; ms: number };

/** Until when it takes a place of a window. */
const endOf = ({ leftAt, answeredAt }: Place, ms: number): number =>
  leftAt === null ? Number.POSITIVE_INFINITY : (answeredAt ?? leftAt + PATIENCE_MS) + ms;

/** Milliseconds until a window has a place; forgets those that are free again. */
const freeIn = (window: Window, now: number, wanted = 1): number => {
  const { places, count, ms } = window;
  window.places = places.filter((place) => endOf(place, ms) > now);
  const excess = window.places.length + wanted - count;
  if (excess <= 0) return 0;
  const ends = window.places.map((place) => endOf(place, ms)).sort((a, b) => a - b);
  // More than the window holds may be wanted, by those who wait in line.
  const end = ends[excess - 1] ?? ends.at(-1) ?? now;
  return Math.min(Math.max(1, ms, LOOK_MS), Math.max(1, end - now));
};

type ChatPace = { second: Window; burst: Window; minute: Window | null; restUntil: number };

export type Pace = {
  /**
   * A place for one message to a chat, or how long to wait for it. `hurry`: somebody waits for
   * it, so that it may follow the message before it within the second. The place may be given
   * before it is free (`opensIn`).
   */
  reserve: (chat: number, hurry: boolean) => PaceTicket | Wait;
  /** Milliseconds until a message that somebody waits for could go to the chat. */
  readyIn: (chat: number) => number;
  /** Waits for its turn, before everything that asks by `reserve`. */
  pass: (chat: number) => Promise<PaceTicket>;
  /** The chat is to be left alone for so many milliseconds: Telegram said so. */
  rest: (chat: number, ms: number) => void;
};

/** Keeps count in memory; one process sends, so that is enough. Groups have negative ids. */
export const makePace = (limits: PaceLimits, clock: PaceClock): Pace => {
  const all: Window = { places: [], count: limits.allPerSecond, ms: 1_000 };
  const chats = new Map<number, ChatPace>();
  const gapMs = 1_000 / limits.allPerSecond;
  /** When what nobody waits for may go next: spread out, so that a place is never far for answers. */
  let nextAt = Number.NEGATIVE_INFINITY;
  const keptForAnswers = Math.min(KEPT_FOR_ANSWERS, limits.chatBurst - 1);
  const waiting: { chat: number; enter: (ticket: PaceTicket) => void }[] = [];
  let callOff: (() => void) | undefined;

  const paceOf = (chat: number): ChatPace => {
    const known = chats.get(chat);
    if (known !== undefined) return known;
    const { chatPerSecond, chatBurst, groupPerMinute } = limits;
    const fresh: ChatPace = {
      second: { places: [], count: chatPerSecond, ms: 1_000 },
      burst: { places: [], count: chatBurst, ms: (chatBurst / chatPerSecond) * 1_000 },
      minute: chat < 0 ? { places: [], count: groupPerMinute, ms: 60_000 } : null,
      restUntil: 0,
    };
    chats.set(chat, fresh);
    return fresh;
  };

  let sweptAt = clock.now();
  /** Chats that nothing was sent to lately need no memory. */
  const sweep = (now: number): void => {
    if (now - sweptAt < SWEEP_EVERY_MS) return;
    sweptAt = now;
    for (const [chat, { burst, minute, restUntil }] of chats) {
      const isIdle = [burst, ...(minute === null ? [] : [minute])].every(
        (window) => freeIn(window, now, window.count) === 0,
      );
      if (isIdle && restUntil <= now) chats.delete(chat);
    }
  };

  const chatWait = (chat: number, hurry: boolean, now: number): number => {
    const { second, burst, minute, restUntil } = paceOf(chat);
    return Math.max(
      restUntil - now,
      hurry ? 0 : freeIn(second, now),
      freeIn(burst, now, hurry ? 1 : 1 + keptForAnswers),
      minute === null ? 0 : freeIn(minute, now),
      0,
    );
  };

  const take = (chat: number, opensAt: number): PaceTicket => {
    const place: Place = { leftAt: null, answeredAt: null };
    const { second, burst, minute } = paceOf(chat);
    const windows = [all, second, burst, ...(minute === null ? [] : [minute])];
    for (const window of windows) window.places.push(place);
    return {
      opensIn: () => Math.max(0, opensAt - clock.now()),
      leaves: () => {
        place.leftAt = clock.now();
      },
      answered: () => {
        place.answeredAt ??= clock.now();
        letIn();
      },
      giveBack: () => {
        for (const window of windows) {
          window.places = window.places.filter((other) => other !== place);
        }
        letIn();
      },
    };
  };

  /** Lets in whoever may go now, in the order in which they came; the rest is looked at in time. */
  const letIn = (): void => {
    callOff?.();
    callOff = undefined;
    let next = Number.POSITIVE_INFINITY;
    for (let at = 0; at < waiting.length; ) {
      const now = clock.now();
      const one = waiting[at];
      if (one === undefined) break;
      const wait = Math.max(freeIn(all, now), chatWait(one.chat, true, now));
      if (wait > 0) {
        next = Math.min(next, wait);
        at += 1;
        continue;
      }
      waiting.splice(at, 1);
      one.enter(take(one.chat, now));
    }
    if (waiting.length > 0) callOff = clock.after(next, letIn);
  };

  return {
    reserve: (chat, hurry) => {
      letIn();
      const now = clock.now();
      sweep(now);
      // Whoever waits in line goes first.
      nextAt = Math.max(nextAt, now - MADE_UP_FOR * gapMs);
      const opensIn = freeIn(all, now, waiting.length + 1);
      const forAll = Math.max(opensIn - AHEAD_MS, hurry ? 0 : nextAt - now);
      if (forAll > 0) return { ms: forAll, of: "all" };
      const forChat = chatWait(chat, hurry, now);
      if (forChat > 0) return { ms: forChat, of: "chat" };
      nextAt += gapMs;
      return take(chat, now + opensIn);
    },
    readyIn: (chat) => {
      const now = clock.now();
      return Math.max(freeIn(all, now), chatWait(chat, true, now));
    },
    pass: (chat) =>
      new Promise((enter) => {
        waiting.push({ chat, enter });
        letIn();
      }),
    rest: (chat, ms) => {
      const pace = paceOf(chat);
      pace.restUntil = Math.max(pace.restUntil, clock.now() + ms);
    },
  };
};
