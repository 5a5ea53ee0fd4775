// What a document leaves blank is asked for, and what is answered is put in. A date that becomes
// known changes how the deadlines are read: those that nobody touched are read again.
import { z } from "zod";
import type { CivilDate } from "#src/calendar/civil-date.ts";
import { audit } from "#src/delivery/audit.ts";
import { type Block, type Button, paragraph } from "#src/messages/reply.ts";
import { UserError } from "#src/messages/user-error.ts";
import { questionText } from "#src/messages/words/directive-questions.ts";
import * as words from "#src/messages/words/directives.ts";
import { closeForm, findForm, openForm } from "#src/requests/forms-store.ts";
import type { Outcome, Request } from "#src/requests/request.ts";
import { suggestIssuers } from "#src/sheets/register-store.ts";
import { readDirective } from "../read-directive.ts";
import { againstRegister } from "./against-register.ts";
import { findDocument } from "./document-store.ts";
import { doubtsOf, isOpen } from "./doubts.ts";
import { ISSUED_BY } from "./draft-words.ts";
import { blanksOf, fillHead } from "./head-blanks.ts";
import { openReading } from "./named-reading.ts";
import { formatReading } from "./reading-code.ts";
import { changeDraft, findReading, type ReadingRow, touchReading } from "./readings-store.ts";
import { resolveLeads } from "./resolve-leads.ts";
import { loadNames, type Reviewed, review } from "./reviewed.ts";
import { type ReviewDraft, reviewDrafts } from "./stored-json.ts";
import { summaryReply } from "./summary-view.ts";

export const HEAD_STEP = "head";

/** The next answer in this chat fills the head. */
export const expectHead = (request: Request, readingId: number) =>
  openForm(request, { command: "duthao", step: HEAD_STEP, data: { readingId, number: null } });

/** The same, where the document leaves something blank and nothing else is being asked. */
export const expectBlanks = async (
  request: Request,
  { id, status, head }: Pick<ReadingRow, "id" | "status" | "head">,
): Promise<void> => {
  if (status !== "open" || blanksOf(head).length === 0) return;
  if ((await findForm(request)) === null) await expectHead(request, id);
};

const headForm = z.object({ readingId: z.number() });

/** Nothing is blank any more: what is typed next is no answer to that question. */
const closeHeadForm = async (request: Request, readingId: number): Promise<void> => {
  const form = await findForm(request);
  if (form?.command !== "duthao" || form.step !== HEAD_STEP) return;
  if (headForm.parse(form.data).readingId === readingId) await closeForm(request, form);
};

/** Asks for the first blank. */
export const askHead = async (
  request: Request,
  { id, head }: Pick<ReadingRow, "id" | "head">,
  why: Block[],
): Promise<Outcome> => {
  const { language, tx } = request;
  await expectHead(request, id);
  const [about = "number"] = blanksOf(head);
  const code = formatReading(id);
  const known =
    about === "issuer" && head.number !== null ? await suggestIssuers(tx, [head.number]) : [];
  const buttons: Button[][] = known.map((issuer) => [
    { label: issuer, command: `/duthao ${code} ${ISSUED_BY.words} ${issuer}` },
  ]);
  return {
    reply: {
      blocks: [...why, paragraph(questionText(language, { about, phrase: "" }))],
      ...(buttons.length > 0 ? { buttons } : {}),
    },
  };
};

/** One sentence may give several drafts, each with a lead of its own. */
const isOfSamePlace = (one: ReviewDraft, other: ReviewDraft): boolean =>
  one.span.from === other.span.from &&
  one.span.to === other.span.to &&
  one.text === other.text &&
  one.leads.join() === other.leads.join();

/** Deadlines of untouched drafts as of the day that is now known; how many were read anew. */
const readOnDay = async (
  request: Request,
  { reading, drafts }: Reviewed,
  at: CivilDate,
): Promise<number> => {
  const { tx, calendar, actor, now, today } = request;
  const again = reviewDrafts(readDirective(reading.text, { at, calendar }));
  const names = await loadNames(tx, at, today);
  let count = 0;
  for (const row of drafts) {
    const fresh = again.find((draft) => isOfSamePlace(draft, row.asRead));
    if (row.status !== "unseen" || fresh === undefined) continue;
    const unsure = doubtsOf(fresh, resolveLeads(names, fresh), today).length > 0;
    const by = { actorId: actor.personId, now };
    await changeDraft(tx, row, { asRead: fresh, asNow: fresh, unsure }, by);
    count += 1;
  }
  return count;
};

const nowOf = async ({ tx, today }: Request, readingId: number): Promise<Reviewed> => {
  const reading = await findReading(tx, readingId);
  if (reading === null) throw new Error(`reading ${readingId} is not there`);
  return review(tx, reading, today);
};

/** Only now is it known which document this is: what the register has of it is dropped here. */
const dropKnown = async (request: Request, readingId: number): Promise<Block[]> => {
  const { tx, actor, now } = request;
  const { reading, drafts, names } = await nowOf(request, readingId);
  if (reading.documentId !== null) return [];
  const open = drafts.filter(isOpen);
  const against = await againstRegister(request, {
    documentId: await findDocument(tx, reading.head),
    head: reading.head,
    drafts: open.map(({ draft }) => draft),
    names,
  });
  if (against === null) return [];
  const by = { actorId: actor.personId, now };
  for (const [at, row] of open.entries()) {
    if (!against.added.has(at)) await changeDraft(tx, row, { status: "dropped" }, by);
  }
  return against.blocks;
};

/** @throws UserError where what was typed is not understood */
export const answerHead = async (
  request: Request,
  readingId: number,
  typed: string,
): Promise<Outcome> => {
  const { tx, language, now, actor, inboxId } = request;
  const reviewed = await openReading(request, readingId);
  const { reading } = reviewed;
  const head = fillHead(reading.head, typed, request);
  if (head === null) {
    throw new UserError({ blocks: [paragraph(words.headNotUnderstood(language, typed))] });
  }
  const day = head.issuedOn;
  const again =
    day === null || day === reading.readOn ? 0 : await readOnDay(request, reviewed, day);
  await touchReading(tx, readingId, now, { head, ...(day === null ? {} : { readOn: day }) });
  await audit(tx, {
    at: now,
    actorId: actor.personId,
    action: "fill document head",
    subject: `reading:${readingId}`,
    inboxId,
  });
  const said = [
    paragraph(words.headFilled(language)),
    ...(again === 0 ? [] : [paragraph(words.readAgain(language, again))]),
  ];
  if (blanksOf(head).length > 0) return askHead(request, { id: readingId, head }, said);
  await closeHeadForm(request, readingId);
  const known = await dropKnown(request, readingId);
  const summary = summaryReply(language, await nowOf(request, readingId));
  return { reply: { ...summary, blocks: [...said, ...known, ...summary.blocks] } };
};
