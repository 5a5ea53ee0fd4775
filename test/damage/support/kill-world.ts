// The province in which the bot is killed: officials who report, a secretariat that confirms, groups
// that get alerts and rankings, on Mondays only, so that a clock which is moved from slot to slot
// soon comes to the next week.
import { addDays, civilDate, toDbDate } from "#src/calendar/civil-date.ts";
import type { MovableClock } from "#src/clock.ts";
import type { Db } from "#src/database/client.ts";
import { formatTaskCode } from "#src/language/task-code.ts";
import {
  type GroupHandle,
  type Person,
  type Playground,
  startBotApiServer,
} from "#src/playground/server.ts";
import { clockAt, TEST_TOKEN } from "#test/support/province.ts";
import { type Official, plantOfficials } from "./officials.ts";

const OFFICIALS = 24;
const SECRETARIES = 3;
/** So many agencies have a group; their officials say everything there. */
const AGENCY_GROUPS = 6;
const COMMITTEE_GROUPS = 3;
const TODAY = civilDate("2026-11-23");
const FIRST_SECRETARY = 910_000_001;
/** Days until the n-th official's task is due: overdue ones, and some for each of many weeks. */
const dueIn = (n: number): number => (n % 3 === 0 ? -4 : 1 + 7 * Math.floor(n / 3));

export const mondays: Record<string, string> = {
  CRON_REORGANISATION: "0 6 * * 1",
  CRON_OPEN_OCCURRENCES: "45 6 * * 1",
  CRON_DEADLINE_ALERTS: "30 7 * * 1",
  CRON_WEEKLY_RANKING: "0 8 * * 1",
  CRON_ESCALATION: "0 9,14 * * 1",
};

export type Reporter = { official: Official; person: Person; group: GroupHandle | null };
/** A task that is there to be handed in once. */
export type HandIn = { task: string; assignmentId: number; reporter: Reporter };

export type KillWorld = {
  server: Playground;
  clock: MovableClock;
  reporters: Reporter[];
  secretaries: Person[];
  handIns: HandIn[];
};

const plantSecretaries = async (db: Db): Promise<void> => {
  const since = new Date("2026-01-05T08:00:00+07:00");
  const agency = await db.agency.create({
    data: { name: "Văn phòng thử", code: "VPT", type: "ngành", ranked: false },
  });
  for (let n = 0; n < SECRETARIES; n += 1) {
    const externalId = String(FIRST_SECRETARY + n);
    await db.chat.create({ data: { channel: "telegram", externalId, kind: "private" } });
    await db.person.create({
      data: {
        fullName: `Thư ký ${n + 1}`,
        createdAt: since,
        identities: { create: { channel: "telegram", externalId, boundAt: since } },
        memberships: { create: { agencyId: agency.id, role: "secretariat", validFrom: since } },
      },
    });
  }
};

const plantGroup = (db: Db, group: GroupHandle, agencyId: number | null) =>
  db.chat.create({
    data: {
      channel: "telegram",
      externalId: String(group.id),
      kind: "group",
      bindings: {
        create:
          agencyId === null
            ? { purpose: "committee", wantsRanking: true, wantsBulletin: true }
            : { purpose: "agency", agencyId, wantsAlerts: true },
      },
    },
  });

const plantHandIns = async (
  db: Db,
  reporters: readonly Reporter[],
  count: number,
): Promise<HandIn[]> => {
  const found: HandIn[] = [];
  for (let n = 0; n < count; n += 1) {
    const reporter = reporters[n % reporters.length];
    if (reporter === undefined) break;
    const { agencyId } = await db.assignment.findUniqueOrThrow({
      where: { id: reporter.official.assignmentId },
    });
    const due = toDbDate(addDays(TODAY, 14 + 7 * Math.floor(n / reporters.length)));
    const registeredOn = toDbDate(addDays(TODAY, -30));
    const task = await db.task.create({
      data: {
        content: `Báo cáo chuyên đề ${n + 1}`,
        registeredOn,
        assignments: {
          create: {
            agencyId,
            role: "lead",
            deadlineKind: "date",
            dueOn: due,
            originalDueOn: due,
            assignedOn: registeredOn,
            deadlinePhrase: "",
          },
        },
      },
      include: { assignments: true },
    });
    const assignmentId = task.assignments[0]?.id ?? 0;
    found.push({ task: formatTaskCode(task.id), assignmentId, reporter });
  }
  return found;
};

/** Starts the stand-in and plants everything; no bot runs yet. */
export const openKillWorld = async (db: Db, handIns: number): Promise<KillWorld> => {
  const clock = clockAt("2026-11-23T05:50");
  const server = await startBotApiServer({
    port: 0,
    now: () => clock.now().getTime(),
    bot: { id: 7000001, firstName: "Đôn Đốc", username: "dondoc_bot", token: TEST_TOKEN },
    limits: { pace: false },
  });
  const officials = await plantOfficials(db, { officials: OFFICIALS, today: TODAY, dueIn });
  await plantSecretaries(db);
  const user = (id: number, firstName: string) =>
    server.createUser({ id, firstName, started: true });
  const secretaries = Array.from({ length: SECRETARIES }, (_, n) =>
    user(FIRST_SECRETARY + n, `Thư ký ${n + 1}`),
  );
  const reporters: Reporter[] = [];
  for (const [n, official] of officials.entries()) {
    const person = user(official.telegramId, `Cán bộ ${n + 1}`);
    const hasGroup = n < AGENCY_GROUPS;
    const group = hasGroup
      ? server.createGroup({ title: `Đơn vị ${n + 1}`, members: [person] })
      : null;
    if (group !== null) {
      const { agencyId } = await db.assignment.findUniqueOrThrow({
        where: { id: official.assignmentId },
      });
      await plantGroup(db, group, agencyId);
    }
    reporters.push({ official, person, group });
  }
  for (let n = 0; n < COMMITTEE_GROUPS; n += 1) {
    const title = `Ban Chỉ đạo ${n + 1}`;
    await plantGroup(db, server.createGroup({ title, members: secretaries }), null);
  }
  const tasks = await plantHandIns(db, reporters, handIns);
  return { server, clock, reporters, secretaries, handIns: tasks };
};
