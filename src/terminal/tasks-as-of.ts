// The lead assignments as they stood at the end of a day, from history.
import type { AssignmentState } from "#prisma/generated/enums.ts";
import { addDays, type CivilDate } from "#src/calendar/civil-date.ts";
import type { WorkCalendar } from "#src/calendar/working-days.ts";
import type { Db } from "#src/database/client.ts";
import { formatTaskCode } from "#src/language/task-code.ts";
import { loadFacts } from "#src/standings/facts-store.ts";
import type { AssignmentFacts } from "#src/tasks/facts.ts";
import { isOpenLead, type Timeliness, timelinessOf } from "#src/tasks/timeliness.ts";
import type { Wanted } from "./wanted-options.ts";

export type TaskAsOf = {
  code: string;
  content: string;
  agency: { code: string; name: string };
  state: AssignmentState;
  deadlineKind: string;
  dueOn: CivilDate | null;
  submittedOn: CivilDate | null;
  completedOn: CivilDate | null;
  timeliness: Timeliness;
};

const isWanted = (facts: AssignmentFacts, wanted: Wanted, on: CivilDate): boolean => {
  const { dueOn } = facts;
  switch (wanted.kind) {
    case "all":
      return true;
    case "state":
      return facts.state === wanted.state;
    case "open":
      return isOpenLead(facts);
    case "overdue":
      return isOpenLead(facts) && dueOn !== null && dueOn < on;
    case "due":
      return (
        isOpenLead(facts) && dueOn !== null && dueOn >= on && dueOn <= addDays(on, wanted.days)
      );
  }
};

/** The earliest due first, the undated last. */
const byUrgency = (a: AssignmentFacts, b: AssignmentFacts): number =>
  (a.dueOn ?? "9999").localeCompare(b.dueOn ?? "9999") ||
  a.taskId - b.taskId ||
  a.agencyId - b.agencyId;

export const tasksAsOf = async (
  db: Db,
  { wanted, agencyId, on }: { wanted: Wanted; agencyId: number | null; on: CivilDate },
  calendar: WorkCalendar,
): Promise<TaskAsOf[]> => {
  const filter = { role: "lead" as const, ...(agencyId === null ? {} : { agencyIds: [agencyId] }) };
  const facts = (await loadFacts(db, filter, on)).filter((each) => isWanted(each, wanted, on));
  const tasks = await db.task.findMany({
    where: { id: { in: [...new Set(facts.map(({ taskId }) => taskId))] } },
    select: { id: true, content: true },
  });
  const agencies = await db.agency.findMany({ select: { id: true, code: true, name: true } });
  const contents = new Map(tasks.map(({ id, content }) => [id, content]));
  const named = new Map(agencies.map(({ id, code, name }) => [id, { code, name }]));
  return facts.sort(byUrgency).map((each) => ({
    code: formatTaskCode(each.taskId),
    content: contents.get(each.taskId) ?? "",
    agency: named.get(each.agencyId) ?? { code: "?", name: "?" },
    state: each.state,
    deadlineKind: each.deadlineKind,
    dueOn: each.dueOn,
    submittedOn: each.submittedOn,
    completedOn: each.completedOn,
    timeliness: timelinessOf(each, on, calendar),
  }));
};
