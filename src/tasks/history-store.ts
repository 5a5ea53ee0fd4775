// Everything that happened to a task, or to some of its assignments, with what the events refer to.
import type { Prisma } from "#prisma/generated/client.ts";
import { type CivilDate, fromDbDate } from "#src/calendar/civil-date.ts";
import type { Store } from "#src/database/client.ts";
import type { About, Source } from "#src/messages/words/history.ts";
import { readableEventOf, type TaskEventValue } from "./events.ts";

/** One thing that happened. */
export type Happening = {
  at: Date;
  on: CivilDate;
  who: string | null;
  onBehalfOf: string | null;
  assignmentId: number | null;
  source: Source | null;
  event: TaskEventValue;
  about: Omit<About, "field">;
};

type EventRow = Prisma.TaskEventGetPayload<{ include: { inbox: true } }>;

const names = async (
  store: Store,
  people: readonly (number | null)[],
  agencies: readonly (number | null)[],
) => {
  const [persons, named] = await Promise.all([
    store.person.findMany({
      where: { id: { in: people.flatMap((id) => id ?? []) } },
      select: { id: true, fullName: true },
    }),
    store.agency.findMany({
      where: { id: { in: agencies.flatMap((id) => id ?? []) } },
      select: { id: true, name: true },
    }),
  ]);
  return {
    people: new Map(persons.map(({ id, fullName }) => [id, fullName])),
    agencies: new Map(named.map(({ id, name }) => [id, name])),
  };
};

/** What the events of these assignments may refer to. */
const referred = async (store: Store, taskId: number) => {
  const ofTask = { assignment: { taskId } };
  const [progress, results, extensions, blockers, explanations, contradictions, assignments] =
    await Promise.all([
      store.progress.findMany({ where: ofTask }),
      store.result.findMany({ where: ofTask }),
      store.extension.findMany({ where: ofTask }),
      store.blocker.findMany({ where: { taskId } }),
      store.explanationRequest.findMany({ where: { taskId } }),
      store.contradiction.findMany({ where: ofTask }),
      store.assignment.findMany({ where: { taskId }, select: { id: true, agencyId: true } }),
    ]);
  return {
    /** An event of progress names no row: both were written at the same moment. */
    progress: new Map(
      progress.map((row) => [`${row.assignmentId}:${row.recordedAt.getTime()}`, row]),
    ),
    results: new Map(results.map((row) => [row.id, row])),
    extensions: new Map(extensions.map((row) => [row.id, row])),
    blockers: new Map(blockers.map((row) => [row.id, row])),
    explanations: new Map(explanations.map((row) => [row.id, row])),
    contradictions: new Map(contradictions.map((row) => [row.id, row])),
    agencyOf: new Map(assignments.map(({ id, agencyId }) => [id, agencyId])),
  };
};

type Referred = Awaited<ReturnType<typeof referred>>;
type Named = Awaited<ReturnType<typeof names>>;

const NOTHING = { note: "", document: null, person: null, agency: null, answer: "" };

const aboutResult = (row: ReturnType<Referred["results"]["get"]>): Omit<About, "field"> => {
  if (row === undefined || row.documentNumber === null)
    return { ...NOTHING, note: row?.note ?? "" };
  const on = row.documentDate === null ? null : fromDbDate(row.documentDate);
  return { ...NOTHING, note: row.note, document: { number: row.documentNumber, on } };
};

const aboutEvent = (
  { kind, data }: TaskEventValue,
  row: EventRow,
  all: Referred,
  { people, agencies }: Named,
): Omit<About, "field"> => {
  switch (kind) {
    case "progressed": {
      const said = all.progress.get(`${row.assignmentId}:${row.recordedAt.getTime()}`);
      return { ...NOTHING, note: said?.note ?? "" };
    }
    case "submitted":
    case "returned":
    case "withdrawn":
      return aboutResult(all.results.get(data.resultId));
    case "confirmed":
      return aboutResult(all.results.get(data.resultId ?? 0));
    case "assigned": {
      const from = all.agencyOf.get(data.originId ?? 0);
      // An occurrence comes from a duty of the same agency, not from another one.
      const isMoved = from !== undefined && from !== data.agencyId;
      return { ...NOTHING, agency: isMoved ? (agencies.get(from) ?? null) : null };
    }
    case "transferred":
      return { ...NOTHING, agency: agencies.get(data.toAgencyId) ?? null };
    case "holder_changed":
      return { ...NOTHING, person: people.get(data.holderId ?? 0) ?? null };
    case "extension_withdrawn":
      return { ...NOTHING, answer: all.extensions.get(data.extensionId)?.decisionNote ?? "" };
    case "contradicted":
    case "contradiction_closed": {
      const found = all.contradictions.get(data.contradictionId);
      return { ...NOTHING, note: found?.reason ?? "", answer: found?.closingNote ?? "" };
    }
    case "blocker_raised":
    case "blocker_answered":
    case "blocker_closed": {
      const found = all.blockers.get(data.blockerId);
      return { ...NOTHING, note: found?.text ?? "", answer: found?.answer ?? "" };
    }
    case "explanation_asked":
    case "explanation_answered":
    case "explanation_closed": {
      const found = all.explanations.get(data.requestId);
      return { ...NOTHING, note: found?.text ?? "", answer: found?.answer ?? "" };
    }
    default:
      return NOTHING;
  }
};

/** "chat:message" of a stored update, and the group that it was written in. */
const sourceOf = (inbox: EventRow["inbox"], groups: ReadonlyMap<string, string>): Source | null => {
  if (inbox === null || inbox.channel !== "telegram") return null;
  const chat = inbox.lane.split(":")[0] ?? "";
  return {
    group: groups.get(chat) ?? null,
    message: inbox.messageKey?.split(":")[1] ?? null,
  };
};

/** The newest first. `assignmentIds`: whose events beside those of the task itself. */
export const happeningsOf = async (
  store: Store,
  taskId: number,
  assignmentIds: readonly number[],
): Promise<Happening[]> => {
  const rows = await store.taskEvent.findMany({
    where: { taskId, OR: [{ assignmentId: null }, { assignmentId: { in: [...assignmentIds] } }] },
    orderBy: { id: "desc" },
    include: { inbox: true },
  });
  const all = await referred(store, taskId);
  const events = rows.map(readableEventOf);
  const holders = events.map((one) => (one?.kind === "holder_changed" ? one.data.holderId : null));
  const known = await names(
    store,
    [...rows.map(({ actorId }) => actorId), ...holders],
    [
      ...rows.map(({ onBehalfOfId }) => onBehalfOfId),
      ...events.map((one) => (one?.kind === "transferred" ? one.data.toAgencyId : null)),
      ...all.agencyOf.values(),
    ],
  );
  const chats = await store.chat.findMany({
    where: { kind: "group" },
    select: { externalId: true, title: true },
  });
  const groups = new Map(chats.map(({ externalId, title }) => [externalId, title ?? externalId]));
  return rows.flatMap((row, at): Happening[] => {
    const event = events[at];
    if (event === undefined || event === null) return [];
    return [
      {
        at: row.recordedAt,
        on: fromDbDate(row.effectiveOn),
        who: known.people.get(row.actorId ?? 0) ?? null,
        onBehalfOf: known.agencies.get(row.onBehalfOfId ?? 0) ?? null,
        assignmentId: row.assignmentId,
        source: sourceOf(row.inbox, groups),
        event,
        about: aboutEvent(event, row, all, known),
      },
    ];
  });
};

export type Nudged = {
  assignmentId: number;
  at: Date;
  on: CivilDate;
  /** Null: by a job. */
  who: string | null;
};

/** Đôn đốc, by people and by jobs, the newest first. */
export const nudgesOf = async (
  store: Store,
  assignmentIds: readonly number[],
): Promise<Nudged[]> => {
  const rows = await store.nudge.findMany({
    where: { assignmentId: { in: [...assignmentIds] } },
    orderBy: { id: "desc" },
  });
  const { people } = await names(
    store,
    rows.map(({ byId }) => byId),
    [],
  );
  return rows.map((row) => ({
    assignmentId: row.assignmentId,
    at: row.recordedAt,
    on: fromDbDate(row.effectiveOn),
    who: row.byId === null ? null : (people.get(row.byId) ?? "?"),
  }));
};
