import type { Request } from "#src/requests/request.ts";
import type { Cause } from "./assignment-store.ts";

/** What a request causes takes effect today, and is its actor's doing. */
export const causeOf = (request: Request, onBehalfOfId: number | null = null): Cause => ({
  on: request.today,
  at: request.now,
  actorId: request.actor.personId,
  inboxId: request.inboxId,
  onBehalfOfId,
});
