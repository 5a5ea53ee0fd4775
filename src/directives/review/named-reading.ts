// The reading or draft that somebody means, or a sentence that there is none.
import type { Language } from "#src/messages/language.ts";
import { code, paragraph } from "#src/messages/reply.ts";
import { UserError } from "#src/messages/user-error.ts";
import * as words from "#src/messages/words/directives.ts";
import type { Request } from "#src/requests/request.ts";
import { formatDraft, formatReading, type ReadingCode } from "./reading-code.ts";
import { findReading, lockReading, type ReadingRow } from "./readings-store.ts";
import { type Reviewed, type ReviewedDraft, review } from "./reviewed.ts";

const noReading = (language: Language, readingId: number): UserError =>
  new UserError({ blocks: [paragraph(words.noSuchReading(language, formatReading(readingId)))] });

/** @throws UserError where there is no such reading */
export const namedReading = async (
  { tx, today, language }: Request,
  readingId: number,
): Promise<Reviewed> => {
  const reading = await findReading(tx, readingId);
  if (reading === null) throw noReading(language, readingId);
  return review(tx, reading, today);
};

/** It is registered or dropped, and cannot be changed any more. */
export const readingIsOver = (
  language: Language,
  { id, status }: Pick<ReadingRow, "id" | "status">,
): UserError => {
  const named = formatReading(id);
  const state = words.readingState(language, status);
  return new UserError({
    blocks: [paragraph(words.readingIsOver(language, named, state))],
    buttons: [[{ label: named, command: `/vanban ${named}` }]],
  });
};

/** As `namedReading`, to be changed: nobody else changes it meanwhile. @throws UserError */
export const openReading = async (
  { tx, today, language }: Request,
  readingId: number,
  states: readonly ReadingRow["status"][] = ["open"],
): Promise<Reviewed> => {
  const reading: ReadingRow | null = await lockReading(tx, readingId);
  if (reading === null) throw noReading(language, readingId);
  if (!states.includes(reading.status)) throw readingIsOver(language, reading);
  return review(tx, reading, today);
};

/** @throws UserError where the reading has no such draft */
export const draftNamed = (
  language: Language,
  { reading, drafts }: Reviewed,
  { number }: ReadingCode,
): ReviewedDraft => {
  const found = drafts.find((one) => one.number === number);
  if (found !== undefined) return found;
  const named = formatReading(reading.id);
  throw new UserError({
    blocks: [paragraph(words.noSuchDraft(language, formatDraft(reading.id, number ?? 0)))],
    buttons: [[{ label: named, command: `/vanban ${named}` }]],
  });
};

/** Nothing was named. */
export const whichDraft = (language: Language): UserError =>
  new UserError({
    blocks: [paragraph(words.whichDraft(language)), paragraph(code("/duthao VB-3.5 hạn 30/11"))],
    buttons: [[{ label: "/vanban", command: "/vanban" }]],
  });
