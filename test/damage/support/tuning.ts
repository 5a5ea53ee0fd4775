// How a bot under damage differs from one at work: its pace, on which clock, and its patience.
import { fastPaceClock } from "#src/delivery/pace-clock.ts";
import type { BotOrder } from "./bot-process.ts";

/** What startTelegramBot takes beside what everybody gives it. */
export const tuningOf = ({ pace, paceFactor, sendTimeoutSeconds, receive }: BotOrder) => ({
  ...(pace === undefined ? {} : { pace }),
  ...(paceFactor === undefined ? {} : { paceClock: fastPaceClock(paceFactor) }),
  ...(sendTimeoutSeconds === undefined ? {} : { sendTimeoutSeconds }),
  ...(receive === undefined ? {} : { receive }),
});
