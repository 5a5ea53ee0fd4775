// An old button says "đã thay đổi" and shows the new state.
import { isOfReview, refuseStaleReview } from "#src/directives/review/stale.ts";
import { paragraph } from "#src/messages/reply.ts";
import { UserError } from "#src/messages/user-error.ts";
import * as words from "#src/messages/words/house.ts";
import { cardReply } from "#src/tasks/card.ts";
import { findForm } from "./forms-store.ts";
import type { Request } from "./request.ts";

/** Throws where the row behind a tapped button is no longer what the button was drawn from. */
export const refuseStale = async (request: Request): Promise<void> => {
  const { drawnFrom, tx, language } = request;
  if (drawnFrom === undefined) return;
  if (drawnFrom.of === "form") {
    const form = await findForm(request);
    if (form === null || form.id !== drawnFrom.id || form.version !== drawnFrom.version) {
      throw new UserError({ blocks: [paragraph(words.formGone(language))] });
    }
    return;
  }
  if (isOfReview(drawnFrom)) return refuseStaleReview(request);
  const row = await tx.assignment.findUnique({
    where: { id: drawnFrom.id },
    select: { version: true },
  });
  if (row?.version === drawnFrom.version) return;
  const card = await cardReply(request, drawnFrom.id);
  throw new UserError({
    ...card,
    blocks: [paragraph(words.changedSince(language)), ...card.blocks],
  });
};
