// The drafts of a reading as a list, and the readings that are under review.
import { civilToday } from "#src/calendar/zone.ts";
import type { Store } from "#src/database/client.ts";
import { shorten, showDate } from "#src/messages/format.ts";
import type { Language } from "#src/messages/language.ts";
import { type Button, bold, code, list, paragraph, type Reply } from "#src/messages/reply.ts";
import { pageOf } from "#src/messages/words/commands.ts";
import * as words from "#src/messages/words/directives.ts";
import { labels } from "#src/messages/words/tasks.ts";
import { deadlineShort } from "./deadline-view.ts";
import { isToLookAt } from "./doubts.ts";
import { leadText } from "./draft-card.ts";
import { inRows } from "./in-rows.ts";
import { formatDraft, formatReading } from "./reading-code.ts";
import { inReviewOrder, type Reviewed } from "./reviewed.ts";
import { readHead } from "./stored-json.ts";

const PAGE = 8;
const SHORT = 110;
const COLUMNS = 3;

/** A page of the drafts, what is unsure first. */
export const draftList = (language: Language, reviewed: Reviewed, wanted: number): Reply => {
  const { reading, drafts } = reviewed;
  const order = inReviewOrder(drafts);
  const pages = Math.max(1, Math.ceil(order.length / PAGE));
  const page = Math.min(Math.max(1, wanted), pages);
  const shown = order.slice((page - 1) * PAGE, page * PAGE);
  const named = formatReading(reading.id);
  const items = shown.map((one) => [
    bold(formatDraft(reading.id, one.number)),
    ` ${isToLookAt(one) ? "(?) " : ""}${words.clauseName(language, one.draft.clause)}: `,
    shorten(one.draft.text, SHORT),
    ` · ${shorten(leadText(language, one), SHORT) || "?"}`,
    ` · ${deadlineShort(language, one.draft.deadline)}`,
    ` · ${words.statusName(language, one.status)}`,
  ]);
  const turn = (label: string, to: number): Button => ({
    label,
    command: `/vanban ${named} danh sách ${to}`,
    inPlace: true,
  });
  const { back, next } = labels(language);
  return {
    blocks: [
      paragraph(bold(words.listTitle(language, named, order.length))),
      list(items),
      ...(pages > 1 ? [paragraph(pageOf(language, page, pages))] : []),
    ],
    buttons: [
      ...inRows(
        shown.map(({ number }) => ({
          label: formatDraft(reading.id, number),
          command: `/vanban ${formatDraft(reading.id, number)}`,
        })),
        COLUMNS,
      ),
      [
        ...(page > 1 ? [turn(back, page - 1)] : []),
        ...(page < pages ? [turn(next, page + 1)] : []),
        { label: words.deeds(language).summary, command: `/vanban ${named}` },
      ],
    ],
  };
};

const MOST_READINGS = 10;
const EXAMPLE = "/docvanban";

/** The readings that wait to be gone on with, the latest first. */
export const readingsReply = async (store: Store, language: Language): Promise<Reply> => {
  const where = { status: "open" as const };
  const rows = await store.directiveReading.findMany({
    where,
    orderBy: { updatedAt: "desc" },
    take: MOST_READINGS,
    select: {
      id: true,
      head: true,
      createdAt: true,
      drafts: { select: { status: true } },
    },
  });
  if (rows.length === 0) {
    return { blocks: [paragraph(words.noReadings(language)), paragraph(code(EXAMPLE))] };
  }
  const items = rows.map(({ id, head, createdAt, drafts }) => {
    const seen = drafts.filter(({ status }) => status !== "unseen").length;
    const stands = words.readingLine(language, seen, drafts.length);
    const named = words.documentName(language, readHead(head));
    return [bold(formatReading(id)), ` ${named} · ${stands} · ${showDate(civilToday(createdAt))}`];
  });
  return {
    blocks: [
      paragraph(bold(words.readingsTitle(language, await store.directiveReading.count({ where })))),
      list(items),
    ],
    buttons: inRows(
      rows.map(({ id }) => ({ label: formatReading(id), command: `/vanban ${formatReading(id)}` })),
      COLUMNS,
    ),
  };
};
