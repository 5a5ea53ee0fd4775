// What a person does whose bot fell silent: waits a little, writes something, and taps "Xem lại"
// if the bot says that something may not have arrived.
import type { Mortal } from "#test/damage/support/mortal.ts";
import type { Citizen, Heard } from "#test/support/citizen.ts";

const PATIENCE_MS = 1_500;
const MOST_TRIES = 12;

type Expected = Parameters<Citizen["hears"]>[0];

const tryHear = (citizen: Citizen, expected: Expected, ms: number): Promise<Heard | null> =>
  citizen.hears(expected, ms).catch(() => null);

/** Hears it at last, or fails. */
export const hearAtLast = async (
  citizen: Citizen,
  bot: Mortal,
  expected: Expected,
): Promise<Heard> => {
  for (let tries = 0; tries < MOST_TRIES; tries += 1) {
    await bot.alive();
    const heard = await tryHear(citizen, expected, PATIENCE_MS);
    if (heard !== null) return heard;
    await citizen.says("/toi");
    const offer = await tryHear(citizen, /có thể chưa đến/, PATIENCE_MS);
    await offer
      ?.button("Xem lại")
      .click()
      .catch(() => undefined);
  }
  throw new Error(`never heard ${String(expected)}`);
};

/** Taps once; the answer to the tap may be lost with the process, its effect may not. */
export const tap = async (heard: Heard, label: string): Promise<void> => {
  await heard
    .button(label)
    .click()
    .catch(() => undefined);
};

/** The group's ranking: if it does not come, the secretariat looks at /choxuly and sends it again. */
export const hearInGroupAtLast = async (
  inGroup: Citizen,
  secretary: Citizen,
  bot: Mortal,
  expected: Expected,
): Promise<Heard> => {
  for (let tries = 0; tries < MOST_TRIES; tries += 1) {
    await bot.alive();
    const heard = await tryHear(inGroup, expected, PATIENCE_MS);
    if (heard !== null) return heard;
    await secretary.says("/choxuly");
    const pending = await tryHear(secretary, /Tin nhóm chưa rõ/, PATIENCE_MS);
    await pending
      ?.button(/Gửi lại/)
      .click()
      .catch(() => undefined);
  }
  throw new Error(`the group never heard ${String(expected)}`);
};
