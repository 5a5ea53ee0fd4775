// dondoc restore FILE: a database as it was saved; nothing of it is sent a second time.
import path from "node:path";
import { jobsWith } from "#src/app.ts";
import { BadBackup } from "#src/backup/format.ts";
import { restore as restoreBackup } from "#src/backup/restore.ts";
import { onlyWord } from "../cli-arguments.ts";
import type { BareCommand } from "../cli-command.ts";
import { placeOf } from "../cli-database.ts";
import { didNotWork } from "../cli-error.ts";
import { restoreReport } from "../restore-report.ts";

/** A sentence about the file where the file is to blame. */
export const orRefused = async <Result>(name: string, work: Promise<Result>): Promise<Result> => {
  try {
    return await work;
  } catch (error) {
    if (error instanceof BadBackup) throw didNotWork(`${name}: ${error.message}`);
    const { code, path: wrong } = error as NodeJS.ErrnoException;
    if (code === "ENOENT" && wrong !== undefined) throw didNotWork(`${name}: no such file`);
    throw error;
  }
};

export const restore: BareCommand = {
  name: "restore",
  summary: "Put a saved database back, where no bot is at work",
  usage: "FILE [--replace] [--untouched]",
  options: {
    replace: { type: "boolean", help: "drop what the database holds, once the file is checked" },
    untouched: {
      type: "boolean",
      help: "the bot did not run after the backup: what waits in it is sent and handled",
    },
  },
  example: "restore /srv/dondoc/backups/dondoc-2026-11-23T0130.backup.gz",
  details: [
    "Into an empty database, all or nothing. The bot may have worked on after the backup was made,",
    "so what waited in it is not sent, slots of jobs since then are passed over, and invitations",
    "are revoked; what was done is printed.",
  ],
  database: "own",
  run: async ({ config, folder, out }, given) => {
    const typed = onlyWord(given, "FILE");
    const target = config.database;
    const work = restoreBackup({
      file: path.resolve(folder, typed),
      target,
      replace: given.flag("replace"),
      untouched: given.flag("untouched"),
      jobs: jobsWith(config.crons),
      now: new Date(),
    });
    const done = await orRefused(typed, work);
    for (const line of restoreReport(done)) out(line);
    out(`${placeOf(target)} is ready: start the bot.`);
    return 0;
  },
};
