// What is asked about an assignment and not settled, put there directly: an extension, a blocker,
// a request for an explanation. Nobody in particular asked.
import { civilDate, toDbDate } from "#src/calendar/civil-date.ts";
import type { Db } from "#src/database/client.ts";

const asked = { askedAt: new Date("2026-11-19T08:00:00+07:00") };

/** One of each about the first lead assignment of a task, which has a due date. */
export const plantOpenMatters = async (db: Db, taskId: number): Promise<void> => {
  const row = await db.assignment.findFirstOrThrow({ where: { taskId, role: "lead" } });
  const { id: assignmentId, agencyId, dueOn } = row;
  if (dueOn === null) throw new Error("an extension needs a due date");
  await db.extension.create({
    data: {
      assignmentId,
      fromDueOn: dueOn,
      toDueOn: toDbDate(civilDate("2026-12-15")),
      reason: "chờ số liệu",
      askedOn: toDbDate(civilDate("2026-11-19")),
      ...asked,
    },
  });
  await db.blocker.create({
    data: { taskId, assignmentId, text: "thiếu mẫu", raisedAt: asked.askedAt },
  });
  await db.explanationRequest.create({
    data: {
      taskId,
      assignmentId,
      agencyId,
      text: "nguyên nhân",
      dueOn: toDbDate(civilDate("2026-11-25")),
      ...asked,
    },
  });
};
