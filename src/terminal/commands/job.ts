// dondoc job: runs one slot of a job, once among all processes; without a name lists the jobs.
import { hostname } from "node:os";
import { jobsWith } from "#src/app.ts";
import type { BackupPlace } from "#src/backup/place.ts";
import { slotKey } from "#src/calendar/slots.ts";
import { plural } from "#src/messages/format.ts";
import { loadCalendar } from "#src/schedule/calendar-store.ts";
import type { Job } from "#src/schedule/job.ts";
import { dryRunSlot, runSlot } from "#src/schedule/run-slot.ts";
import { onlyWord } from "../cli-arguments.ts";
import { AT, type DatabaseCommand, type Given, type House, JSON_OUT } from "../cli-command.ts";
import { wrongUsage } from "../cli-error.ts";
import { nextSlot, slotAt } from "../job-slots.ts";
import { messageFigures, messageLines } from "../queued-messages.ts";
import { makeTerminalLog } from "../terminal-log.ts";
import { textColumns } from "../text-columns.ts";

const list = async (house: House, jobs: readonly Job[], json: boolean): Promise<number> => {
  const calendar = await loadCalendar(house.db);
  const listed = jobs.map((job) => {
    const next = nextSlot(job, house.now, calendar);
    const { name, summary, cron, setting } = job;
    return { name, summary, cron, setting, next: next === undefined ? null : slotKey(next) };
  });
  if (json) {
    house.out(JSON.stringify({ jobs: listed }, null, 2));
    return 0;
  }
  const rows = listed.map(({ name, next, cron, summary }) => [name, next ?? "–", cron, summary]);
  house.out(textColumns(["Job", "Next slot", "Cron", "What it does"], rows).join("\n"));
  return 0;
};

const dryRun = async (house: House, job: Job, slot: Date, json: boolean): Promise<number> => {
  const messages = await dryRunSlot(house.db, job, slot);
  if (json) {
    const figures = await messageFigures(house.db, messages);
    house.out(
      JSON.stringify(
        { job: job.name, slot: slotKey(slot), dryRun: true, messages: figures },
        null,
        2,
      ),
    );
    return 0;
  }
  for (const line of await messageLines(house.db, messages)) house.out(line);
  house.out(
    `Dry run of ${job.name} ${slotKey(slot)}: ${plural(messages.length, "message")}, nothing stored.`,
  );
  return 0;
};

/** The playground keeps no backups. */
const backupsOf = ({ config, recordedAt, err }: House): BackupPlace | null => {
  if (config.mode.kind === "playground") return null;
  const log = makeTerminalLog(err, config.logLevel);
  return { dir: config.backupDir, clock: { now: () => recordedAt }, log };
};

const runOnce = async (
  house: House,
  job: Job,
  slot: Date,
  { json, again }: { json: boolean; again: boolean },
): Promise<number> => {
  const by = `cli:${hostname()}:${process.pid}`;
  const terms = { now: house.recordedAt, by, backups: backupsOf(house), again };
  const run = await runSlot(house.db, job, slot, terms);
  const key = slotKey(slot);
  if (json) {
    house.out(JSON.stringify({ job: job.name, slot: key, dryRun: false, ...run }, null, 2));
  } else if (run.kind === "already") {
    house.out(`${job.name} ${key} was run before: nothing is done twice.`);
  } else if (run.kind === "skipped") {
    house.out(
      `${job.name} ${key} was passed over when a backup was restored: it may have been run before that. If it never was: --again.`,
    );
  } else {
    const lost =
      run.unreachable > 0
        ? `, ${plural(run.unreachable, "person", "people")} cannot be reached`
        : "";
    house.out(`${job.name} ${key}: ${plural(run.messages, "message")} queued${lost}.`);
  }
  return 0;
};

const named = (jobs: readonly Job[], given: Given): Job => {
  const name = onlyWord(given, "NAME");
  const job = jobs.find((each) => each.name === name);
  if (job !== undefined) return job;
  throw wrongUsage(`unknown job “${name}”; jobs: ${jobs.map((each) => each.name).join(", ")}`);
};

export const job: DatabaseCommand = {
  name: "job",
  summary: "Run one slot of a scheduled job, or list the jobs",
  usage: "[NAME --at SLOT [--dry-run | --again]] [--json]",
  options: {
    at: { ...AT, help: "the slot, or a day that has one" },
    "dry-run": { type: "boolean", help: "print what it would say, store nothing" },
    again: { type: "boolean", help: "run a slot that a restore passed over" },
    json: JSON_OUT,
  },
  example: "job weekly-ranking --at 2026-11-23T08:00+07:00 --dry-run",
  details: [
    "Each slot is run once among all processes. Its messages wait in the outbox until the bot",
    "sends them.",
  ],
  database: "there",
  run: async (house, given) => {
    const jobs = jobsWith(house.config.crons);
    const json = given.flag("json");
    if (given.words.length === 0) return list(house, jobs, json);
    const wanted = named(jobs, given);
    if (given.at === null) throw wrongUsage("--at is missing: which slot?");
    const slot = slotAt(wanted, given.at, await loadCalendar(house.db));
    if (given.flag("dry-run")) return dryRun(house, wanted, slot, json);
    return runOnce(house, wanted, slot, { json, again: given.flag("again") });
  },
};
