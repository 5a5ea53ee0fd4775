// What else a visitor does: taps, reads, moves the clock, plants anew, makes Telegram fail.
import { tap } from "../people/tap.ts";
import { buttonRows } from "../people/view.ts";
import { Refused } from "../refused.ts";
import { markRead } from "../state/read-state.ts";
import type { Body } from "./bodies.ts";
import type { Page } from "./page.ts";
import { placeOf, seenBy } from "./places.ts";

/** A bot that Telegram keeps waiting answers late; a person waits longer than a test. */
const tapPatienceMs = 30_000;

/** Resolves when the bot has answered the tap. */
export async function tapButton(page: Page, body: Body<"tap">) {
  const { user, chat } = placeOf(page, body.person, body.chat);
  const record = seenBy(page, user.id, body.message);
  const buttons = buttonRows(record.message).flat();
  if (record.chatId !== chat.id || !buttons.some(({ data }) => data === body.data)) {
    throw new Refused("There is no such button any more");
  }
  if (chat.blocked) throw new Refused("The bot is blocked here");
  const answering = tap(page.playing.backend, user, record, body.data, tapPatienceMs);
  const answer = await answering.catch(() => {
    throw new Refused("The bot has not answered; it will when it can be reached");
  });
  return { answer };
}

export function read({ cast, playing }: Page, body: Body<"read">) {
  return { readUpTo: markRead(playing.backend.world, cast.chat(body.chat).id, body.upTo) };
}

/** Moves the clock forward, never back: what was said stays said. */
export async function moveClock(page: Page, body: Body<"clock">) {
  const { house, busy, playing } = page;
  const { world } = playing.backend;
  if (!house) throw new Refused("This clock can't be moved");
  const from = world.now();
  const to = "to" in body ? body.to : await stopOf(page, body.stop);
  if (to < from) throw new Refused("The clock moves forward only");
  const way = { kind: "clock" as const, from, to };
  await busy.during({ ...way, at: from }, () =>
    house.moveClock(to, (at) => busy.set({ ...way, at })),
  );
  return { now: world.now() };
}

async function stopOf({ house }: Page, kind: "hour" | "day" | "alert" | "monday") {
  const stop = (await house?.clockStops())?.find((entry) => entry.kind === kind);
  if (!stop) throw new Refused("The clock has no such stop now");
  return stop.at;
}

/** Everything anew; faults are turned off, for planting is not to be tried hard. */
export async function reset({ house, busy, switches, playing }: Page) {
  if (!house) throw new Refused("Nothing can be planted anew here");
  await busy.during({ kind: "reset" }, () => {
    switches.allOff();
    return house.reset();
  });
  return { epoch: playing.backend.world.epoch };
}

export function turnFault({ switches }: Page, body: Body<"fault">) {
  switches.turn(body.kind, body.on);
  return { faults: switches.on() };
}
