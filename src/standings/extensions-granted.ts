// How often the dates of an agency were moved: shown beside its figures, so that a good rate which
// came by extensions can be seen as such.
import type { CivilDate } from "#src/calendar/civil-date.ts";
import { addDays } from "#src/calendar/civil-date.ts";
import { inWindow, type Window } from "#src/calendar/periods.ts";
import { civilToday, instantAt } from "#src/calendar/zone.ts";
import type { Store } from "#src/database/client.ts";
import { isManyTimes } from "#src/tasks/extension-rules.ts";

/** One extension that was granted: of which assignment, on which day. */
export type GrantedExtension = { assignmentId: number; on: CivilDate };

/** Those granted up to the end of `asOf`, by agency. */
export const extensionsGranted = async (
  store: Store,
  agencyIds: readonly number[],
  asOf: CivilDate,
): Promise<Map<number, GrantedExtension[]>> => {
  const rows = await store.extension.findMany({
    where: {
      status: "approved",
      decidedAt: { lt: instantAt(addDays(asOf, 1), "00:00") },
      assignment: { agencyId: { in: [...agencyIds] }, task: { status: "registered" } },
    },
    select: { assignmentId: true, decidedAt: true, assignment: { select: { agencyId: true } } },
    orderBy: { id: "asc" },
  });
  const granted = new Map<number, GrantedExtension[]>();
  for (const { assignmentId, decidedAt, assignment } of rows) {
    if (decidedAt === null) continue;
    const { agencyId } = assignment;
    const one = { assignmentId, on: civilToday(decidedAt) };
    granted.set(agencyId, [...(granted.get(agencyId) ?? []), one]);
  }
  return granted;
};

export type ExtensionFigures = { times: number; tasks: number; many: number };

/** Within a window; `many`: assignments extended three times or more, in it or before. Pure. */
export const extensionFigures = (
  granted: readonly GrantedExtension[],
  window: Window,
): ExtensionFigures => {
  const within = granted.filter(({ on }) => inWindow(on, window));
  const tasks = [...new Set(within.map(({ assignmentId }) => assignmentId))];
  const timesOf = (id: number) =>
    granted.filter(({ assignmentId, on }) => assignmentId === id && on <= window.to).length;
  return {
    times: within.length,
    tasks: tasks.length,
    many: tasks.filter((id) => isManyTimes(timesOf(id))).length,
  };
};
