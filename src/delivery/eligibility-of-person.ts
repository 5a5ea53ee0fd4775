// Whoever left hears nothing more: what was queued for them while they held a role is dropped when
// its turn comes. An answer to what they asked themselves still goes out.
import { civilToday } from "#src/calendar/zone.ts";
import type { Store } from "#src/database/client.ts";
import { findActorById } from "#src/people/people-store.ts";

/**
 * May a person be told anything at a moment (civil clock)? The rule is the one by which they would
 * be let in: active, with a role of their own; standing in for somebody is not enough.
 */
export const stillBelongs = async (store: Store, personId: number, at: Date): Promise<boolean> =>
  (await findActorById(store, personId, civilToday(at))) !== null;
