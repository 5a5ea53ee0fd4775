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
import { extendedTimes } from "#src/messages/words/extensions.ts";
import { receptionLabels } from "#src/messages/words/reception.ts";
import { deadlineText, labels, stateName, timelinessText } from "#src/messages/words/tasks.ts";
import type { Actor } from "#src/people/actor.ts";
import { may, maySeeContent } from "#src/people/permissions.ts";
import { type AssignmentRow, deadlineShown, factsOf, findAssignments } from "./assignment-store.ts";
import { mattersOf } from "./card-matters.ts";
import { behalfText, contradictionLines } from "./card-people.ts";
import { isDuty } from "./duty.ts";
import { isManyTimes } from "./extension-rules.ts";
import { behindCode, namedCode, periodBlocks } from "./occurrence-view.ts";
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
  // A duty that recurs is done period by period, each with a card of its own.
  if (row.role !== "lead" || (isDuty(row) && row.frequency.length > 0)) return [];
  const words = labels(language);
  const code = namedCode(row);
  const named = `${code} ${row.agency.code}`;
  const drawnFrom = { of: "assignment" as const, id: row.id, version: row.version };
  const buttons: Button[] = [];
  const { receive, takeUp } = receptionLabels(language);
  if (after(row.state, "receive") !== null && may(actor, "receive task", row.agencyId)) {
    buttons.push({ label: receive, command: `/nhan ${code}`, drawnFrom, style: "primary" });
  }
  if (
    row.state === "received" &&
    row.holderId === null &&
    may(actor, "name holder", row.agencyId)
  ) {
    buttons.push({ label: takeUp, command: `/phutrach ${code} tôi`, drawnFrom });
  }
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
  const { extensionCount: times, originalDueOn } = row;
  const moved =
    times > 0 && originalDueOn !== null
      ? ` (${extendedTimes(language, fromDbDate(originalDueOn), times, isManyTimes(times))})`
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
    const { onBehalfOfId, authorId: enteredById } = progress;
    const by = await behalfText({ tx, language }, { onBehalfOfId, enteredById });
    const said = `${on}: ${figure}${progress.note}${files(progress.attachments)}${by}`;
    blocks.push(...line(words.progress, said));
  }
  if (result !== null) {
    const number = result.documentNumber === null ? "" : `số ${result.documentNumber} `;
    const dated =
      result.documentDate === null ? "" : `ngày ${showDate(fromDbDate(result.documentDate))} `;
    const returned =
      result.decision === "returned" ? ` (${words.giveBack}: ${result.decisionNote ?? ""})` : "";
    const { onBehalfOfId, submittedById: enteredById } = result;
    const by = await behalfText({ tx, language }, { onBehalfOfId, enteredById });
    const said = `${number}${dated}${result.note}${files(result.attachments)}${by}${returned}`;
    blocks.push(...line(words.result, said.trim()));
  }
  return [...blocks, ...(await contradictionLines({ tx, language }, row.id))];
};

/** The card of an assignment for somebody; only code and figures where they may not see more. */
export const renderCard = async (row: AssignmentRow, reader: Reader): Promise<Reply> => {
  const { actor, language } = reader;
  const words = labels(language);
  const code = formatTaskCode(row.taskId);
  const title = paragraph(bold(`${code} · ${row.agency.name}${behindCode(language, row)}`));
  if (!maySeeContent(actor, agenciesOfTask(row))) {
    return {
      blocks: [
        title,
        ...(await periodBlocks(row, reader)),
        ...deadlineBlocks(row, reader),
        paragraph(contentHidden(language)),
      ],
    };
  }
  const { task } = row;
  const matters = await mattersOf(row, reader);
  return {
    blocks: [
      title,
      paragraph(task.content),
      ...(await periodBlocks(row, reader)),
      ...deadlineBlocks(row, reader),
      ...line(receptionLabels(language).holder, row.holder?.fullName),
      ...line(words.coordinating, coordinatingText(row)),
      ...line(words.document, documentText(row)),
      ...line(words.area, task.area),
      ...line(words.deliverable, task.deliverable),
      ...line(words.leader, task.leaderInCharge?.fullName ?? task.leaderText),
      ...line(words.note, task.note),
      ...(await latest(row, reader)),
      ...matters.blocks,
      ...(task.restricted ? [paragraph(words.restricted)] : []),
    ],
    buttons: [...buttonsFor(row, actor, language), ...matters.buttons],
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
