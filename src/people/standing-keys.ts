import { keysForLeader } from "#src/messages/words/standing-keys.ts";
import { type Actor, hasRole } from "./actor.ts";

/** The keys under a leader's input line; nobody else has any. */
export const standingKeys = (actor: Actor): string[][] | undefined =>
  hasRole(actor, "leader") ? keysForLeader(actor.language) : undefined;
