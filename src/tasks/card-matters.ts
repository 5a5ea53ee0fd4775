// What is open about an assignment, on its card: extensions asked for and granted, blockers,
// explanations; and the next step of each for whoever reads it.
import { fromDbDate } from "#src/calendar/civil-date.ts";
import { civilToday } from "#src/calendar/zone.ts";
import { type Block, type Button, bold, details, paragraph } from "#src/messages/reply.ts";
import { matterLabels, matterOf } from "#src/messages/words/blockers.ts";
import { explanationDue } from "#src/messages/words/explanations.ts";
import * as words from "#src/messages/words/extensions.ts";
import { may } from "#src/people/permissions.ts";
import type { AssignmentRow } from "./assignment-store.ts";
import { openBlockersOf } from "./blocker-store.ts";
import type { Reader } from "./card.ts";
import { openExplanationsOf } from "./explanation-store.ts";
import { extensionHistory } from "./extension-store.ts";
import { formatMatter } from "./matter-code.ts";
import { namedCode } from "./occurrence-view.ts";

export type Matters = { blocks: Block[]; buttons: Button[][] };

type Attachments = readonly { file: { name: string } }[];

const filesText = (label: string, attachments: Attachments): string =>
  attachments.length === 0
    ? ""
    : ` [${label}: ${attachments.map(({ file }) => file.name).join(", ")}]`;

type PastExtension = Awaited<ReturnType<typeof extensionHistory>>[number];

/** One line for what was decided; null for what is still open. */
const pastLine = (extension: PastExtension, language: Reader["language"]): string | null => {
  const { status, fromDueOn, toDueOn, grantedOn, reason, askedOn } = extension;
  const on = extension.decidedAt === null ? askedOn : civilToday(extension.decidedAt);
  if (status === "open") return null;
  if (status === "withdrawn") return words.withdrawnLine(language, on, toDueOn);
  if (status === "rejected") {
    return words.refusedLine(language, on, toDueOn, extension.decisionNote ?? "");
  }
  const by = extension.decidedBy ?? "";
  const authority = extension.authority ?? "";
  const line = words.grantedLine(language, on, fromDueOn, grantedOn, authority, by);
  return `${line}${words.askedShort(language, toDueOn, reason)}`;
};

const extensions = async (row: AssignmentRow, reader: Reader): Promise<Matters> => {
  const { tx, language, actor } = reader;
  const all = await extensionHistory(tx, row.id);
  const labels = words.extensionLabels(language);
  const open = all.find(({ status }) => status === "open");
  const past = all.map((one) => pastLine(one, language)).filter((line) => line !== null);
  const history =
    past.length === 0
      ? []
      : [details(`${labels.history} (${past.length})`, ...past.map((line) => paragraph(line)))];
  if (open === undefined) return { blocks: history, buttons: [] };
  const files = filesText(matterLabels(language).files, open.attachments);
  const text = `${words.openExtensionLine(language, open.toDueOn, open.askedOn, open.reason)}${files}`;
  const decides = may(actor, "decide", row.agencyId) && open.askedById !== actor.personId;
  const named = `${namedCode(row)} ${row.agency.code}`;
  const drawnFrom = { of: "assignment" as const, id: row.id, version: row.version };
  return {
    blocks: [paragraph(bold(`${labels.asked}: `), text), ...history],
    buttons: decides
      ? [
          [
            { label: labels.approve, command: `/duyet ${named}`, drawnFrom, style: "primary" },
            { label: labels.reject, command: `/tuchoi ${named}`, drawnFrom, style: "danger" },
          ],
        ]
      : [],
  };
};

const blockers = async (row: AssignmentRow, reader: Reader): Promise<Matters> => {
  const { tx, language, actor } = reader;
  const labels = matterLabels(language);
  const rows = await openBlockersOf(tx, row.id);
  const own = may(actor, "raise blocker", row.agencyId);
  const answers = may(actor, "answer blocker", row.agencyId);
  return {
    blocks: rows.flatMap(({ id, raisedAt, text, answer, attachments }) => [
      paragraph(
        bold(
          `${labels.blocker} ${matterOf(language, formatMatter("VM", id), civilToday(raisedAt))}: `,
        ),
        `${text}${filesText(labels.files, attachments)}`,
        ...(answer === null ? [] : [` → ${labels.answerOf}: ${answer}`]),
      ),
    ]),
    buttons: rows.flatMap(({ id, answeredAt, raisedById }): Button[][] => {
      const code = formatMatter("VM", id);
      if (answeredAt !== null) {
        return own ? [[{ label: `${labels.close} ${code}`, command: `/dong ${code}` }]] : [];
      }
      return answers && raisedById !== actor.personId
        ? [[{ label: `${labels.answer} ${code}`, command: `/traloi ${code}` }]]
        : [];
    }),
  };
};

const explanations = async (row: AssignmentRow, reader: Reader): Promise<Matters> => {
  const { tx, language, actor } = reader;
  const labels = matterLabels(language);
  const rows = await openExplanationsOf(tx, [row.id]);
  const own = may(actor, "answer explanation", row.agencyId);
  const asks = may(actor, "ask explanation", row.agencyId);
  return {
    blocks: rows.flatMap(({ id, dueOn, text, answer, attachments }) => {
      const due = dueOn === null ? "" : `, ${explanationDue(language, fromDbDate(dueOn))}`;
      return [
        paragraph(
          bold(`${labels.explanation} ${formatMatter("GT", id)}${due}: `),
          text,
          ...(answer === null ? [] : [` → ${labels.answerOf}: ${answer}`]),
          filesText(labels.files, attachments),
        ),
      ];
    }),
    buttons: rows.flatMap(({ id, answeredAt }): Button[][] => {
      const code = formatMatter("GT", id);
      if (answeredAt === null) {
        return own ? [[{ label: `${labels.answer} ${code}`, command: `/traloi ${code}` }]] : [];
      }
      return asks ? [[{ label: `${labels.close} ${code}`, command: `/dong ${code}` }]] : [];
    }),
  };
};

/** The parts of a lead's card about what was asked and not settled. */
export const mattersOf = async (row: AssignmentRow, reader: Reader): Promise<Matters> => {
  if (row.role !== "lead") return { blocks: [], buttons: [] };
  const parts = [
    await extensions(row, reader),
    await blockers(row, reader),
    await explanations(row, reader),
  ];
  return {
    blocks: parts.flatMap(({ blocks }) => blocks),
    buttons: parts.flatMap(({ buttons }) => buttons),
  };
};
