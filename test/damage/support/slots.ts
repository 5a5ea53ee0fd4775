// Job slots under competition: the same slots are run by several command lines and sessions at once,
// beside the scheduler of the bot at work. Each must be run once, and each message queued once.
import { spawn } from "node:child_process";
import { tmpdir } from "node:os";
import path from "node:path";
import { deadlineAlerts } from "#jobs/deadline-alerts.ts";
import type { Db } from "#src/database/client.ts";
import { openPostgres } from "#src/database/open.ts";
import { runSlot } from "#src/schedule/run-slot.ts";
import { type Verdict, verdict } from "../program.ts";

const cli = path.join(import.meta.dirname, "../../../src/terminal/cli.ts");

/** `dondoc job NAME --at SLOT`; what it said. */
const runByCommandLine = (url: string, job: string, slot: string): Promise<string> =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [cli, "job", job, "--at", slot], {
      cwd: tmpdir(),
      env: { PATH: process.env.PATH, HOME: process.env.HOME, DATABASE_URL: url },
      stdio: ["ignore", "pipe", "pipe"],
    });
    let said = "";
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding("utf8").on("data", (text: string) => {
        said += text;
      });
    }
    child.once("error", reject);
    child.once("close", () => resolve(said));
  });

export type SlotRace = { commandLines: string[]; ran: number; already: number };

/** Working days of the past: every one of them has a slot of the alerts. */
const DAYS = ["2026-11-16", "2026-11-17", "2026-11-18", "2026-11-19", "2026-11-20"] as const;
const SESSIONS = 4;

/** All at once: `commandLines` processes for the last slot, `SESSIONS` sessions for each of the others. */
export const raceForSlots = async (url: string, commandLines: number): Promise<SlotRace> => {
  const opened = Array.from({ length: SESSIONS }, () => openPostgres(url));
  const slots = DAYS.slice(0, -1).map((day) => new Date(`${day}T07:30:00+07:00`));
  const said = Array.from({ length: commandLines }, () =>
    runByCommandLine(url, deadlineAlerts.name, `${DAYS.at(-1)}T07:30`),
  );
  const runs = opened.map(async ({ db }, session) => {
    const kinds: string[] = [];
    for (const slot of slots) {
      const run = await runSlot(db, deadlineAlerts, slot, { now: slot, by: `session ${session}` });
      kinds.push(run.kind);
    }
    return kinds;
  });
  try {
    const kinds = (await Promise.all(runs)).flat();
    return {
      commandLines: await Promise.all(said),
      ran: kinds.filter((kind) => kind === "ran").length,
      already: kinds.filter((kind) => kind === "already").length,
    };
  } finally {
    for (const { close } of opened) await close();
  }
};

type Doubled = { slots: number; runs: number; once: number };

/** Every slot has one row of its run in the audit trail, and there is none that another slot lacks. */
export const slotVerdicts = async (db: Db, race: SlotRace, alerted: number): Promise<Verdict[]> => {
  const [runs] = await db.$queryRaw<Doubled[]>`
    WITH "run" AS (
      SELECT "actorLabel", "subject", count(*) AS "times" FROM "AuditEntry"
      WHERE "action" = 'run job' GROUP BY 1, 2)
    SELECT (SELECT count(*) FROM "JobSlot" WHERE "state" = 'done')::int AS "slots",
      count(*)::int AS "runs", (count(*) FILTER (WHERE "times" = 1))::int AS "once" FROM "run"`;
  const alerts = await db.outboxMessage.count({
    where: { key: { startsWith: "deadline-alerts:" } },
  });
  const queued = race.commandLines.filter((said) => /queued/.test(said)).length;
  const before = race.commandLines.filter((said) => /was run before/.test(said)).length;
  const slots = DAYS.length - 1;
  return [
    verdict(
      race.ran === slots &&
        race.already === slots * (SESSIONS - 1) &&
        queued === 1 &&
        queued + before === race.commandLines.length,
      "each job slot is run once, whoever asks for it at the same moment",
      `${slots} slots by ${SESSIONS} sessions: ${race.ran} ran, ${race.already} were told “already”; one by ${race.commandLines.length} command lines: ${queued} ran, ${before} were told so`,
    ),
    verdict(
      runs !== undefined && runs.slots === runs.runs && runs.once === runs.runs,
      "the audit trail names each slot’s run once, the scheduler’s among them",
      `${runs?.slots} slots done, ${runs?.runs} in the audit trail, ${runs?.once} of them once`,
    ),
    verdict(
      alerts === DAYS.length * alerted,
      "and each of its messages is there once",
      `${alerts} alerts for ${alerted} people on ${DAYS.length} days`,
    ),
  ];
};
