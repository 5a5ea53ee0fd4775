// The card of an assignment: what it says, how it stands, the next steps as buttons. What may be
// seen and done is asked of the permissions for whoever reads it.
import { type CivilDate, fromDbDate } from "#src/calendar/civil-date.ts";
import type { WorkCalendar } from "#src/calendar/working-days.ts";
import type { Store } from "#src/database/client.ts";
import { formatTaskCode } from "#src/language/task-code.ts";
import { showDate } from "#src/messages/format.ts";
import type { Language } from "#src/messages/language.ts";
import { type Block, type Button, bold, paragraph, type Reply } from "#src/messages/reply.ts";
import { UserError } from "#src/messages/user-error.ts";
import { contentHidden, noSuchTask } from "#src/messages/words/commands.ts";
import { deadlineText, labels, stateName, timelinessText } from "#src/messages/words/tasks.ts";
import type { Actor } from "#src/people/actor.ts";
import { may, maySeeContent } from "#src/people/permissions.ts";
import { type AssignmentRow, deadlineShown, factsOf, findAssignments } from "./assignment-store.ts";
import { after } from "./state.ts";
import { timelinessOf } from "./timeliness.ts";

export type Reader = {
  actor: Actor;
  language: Language;
  today: CivilDate;
  calendar: WorkCalendar;
  tx: Store;
};

/** Agencies that the task concerns: their people see its content. */
export const agenciesOfTask = (row: AssignmentRow): number[] =>
  row.task.assignments.map(({ agencyId }) => agencyId);

const buttonsFor = (row: AssignmentRow, actor: Actor, language: Language): Button[][] => {
  if (row.role !== "lead") return [];
  const words = labels(language);
  const code = formatTaskCode(row.taskId);
  const named = `${code} ${row.agency.code}`;
  const drawnFrom = { of: "assignment" as const, id: row.id, version: row.version };
  const buttons: Button[] = [];
  if (after(row.state, "submit") !== null && may(actor, "submit result", row.agencyId)) {
    buttons.push(
      { label: words.report, command: `/tiendo ${code}`, drawnFrom },
      { label: words.submit, command: `/hoanthanh ${code}`, drawnFrom },
    );
  }
  if (after(row.state, "confirm") !== null && may(actor, "decide", row.agencyId)) {
    buttons.push(
      { label: words.confirm, command: `/xacnhan ${named}`, drawnFrom, style: "primary" },
      { label: words.giveBack, command: `/tralai ${named}`, drawnFrom, style: "danger" },
    );
  }
  return buttons.length === 0 ? [] : [buttons];
};

const line = (label: string, value: string | null | undefined): Block[] =>
  value === null || value === undefined || value === ""
    ? []
    : [paragraph(bold(`${label}: `), value)];

const documentText = (row: AssignmentRow): string | null => {
  const { document, clause } = row.task;
  if (document === null) return clause;
  const named = `${document.number} ngày ${showDate(fromDbDate(document.issuedOn))}, ${document.issuer}`;
  return clause === null ? named : `${named}; mục ${clause}`;
};

const coordinatingText = (row: AssignmentRow): string | null => {
  const agencies = row.task.assignments
    .filter(({ role }) => role === "coordinating")
    .map(({ agency }) => agency.name);
  const phrases = row.task.coordination.map(({ phrase }) => phrase);
  return [...agencies, ...phrases].join("; ") || null;
};

const deadlineBlocks = (row: AssignmentRow, { language, today, calendar }: Reader): Block[] => {
  const facts = factsOf(row);
  const shown = deadlineText(language, deadlineShown(row));
  const original = row.originalDueOn === null ? null : showDate(fromDbDate(row.originalDueOn));
  const moved =
    row.extensionCount > 0 && original !== null
      ? ` (${labels(language).original} ${original})`
      : "";
  const timeliness = timelinessText(language, timelinessOf(facts, today, calendar));
  return [
    paragraph(bold(`${labels(language).due}: `), `${shown}${moved} · ${timeliness}`),
    paragraph(
      bold(`${labels(language).state}: `),
      row.percent > 0 && row.state !== "done"
        ? `${stateName(language, row.state)}, ${row.percent}%`
        : stateName(language, row.state),
      facts.completedOn === null ? "" : ` ${showDate(facts.completedOn)}`,
    ),
  ];
};

/** The last word on it: the latest progress note or the latest result. */
const latest = async (row: AssignmentRow, { tx, language }: Reader): Promise<Block[]> => {
  const words = labels(language);
  const [progress, result] = await Promise.all([
    tx.progress.findFirst({
      where: { assignmentId: row.id, correctedBy: { none: {} } },
      orderBy: { id: "desc" },
      include: { attachments: { include: { file: true } } },
    }),
    tx.result.findFirst({
      where: { assignmentId: row.id, decision: { not: "withdrawn" } },
      orderBy: { id: "desc" },
      include: { attachments: { include: { file: true } } },
    }),
  ]);
  const files = (attachments: { file: { name: string } }[]): string =>
    attachments.length === 0
      ? ""
      : ` [${words.files}: ${attachments.map(({ file }) => file.name).join(", ")}]`;
  const blocks: Block[] = [];
  if (progress !== null) {
    const on = showDate(fromDbDate(progress.effectiveOn));
    const figure = progress.percent === null ? "" : `${progress.percent}% `;
    const said = `${on}: ${figure}${progress.note}${files(progress.attachments)}`;
    blocks.push(...line(words.progress, said));
  }
  if (result !== null) {
    const number = result.documentNumber === null ? "" : `số ${result.documentNumber} `;
    const dated =
      result.documentDate === null ? "" : `ngày ${showDate(fromDbDate(result.documentDate))} `;
    const returned =
      result.decision === "returned" ? ` (${words.giveBack}: ${result.decisionNote ?? ""})` : "";
    const said = `${number}${dated}${result.note}${files(result.attachments)}${returned}`;
    blocks.push(...line(words.result, said.trim()));
  }
  return blocks;
};

/** The card of an assignment for somebody; only code and figures where they may not see more. */
export const renderCard = async (row: AssignmentRow, reader: Reader): Promise<Reply> => {
  const { actor, language } = reader;
  const words = labels(language);
  const code = formatTaskCode(row.taskId);
  const title = paragraph(bold(`${code} · ${row.agency.name}`));
  if (!maySeeContent(actor, agenciesOfTask(row))) {
    return {
      blocks: [title, ...deadlineBlocks(row, reader), paragraph(contentHidden(language))],
    };
  }
  const { task } = row;
  return {
    blocks: [
      title,
      paragraph(task.content),
      ...deadlineBlocks(row, reader),
      ...line(words.coordinating, coordinatingText(row)),
      ...line(words.document, documentText(row)),
      ...line(words.area, task.area),
      ...line(words.deliverable, task.deliverable),
      ...line(words.leader, task.leaderInCharge?.fullName ?? task.leaderText),
      ...line(words.note, task.note),
      ...(await latest(row, reader)),
      ...(task.restricted ? [paragraph(words.restricted)] : []),
    ],
    buttons: buttonsFor(row, actor, language),
    card: { kind: "assignment", taskId: row.taskId, assignmentId: row.id, version: row.version },
  };
};

/** The card by the assignment's id. */
export const cardReply = async (reader: Reader, assignmentId: number): Promise<Reply> => {
  const [row] = await findAssignments(reader.tx, { id: assignmentId });
  if (row === undefined)
    throw new UserError({ blocks: [paragraph(noSuchTask(reader.language, ""))] });
  return renderCard(row, reader);
};

/** The same question, looked at by somebody else. */
export const readerFor = (reader: Reader, actor: Actor): Reader => ({
  actor,
  language: actor.language,
  today: reader.today,
  calendar: reader.calendar,
  tx: reader.tx,
});

/** The card under a sentence that says why it comes. */
export const introducedCard = async (
  reader: Reader,
  assignmentId: number,
  text: string,
): Promise<Reply> => {
  const card = await cardReply(reader, assignmentId);
  return { ...card, blocks: [paragraph(text), ...card.blocks] };
};
