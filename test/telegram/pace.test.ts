import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isWait, type PaceTicket, type Wait } from "#src/delivery/channel.ts";
import type { PaceClock } from "#src/delivery/pace-clock.ts";
import { makePace, type PaceLimits, telegramPace } from "#src/telegram/pace.ts";

/** Time that stands still until it is told to go on. */
const handClock = () => {
  let now = 0;
  let timers: { at: number; act: () => void }[] = [];
  const clock: PaceClock = {
    now: () => now,
    after: (ms, act) => {
      const timer = { at: now + ms, act };
      timers.push(timer);
      return () => {
        timers = timers.filter((other) => other !== timer);
      };
    },
  };
  const goTo = (moment: number): void => {
    for (;;) {
      const [next] = timers.filter(({ at }) => at <= moment).sort((a, b) => a.at - b.at);
      if (next === undefined) break;
      timers = timers.filter((other) => other !== next);
      now = Math.max(now, next.at);
      next.act();
    }
    now = moment;
  };
  return { clock, goTo, pass: (ms: number) => goTo(now + ms) };
};

const ticketOf = (found: PaceTicket | Wait): PaceTicket => {
  if (isWait(found)) throw new Error(`to wait ${found.ms} ms for ${found.of}`);
  return found;
};

const sentAtOnce = (found: PaceTicket | Wait): void => {
  const ticket = ticketOf(found);
  expect(ticket.opensIn()).toBe(0);
  ticket.leaves();
  ticket.answered();
};

/** The largest number of moments in any window of so many milliseconds. */
const most = (moments: readonly number[], ms: number): number =>
  Math.max(
    0,
    ...moments.map((from) => moments.filter((at) => at >= from && at < from + ms).length),
  );

describe("Telegram's pace", () => {
  it("lets one message a second to a chat where nobody waits, five at once where somebody does", () => {
    const { clock, pass } = handClock();
    const pace = makePace(telegramPace, clock);
    sentAtOnce(pace.reserve(7, false));
    expect(pace.reserve(7, false)).toEqual({ ms: 1_000, of: "chat" });
    for (let n = 2; n <= 5; n += 1) sentAtOnce(pace.reserve(7, true));
    expect(pace.reserve(7, true)).toMatchObject({ of: "chat" });
    pass(200);
    sentAtOnce(pace.reserve(8, false));
    pass(4_800);
    sentAtOnce(pace.reserve(7, false));
  });

  it("leaves two of five places to answers where much is said that nobody waits for", () => {
    const { clock, pass } = handClock();
    const pace = makePace(telegramPace, clock);
    for (let n = 0; n < 3; n += 1) {
      sentAtOnce(pace.reserve(7, false));
      pass(1_000);
    }
    expect(pace.reserve(7, false)).toEqual({ ms: 2_000, of: "chat" });
    sentAtOnce(pace.reserve(7, true));
    sentAtOnce(pace.reserve(7, true));
    expect(pace.reserve(7, true)).toMatchObject({ of: "chat" });
  });

  it("spreads what nobody waits for over the second, so that an answer finds a place at once", () => {
    const { clock, pass } = handClock();
    const pace = makePace(telegramPace, clock);
    let sent = 0;
    for (let ms = 0; ms < 800; ms += 10) {
      const found = pace.reserve(1_000 + ms, false);
      if (!isWait(found)) {
        sentAtOnce(found);
        sent += 1;
      }
      pass(10);
    }
    expect(sent).toBeGreaterThanOrEqual(23);
    expect(sent).toBeLessThanOrEqual(28);
    sentAtOnce(pace.reserve(7, true));
  });

  it("lets 20 a minute to a group", () => {
    const { clock, pass } = handClock();
    const pace = makePace(telegramPace, clock);
    for (let n = 0; n < 20; n += 1) {
      sentAtOnce(pace.reserve(-5, true));
      pass(1_000);
    }
    expect(pace.reserve(-5, true)).toMatchObject({ of: "chat" });
    pass(40_000);
    sentAtOnce(pace.reserve(-5, true));
  });

  it("counts a message from its answer on, and one without an answer not for ever", () => {
    const { clock, pass } = handClock();
    const pace = makePace({ ...telegramPace, allPerSecond: 1 }, clock);
    const slow = ticketOf(pace.reserve(1, false));
    slow.leaves();
    pass(1_500);
    expect(pace.reserve(2, false)).toMatchObject({ of: "all" });
    slow.answered();
    pass(969);
    expect(pace.reserve(2, false)).toEqual({ ms: 1, of: "all" });
    pass(31);
    const lost = ticketOf(pace.reserve(2, false));
    lost.leaves();
    pass(3_000);
    sentAtOnce(pace.reserve(3, false));
  });

  it("takes back the place of what was not sent, and leaves a chat alone for as long as told", () => {
    const { clock, pass } = handClock();
    const pace = makePace(telegramPace, clock);
    ticketOf(pace.reserve(1, false)).giveBack();
    sentAtOnce(pace.reserve(1, false));
    pace.rest(2, 30_000);
    expect(pace.readyIn(2)).toBe(30_000);
    pass(29_999);
    expect(pace.reserve(2, true)).toEqual({ ms: 1, of: "chat" });
    pass(1);
    sentAtOnce(pace.reserve(2, true));
  });

  it("gives a place of all a little before it is free, so that a message can be made ready", () => {
    const { clock, pass } = handClock();
    const pace = makePace({ ...telegramPace, allPerSecond: 2 }, clock);
    sentAtOnce(pace.reserve(1, true));
    pass(10);
    sentAtOnce(pace.reserve(2, true));
    pass(965);
    const first = ticketOf(pace.reserve(3, true));
    expect(first.opensIn()).toBe(25);
    // The other place is free ten later: too far ahead as yet.
    expect(pace.reserve(4, true)).toEqual({ ms: 5, of: "all" });
    pass(25);
    expect(first.opensIn()).toBe(0);
    expect(ticketOf(pace.reserve(4, true)).opensIn()).toBe(10);
  });

  it("lets whoever waits in line go before what is reserved", async () => {
    const { clock, pass } = handClock();
    const pace = makePace({ ...telegramPace, allPerSecond: 1 }, clock);
    sentAtOnce(pace.reserve(1, false));
    let entered = false;
    const line = pace.pass(2).then((ticket) => {
      entered = true;
      ticket.leaves();
      ticket.answered();
    });
    expect(pace.reserve(3, true)).toMatchObject({ of: "all" });
    pass(1_000);
    await line;
    expect(entered).toBe(true);
    expect(pace.reserve(3, true)).toMatchObject({ of: "all" });
  });

  it("never lets a server count more than its limits, whenever it takes a message in between", () => {
    const limits: PaceLimits = {
      allPerSecond: 6,
      chatPerSecond: 1,
      chatBurst: 3,
      groupPerMinute: 8,
    };
    const steps = fc.array(
      fc.record({
        chat: fc.constantFrom(1, 2, -3, -4),
        hurry: fc.boolean(),
        pause: fc.integer({ min: 0, max: 400 }),
        way: fc.integer({ min: 0, max: 900 }),
        back: fc.integer({ min: 0, max: 900 }),
      }),
      { minLength: 50, maxLength: 300 },
    );
    let went = 0;
    fc.assert(
      fc.property(steps, (all) => {
        const { clock, pass } = handClock();
        const pace = makePace(limits, clock);
        const taken: { chat: number; at: number }[] = [];
        for (const { chat, hurry, pause, way, back } of all) {
          pass(pause);
          const found = pace.reserve(chat, hurry);
          if (isWait(found)) continue;
          went += 1;
          clock.after(found.opensIn(), () => {
            found.leaves();
            taken.push({ chat, at: clock.now() + way });
            clock.after(way + back, found.answered);
          });
        }
        const moments = (chat?: number) =>
          taken.filter((one) => chat === undefined || one.chat === chat).map(({ at }) => at);
        expect(most(moments(), 1_000)).toBeLessThanOrEqual(6);
        for (const chat of [1, 2, -3, -4]) {
          expect(most(moments(chat), 3_000)).toBeLessThanOrEqual(3);
        }
        for (const chat of [-3, -4]) expect(most(moments(chat), 60_000)).toBeLessThanOrEqual(8);
      }),
      { numRuns: 200 },
    );
    expect(went).toBeGreaterThan(1_000);
  });
});
