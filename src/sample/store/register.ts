// The whole register: tasks, assignments, what was done about them, and their history.
import type { WorkCalendar } from "#src/calendar/working-days.ts";
import type { Tx } from "#src/database/client.ts";
import { formatTaskCode } from "#src/language/task-code.ts";
import { resultFile } from "../documents/result-file.ts";
import type { SamplePerson } from "../people.ts";
import type { PlannedTask } from "../plan/plan.ts";
import { storeAudit } from "./audit.ts";
import type { Ids } from "./event-values.ts";
import { type EventTerms, storeEvents } from "./events.ts";
import { storeFile, textFile } from "./files.ts";
import { known } from "./known.ts";
import { openMessages, type Typed } from "./messages.ts";
import { attachFiles, storeMatters } from "./story.ts";
import { storeAssignments, storeTasks } from "./tasks.ts";
import { allTold, type Told } from "./told.ts";

export type RegisterTerms = {
  agencyIds: ReadonlyMap<string, number>;
  personIds: ReadonlyMap<string, number>;
  groupIds: ReadonlyMap<string, number>;
  documentIds: ReadonlyMap<string, number>;
  /** Those whose messages are kept, by key. */
  cast: ReadonlyMap<string, SamplePerson>;
  agencyNames: ReadonlyMap<string, string>;
  calendar: WorkCalendar;
};

export const storeRegister = async (
  tx: Tx,
  tasks: readonly PlannedTask[],
  terms: RegisterTerms,
): Promise<void> => {
  const { agencyIds, personIds, groupIds, documentIds, calendar } = terms;
  const ids = {
    agency: (code: string) => known(agencyIds, code),
    person: (key: string) => known(personIds, key),
  };
  const messages = openMessages(tx, terms.cast);
  const taskTerms = { documentIds, groupIds, ids, messages, calendar };
  const taskIds = await storeTasks(tx, tasks, taskTerms);
  const assignmentIds = await storeAssignments(tx, tasks, taskIds, taskTerms);

  const all = allTold(tasks).sort((a, b) => a.act.at.getTime() - b.act.at.getTime());
  const typedOf = ({ task, act }: Told): Typed => ({
    by: act.by ?? "",
    at: act.at,
    text: act.text.replace("{NV}", formatTaskCode(known(taskIds, task))),
  });
  await messages.add(all.map(typedOf));
  const inboxOf = (told: Told) => messages.idOf(typedOf(told));

  const opened = await storeMatters(tx, all, {
    taskId: ({ task }) => known(taskIds, task),
    assignmentId: ({ assignment }) => known(assignmentIds, assignment),
    agencyId: ({ assignment }) => ids.agency(assignment.agency),
    personId: ({ by }) => (by === null ? null : ids.person(by)),
    inboxId: inboxOf,
  });
  await attachFiles(tx, all, opened, async (told) => {
    const file = resultFile(told, known(terms.agencyNames, told.assignment.agency));
    return file === null ? null : storeFile(tx, textFile(file.name, file.text), told.act.at);
  });
  const allIds: Ids = {
    ...ids,
    assignment: (one) => known(assignmentIds, one),
    matter: (act) => known(opened.matters, act),
  };
  const eventTerms: EventTerms = { ids: allIds, taskIds, messages, inboxOf };
  await storeEvents(tx, tasks, all, eventTerms);
  await storeAudit(tx, tasks, all, eventTerms);
};
