// A draft cut in two, or joined with the one behind it.
import { list, paragraph } from "#src/messages/reply.ts";
import { UserError } from "#src/messages/user-error.ts";
import * as words from "#src/messages/words/directives.ts";
import type { Outcome } from "#src/requests/request.ts";
import { cutDraft, mended, piecesOf } from "./cut-draft.ts";
import { isOpen } from "./doubts.ts";
import { type At, by, changed } from "./draft-deed.ts";
import { joinDrafts } from "./join-drafts.ts";
import { formatDraft } from "./reading-code.ts";
import { addDraftBehind, type DraftChange } from "./readings-store.ts";

const whereToSplit = ({ request, reviewed, one, code }: At): Outcome => {
  const { language } = request;
  const pieces = piecesOf(reviewed.reading.text, one.draft);
  if (pieces.length < 2) {
    throw new UserError({ blocks: [paragraph(words.cannotSplit(language, code))] });
  }
  const say = words.deeds(language);
  const drawnFrom = { of: "draft" as const, id: one.id, version: one.version };
  const texts = pieces.map(({ from, to }, at) => [
    `${at + 1}) “${mended(reviewed.reading.text.slice(from, to))}”`,
  ]);
  return {
    reply: {
      blocks: [paragraph(words.whereToSplit(language, code)), list(texts)],
      buttons: pieces.slice(1).map((_, at) => [
        {
          label: say.splitBehind(at + 1),
          command: `/duthao ${code} tách ${at + 1}`,
          drawnFrom,
        },
      ]),
    },
  };
};

/** Cuts it behind that piece; shows the pieces where none is named. */
export const split = async (at: At, behind: number | null): Promise<Outcome> => {
  const { request, reviewed, one, code } = at;
  const { tx, language, calendar } = request;
  if (one.draft.reworded) {
    throw new UserError({ blocks: [paragraph(words.cannotSplitEdited(language, code))] });
  }
  if (behind === null) return whereToSplit(at);
  const { reading, drafts } = reviewed;
  const day = { at: reading.readOn, calendar };
  const halves = cutDraft(reading.text, one.draft, behind, day);
  if (halves === null) return whereToSplit(at);
  const [first, second] = halves;
  const number = Math.max(...drafts.map((draft) => draft.number)) + 1;
  await addDraftBehind(tx, one, { number, draft: second }, by(request));
  const change: DraftChange = { asNow: first, asRead: first, status: "unseen" };
  const other = formatDraft(reading.id, number);
  return changed(at, change, `split to ${other}`, words.draftSplit(language, code, other));
};

/** Joins it with the next one that is still open. */
export const join = async (at: At): Promise<Outcome> => {
  const { request, reviewed, one, code } = at;
  const { tx, language } = request;
  const rest = reviewed.drafts.filter(({ position }) => position > one.position);
  const next = rest.find(isOpen);
  if (next === undefined) {
    throw new UserError({ blocks: [paragraph(words.nothingToJoin(language, code))] });
  }
  await tx.directiveDraft.delete({ where: { id: next.id } });
  const other = formatDraft(reviewed.reading.id, next.number);
  const change: DraftChange = {
    asNow: joinDrafts(one.draft, next.draft),
    asRead: joinDrafts(one.asRead, next.asRead),
    status: "unseen",
    unsure: one.unsure || next.unsure,
  };
  return changed(at, change, `join ${other}`, words.draftsJoined(language, code, other));
};
