// The audit rows that the product would have written beside.
import type { Prisma } from "#prisma/generated/client.ts";
import type { Tx } from "#src/database/client.ts";
import { addAll } from "#src/database/in-chunks.ts";
import type { DeedKind } from "../plan/deed.ts";
import type { PlannedTask } from "../plan/plan.ts";
import type { EventTerms } from "./events.ts";
import { known } from "./known.ts";
import { registeredBy } from "./tasks.ts";
import type { Told } from "./told.ts";

const ACTIONS: Record<DeedKind, string> = {
  received: "receive",
  held: "change holder",
  progressed: "report progress",
  submitted: "submit result",
  confirmed: "confirm result",
  returned: "return result",
  extension_asked: "ask extension",
  extension_granted: "approve extension",
  extension_rejected: "reject extension",
  blocker_raised: "raise blocker",
  blocker_answered: "answer blocker",
  blocker_closed: "close blocker",
  explanation_asked: "ask explanation",
  explanation_answered: "answer explanation",
  contradicted: "contradict",
  paused: "pause assignment",
  resumed: "resume assignment",
  cancelled: "cancel assignment",
  transferred: "transfer assignment",
  nudged: "nudge",
};

type AuditRow = Prisma.AuditEntryCreateManyInput & { at: Date };

const subjectOf = ({ act, matter, assignment }: Told, { ids }: EventTerms): string => {
  const { kind } = act.deed;
  if (kind.startsWith("blocker")) return `blocker:${ids.matter(matter)}`;
  if (kind.startsWith("explanation")) return `explanation:${ids.matter(matter)}`;
  return `assignment:${ids.assignment(assignment)}`;
};

const ofAct = (told: Told, terms: EventTerms): AuditRow[] => {
  const { ids, inboxOf } = terms;
  const { act, assignment } = told;
  // What a job did has one row for the whole task.
  if (act.by === null) return [];
  const actorId = ids.person(act.by);
  return [
    {
      at: act.at,
      actorId,
      actorLabel: `person:${actorId}`,
      action: ACTIONS[act.deed.kind],
      subject: subjectOf(told, terms),
      onBehalfOfId: act.onBehalf ? ids.agency(assignment.agency) : null,
      inboxId: inboxOf(told),
      data: {},
    },
  ];
};

const ofTask = (task: PlannedTask, { ids, taskIds, messages }: EventTerms): AuditRow[] => {
  const { registered, proposal } = task;
  const subject = `task:${known(taskIds, task)}`;
  const by = (key: string | null) => {
    const actorId = key === null ? null : ids.person(key);
    return { actorId, actorLabel: actorId === null ? "system" : `person:${actorId}` };
  };
  const action = proposal === null ? "register task" : "propose task";
  const inboxId = messages.idOf(registeredBy(task));
  const first = { at: registered.at, ...by(registered.by), action, subject, inboxId, data: {} };
  const declined = proposal?.declined ?? null;
  if (declined === null) return [first];
  const end = { at: declined.at, ...by(declined.by), action: "decline proposal", subject };
  return [first, { ...end, data: {} }];
};

/** Periods of a recurring duty that a job opened on one morning have one row. */
const ofJobs = (task: PlannedTask, { ids, taskIds }: EventTerms): AuditRow[] => {
  const opened = task.assignments.filter(({ occurrence }) => occurrence !== "");
  const byMorning = new Map<number, number[]>();
  for (const one of opened) {
    const at = one.assigned.at.getTime();
    byMorning.set(at, [...(byMorning.get(at) ?? []), ids.assignment(one)]);
  }
  return [...byMorning].map(([at, assignments]) => ({
    at: new Date(at),
    actorId: null,
    actorLabel: "job:open-occurrences",
    action: "open occurrences",
    subject: `task:${known(taskIds, task)}`,
    data: { assignments },
  }));
};

export const storeAudit = async (
  tx: Tx,
  tasks: readonly PlannedTask[],
  all: readonly Told[],
  terms: EventTerms,
): Promise<void> => {
  const rows = [
    ...tasks.flatMap((task) => ofTask(task, terms)),
    ...tasks.flatMap((task) => ofJobs(task, terms)),
    ...all.flatMap((told) => ofAct(told, terms)),
  ].sort((a, b) => a.at.getTime() - b.at.getTime());
  await addAll(rows, (data) => tx.auditEntry.createMany({ data }));
};
