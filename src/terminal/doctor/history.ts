// The columns of an assignment are a cache of its events: the two must say the same.
import { type CivilDate, civilDate } from "#src/calendar/civil-date.ts";
import type { Db } from "#src/database/client.ts";
import { formatTaskCode } from "#src/language/task-code.ts";
import { plural } from "#src/messages/format.ts";
import { factsAsOf } from "#src/standings/history.ts";
import { factsOf } from "#src/tasks/assignment-store.ts";
import { readableEventOf, type TaskEventValue } from "#src/tasks/events.ts";
import type { AssignmentFacts } from "#src/tasks/facts.ts";
import { type Finding, fine, first, wrong } from "./finding.ts";

const PAGE = 1_000;
/** Whatever takes effect later is in the columns too. */
const END_OF_TIME: CivilDate = civilDate("9999-12-31");

const FIELDS = [
  "agencyId",
  "role",
  "state",
  "deadlineKind",
  "dueOn",
  "submittedOn",
  "completedOn",
] as const satisfies (keyof AssignmentFacts)[];

/** Names of the columns that differ from what the events say. Pure. */
export const differingColumns = (
  columns: AssignmentFacts,
  events: readonly TaskEventValue[],
): string[] => {
  const folded = factsAsOf({ id: columns.id, taskId: columns.taskId }, events, END_OF_TIME);
  if (folded === null) return ["no history"];
  return FIELDS.filter((field) => columns[field] !== folded[field]);
};

const differing = async (db: Db): Promise<{ total: number; found: string[] }> => {
  const found: string[] = [];
  let total = 0;
  for (let after = 0; ; ) {
    const rows = await db.assignment.findMany({
      where: { id: { gt: after } },
      orderBy: { id: "asc" },
      take: PAGE,
      include: {
        agency: { select: { code: true } },
        events: { orderBy: { id: "asc" }, select: { kind: true, effectiveOn: true, data: true } },
      },
    });
    for (const { events, agency, ...row } of rows) {
      const read = events.flatMap((event) => readableEventOf(event) ?? []);
      const columns = differingColumns(factsOf(row), read);
      if (columns.length > 0) {
        found.push(`${formatTaskCode(row.taskId)} ${agency.code} (${columns.join("/")})`);
      }
    }
    total += rows.length;
    after = rows.at(-1)?.id ?? after;
    if (rows.length < PAGE) return { total, found };
  }
};

export const history = async (db: Db): Promise<Finding> => {
  const { total, found } = await differing(db);
  return found.length === 0
    ? fine("history", `the columns of ${plural(total, "assignment")} agree with their events`)
    : wrong(
        "history",
        `${found.length} of ${plural(total, "assignment")} differ from their events: ${first(found)}`,
        "something wrote past changeAssignment; the events are right, set the columns after them",
      );
};
