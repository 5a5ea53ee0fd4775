// Officials put straight into the database, bound in Telegram, each in an agency of their own that
// leads one task: people who can report from the first message on.
import { addDays, type CivilDate, toDbDate } from "#src/calendar/civil-date.ts";
import type { Db } from "#src/database/client.ts";
import { formatTaskCode } from "#src/language/task-code.ts";

export type Official = {
  /** In Telegram; the private chat has the same number. */
  telegramId: number;
  personId: number;
  agencyCode: string;
  assignmentId: number;
  /** NV-007: the task that the agency leads. */
  task: string;
};

type Planting = {
  officials: number;
  /** The first of them has this number in Telegram, the others those after it. */
  firstTelegramId?: number;
  /** Civil day of the register; deadlines lie some days before and after it. */
  today: CivilDate;
  /** Days from today until the task of the n-th official is due. */
  dueIn?: (n: number) => number;
};

const FIRST_ID = 900_000_001;
const DECADE = 365 * 10;

const numbered = (prefix: string, n: number): string =>
  `${prefix}${String(n + 1).padStart(4, "0")}`;

/** Plants them in one transaction; in the order of their numbers. */
export const plantOfficials = async (db: Db, planting: Planting): Promise<Official[]> => {
  const { officials, firstTelegramId = FIRST_ID, today, dueIn = () => DECADE } = planting;
  const people = Array.from({ length: officials }, (_, n) => n);
  const registered = toDbDate(addDays(today, -60));
  const since = new Date(registered.getTime());
  return db.$transaction(async (tx) => {
    const group = await tx.agencyGroup.create({ data: { name: "Các đơn vị thử", minDue: 1 } });
    const agencies = await tx.agency.createManyAndReturn({
      data: people.map((n) => ({
        name: `Đơn vị thử số ${n + 1}`,
        code: numbered("DVT", n),
        type: "sở",
        groupId: group.id,
      })),
    });
    const persons = await tx.person.createManyAndReturn({
      data: people.map((n) => ({ fullName: `Cán bộ ${n + 1}`, createdAt: since })),
    });
    const tasks = await tx.task.createManyAndReturn({
      data: people.map((n) => ({ content: `Rà soát hồ sơ số ${n + 1}`, registeredOn: registered })),
    });
    const at = (n: number) => {
      const [agency, person, task] = [agencies[n], persons[n], tasks[n]];
      if (agency === undefined || person === undefined || task === undefined) throw new Error();
      return { agency, person, task };
    };
    await tx.identity.createMany({
      data: people.map((n) => ({
        personId: at(n).person.id,
        channel: "telegram",
        externalId: String(firstTelegramId + n),
        boundAt: since,
      })),
    });
    await tx.membership.createMany({
      data: people.map((n) => ({
        personId: at(n).person.id,
        agencyId: at(n).agency.id,
        role: "official" as const,
        validFrom: since,
      })),
    });
    await tx.chat.createMany({
      data: people.map((n) => ({
        channel: "telegram",
        externalId: String(firstTelegramId + n),
        kind: "private",
      })),
    });
    const assignments = await tx.assignment.createManyAndReturn({
      data: people.map((n) => {
        const due = toDbDate(addDays(today, dueIn(n)));
        return {
          taskId: at(n).task.id,
          agencyId: at(n).agency.id,
          role: "lead" as const,
          deadlineKind: "date" as const,
          dueOn: due,
          originalDueOn: due,
          assignedOn: registered,
          deadlinePhrase: "",
        };
      }),
    });
    return people.map((n) => {
      const { agency, person, task } = at(n);
      const assignment = assignments[n];
      if (assignment === undefined) throw new Error();
      return {
        telegramId: firstTelegramId + n,
        personId: person.id,
        agencyCode: agency.code,
        assignmentId: assignment.id,
        task: formatTaskCode(task.id),
      };
    });
  });
};
