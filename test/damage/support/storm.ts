// Bad weather at the stand-in: each call that sends draws its fate. What is refused for a reason of
// the chat (403, migration) really happens to the chat, and is undone after a while.
import type { PaceClock } from "#src/delivery/pace-clock.ts";
import type { GroupHandle, Person, Playground } from "#src/playground/server.ts";
import type { Random } from "#src/sample/random.ts";

/** A chat that is written to, and who is behind it. */
export type Recipient =
  | { kind: "private"; person: Person }
  | { kind: "group"; group: GroupHandle; owner: Person };

export const chatIdOf = (to: Recipient): number =>
  to.kind === "private" ? to.person.id : to.group.id;

export type Weather = {
  /** How often each of them was ordered. */
  counts: () => ReadonlyMap<string, number>;
  /** Blocked or removed the bot a moment ago. */
  isAway: (to: Recipient) => boolean;
  stop: () => void;
};

const SHARE = 0.1;
const LONGEST_RETRY_AFTER = 30;
/** On the clock of the pace: away for so long after a 403, and so long between two calm spells. */
const AWAY_MS = { least: 2_000, most: 20_000 };
const SPELL_EVERY_MS = 10_000;
const SPELL_MS = 1_000;

const leave = (to: Recipient): void =>
  to.kind === "private" ? to.person.block() : to.group.setBot("kicked");
const comeBack = (to: Recipient): void =>
  to.kind === "private" ? to.person.unblock() : to.group.setBot("member");

/** 429, 500, silence, resets, 403 and migration, a tenth of the calls each; refused connections by spells. */
export const startStorm = (
  server: Playground,
  recipients: readonly Recipient[],
  random: Random,
  { clock, factor }: { clock: PaceClock; factor: number },
): Weather => {
  const counts = new Map<string, number>();
  const count = (what: string): void => void counts.set(what, (counts.get(what) ?? 0) + 1);
  const recipientOf = (chat: unknown): Recipient | undefined =>
    recipients.find((one) => chatIdOf(one) === Number(chat));
  const pending = new Set<() => void>();
  /** How often somebody went away and did not come back yet. */
  const away = new Map<Recipient, number>();
  let stopped = false;

  const goAway = (to: Recipient): void => {
    count("403");
    away.set(to, (away.get(to) ?? 0) + 1);
    leave(to);
    const callOff = clock.after(random.whole(AWAY_MS.least, AWAY_MS.most), () => {
      pending.delete(callOff);
      const left = (away.get(to) ?? 1) - 1;
      away.set(to, left);
      if (left === 0) comeBack(to);
    });
    pending.add(callOff);
  };
  const migrate = (to: Recipient): void => {
    if (to.kind !== "group" || to.group.chat.type !== "group") return;
    count("migration");
    to.group.upgradeToSupergroup(to.owner);
  };

  server.faults.add({
    method: ["sendMessage", "sendRichMessage"],
    times: Number.POSITIVE_INFINITY,
    fault: (_method, chat) => {
      const to = recipientOf(chat);
      if (to === undefined || stopped) return undefined;
      const drawn = Math.floor(random.next() / SHARE);
      if (drawn === 0) {
        count("429");
        return { kind: "429", retryAfter: random.whole(1, LONGEST_RETRY_AFTER) };
      }
      if (drawn === 1) {
        count("500");
        return { kind: "500" };
      }
      if (drawn === 2) {
        const taken = random.next() < 0.5;
        count(taken ? "silence, taken" : "silence, not taken");
        return { kind: "hang", taken };
      }
      if (drawn === 3) {
        count("reset after it was taken");
        return { kind: "reset-after" };
      }
      if (drawn === 4) goAway(to);
      if (drawn === 5) migrate(to);
      return undefined;
    },
  });

  const spells = async (): Promise<void> => {
    while (!stopped) {
      await new Promise((resolve) => setTimeout(resolve, SPELL_EVERY_MS / factor));
      if (stopped) return;
      count("spells of refused connections");
      // What is silent stays so: to be cut is another fate.
      await server.refuseConnections(SPELL_MS / factor, "kept");
    }
  };
  void spells();

  return {
    counts: () => counts,
    isAway: (to) => (away.get(to) ?? 0) > 0,
    stop: () => {
      stopped = true;
      for (const callOff of pending) callOff();
    },
  };
};
