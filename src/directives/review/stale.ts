// An old button of a review says "đã thay đổi" and shows the new state.
import { type DrawnFrom, paragraph, type Reply } from "#src/messages/reply.ts";
import { UserError } from "#src/messages/user-error.ts";
import { changedSince } from "#src/messages/words/house.ts";
import type { Request } from "#src/requests/request.ts";
import { draftCard } from "./draft-card.ts";
import { readingsReply } from "./list-view.ts";
import { findReading } from "./readings-store.ts";
import { review } from "./reviewed.ts";
import { summaryReply } from "./summary-view.ts";

type Drawn = DrawnFrom & { of: "draft" | "reading" };

export const isOfReview = (drawn: DrawnFrom): drawn is Drawn =>
  drawn.of === "draft" || drawn.of === "reading";

const nowOf = async ({ tx, today, language }: Request, drawn: Drawn): Promise<Reply> => {
  const draft =
    drawn.of === "draft"
      ? await tx.directiveDraft.findUnique({
          where: { id: drawn.id },
          select: { readingId: true },
        })
      : null;
  const readingId = drawn.of === "reading" ? drawn.id : draft?.readingId;
  const reading = readingId === undefined ? null : await findReading(tx, readingId);
  if (reading === null) return readingsReply(tx, language);
  const reviewed = await review(tx, reading, today);
  const one = reviewed.drafts.find(({ id }) => id === drawn.id);
  return drawn.of === "draft" && one !== undefined
    ? draftCard(language, reviewed, one)
    : summaryReply(language, reviewed);
};

const versionOf = async ({ tx }: Request, { of, id }: Drawn): Promise<number | undefined> => {
  const select = { version: true };
  const row =
    of === "draft"
      ? await tx.directiveDraft.findUnique({ where: { id }, select })
      : await tx.directiveReading.findUnique({ where: { id }, select });
  return row?.version;
};

/**
 * Throws where a tapped button's draft or reading is no longer what it was drawn from. Asked again
 * once the reading is locked: two may have tapped at the same moment.
 */
export const refuseStaleReview = async (request: Request): Promise<void> => {
  const { drawnFrom, language } = request;
  if (drawnFrom === undefined || !isOfReview(drawnFrom)) return;
  if ((await versionOf(request, drawnFrom)) === drawnFrom.version) return;
  const now = await nowOf(request, drawnFrom);
  throw new UserError({
    ...now,
    blocks: [paragraph(changedSince(language)), ...now.blocks],
  });
};
