import type { Limits } from "./api/limits.ts";
import type { House } from "./house.ts";
import type { BotIdentity } from "./state/world.ts";

export type BotApiServerOptions = {
  /** 0 takes any free port. The host is always 127.0.0.1. */
  port: number;
  /** The civil clock of the messages, epoch ms; it may be virtual. */
  now: () => number;
  bot: BotIdentity;
  /** With a folder, all state survives restarts and kills; else it is in memory only. */
  storeDir?: string;
  /** Keep account of the bot's messages that no test took. */
  strict?: boolean;
  /** Privacy mode off: the bot sees everything in groups. Kept in the store once set. */
  readsAllGroupMessages?: boolean;
  limits?: Partial<Limits>;
  /** The clock of the pace limits and of the calls' moments, ms; real unless a test gives its own. */
  monotonic?: () => number;
  /** The product behind; without one everybody is shown, and the clock can't be moved. */
  house?: House;
};
