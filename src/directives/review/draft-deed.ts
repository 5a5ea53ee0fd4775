// A change of one draft: stored with its mark, and what is shown then.
import { audit } from "#src/delivery/audit.ts";
import type { Language } from "#src/messages/language.ts";
import { paragraph, type Reply } from "#src/messages/reply.ts";
import * as words from "#src/messages/words/directives.ts";
import type { Outcome, Request } from "#src/requests/request.ts";
import { isToLookAt } from "./doubts.ts";
import { draftCard } from "./draft-card.ts";
import { changeDraft, type DraftChange, touchReading } from "./readings-store.ts";
import { nextToSee, type Reviewed, type ReviewedDraft, review } from "./reviewed.ts";
import { summaryReply } from "./summary-view.ts";

/** A draft of an open, locked reading; `code`: as it is called. */
export type At = { request: Request; reviewed: Reviewed; one: ReviewedDraft; code: string };

const under = (texts: readonly string[], reply: Reply): Outcome => ({
  reply: { ...reply, blocks: [...texts.map((text) => paragraph(text)), ...reply.blocks] },
});

/** Who changes it, and when. */
export const by = ({ actor, now }: Request) => ({ actorId: actor.personId, now });

/** Marks the change, and shows the state that it leads to. */
export const noted = async ({ request, reviewed, code }: At, did: string): Promise<Reviewed> => {
  const { tx, now, actor, inboxId, today } = request;
  const { reading } = reviewed;
  await touchReading(tx, reading.id, now);
  await audit(tx, {
    at: now,
    actorId: actor.personId,
    action: "review draft",
    subject: `draft:${code}`,
    inboxId,
    data: { did },
  });
  return review(tx, { ...reading, version: reading.version + 1 }, today);
};

/** Changes it and shows its card. */
export const changed = async (at: At, change: DraftChange, did: string, text: string) => {
  await changeDraft(at.request.tx, at.one, change, by(at.request));
  const after = await noted(at, did);
  const one = after.drafts.find(({ id }) => id === at.one.id) ?? at.one;
  return under([text], draftCard(at.request.language, after, one));
};

/**
 * The next draft that waits; the whole once all were seen, and once the last unsure one was: whether
 * to go through the certain ones is for the person to say.
 */
export const goOn = (language: Language, after: Reviewed, from: number, text: string): Outcome => {
  const next = nextToSee(after.drafts, from);
  if (next === null) {
    return under([text, words.allSeen(language)], summaryReply(language, after));
  }
  const wasUnsure = after.drafts.some(({ id, unsure }) => id === from && unsure);
  if (wasUnsure && !isToLookAt(next)) {
    return under([text, words.unsureSeen(language)], summaryReply(language, after));
  }
  return under([text, words.nextOne(language)], draftCard(language, after, next));
};
