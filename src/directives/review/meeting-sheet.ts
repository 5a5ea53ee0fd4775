// The drafts of a reading as a sheet, to be taken to a meeting: as they stand, in the document's
// order. Its columns are Vietnamese, and so is what stands in them.
import { audit } from "#src/delivery/audit.ts";
import { makeFile } from "#src/delivery/made-files.ts";
import { reformArea } from "#src/language/reform-area.ts";
import type { Language } from "#src/messages/language.ts";
import { paragraph } from "#src/messages/reply.ts";
import { sheetReady } from "#src/messages/words/directive-input.ts";
import { sourceLine, statusName } from "#src/messages/words/directives.ts";
import type { Outcome, Request } from "#src/requests/request.ts";
import { sheetMimes } from "#src/sheets/export-sheet.ts";
import { type DraftSheetRow, draftsSheet } from "../drafts-sheet.ts";
import { deadlineShort, targetText } from "./deadline-view.ts";
import { doubtText } from "./doubt-text.ts";
import { isToLookAt } from "./doubts.ts";
import { coordinatingText, leadText } from "./draft-card.ts";
import { formatReading } from "./reading-code.ts";
import type { Reviewed, ReviewedDraft } from "./reviewed.ts";

const VI: Language = "vi";

const rowOf = (one: ReviewedDraft): DraftSheetRow => {
  const { draft, status, doubts } = one;
  return {
    clause: draft.clause,
    text: draft.text,
    leads: leadText(VI, one),
    coordinating: coordinatingText(one),
    deadline: deadlineShort(VI, draft.deadline),
    phrase: draft.deadline.phrase.replace(/\s+/gu, " ").trim(),
    area: reformArea(draft.area).short,
    targets: draft.targets.map((target) => targetText(VI, target)).join("; "),
    question: isToLookAt(one) ? doubts.map((doubt) => doubtText(VI, doubt)).join(" ") : "",
    status: statusName(VI, status),
    source: sourceLine(VI, draft.span.line),
  };
};

export const meetingSheet = async (request: Request, reviewed: Reviewed): Promise<Outcome> => {
  const { tx, language, actor, now, inboxId } = request;
  const code = formatReading(reviewed.reading.id);
  const rows = reviewed.drafts.map(rowOf);
  const name = `${code}-du-thao.xlsx`;
  const file = await makeFile(tx, { name, mime: sheetMimes.xlsx, bytes: await draftsSheet(rows) });
  await audit(tx, {
    at: now,
    actorId: actor.personId,
    action: "export drafts",
    subject: `reading:${reviewed.reading.id}`,
    inboxId,
    data: { drafts: rows.length },
  });
  const text = sheetReady(language, code, rows.length);
  // It can be made again at any time: the bytes need not stay.
  return { reply: { blocks: [paragraph(text)], files: [file], once: true }, queued: true };
};
