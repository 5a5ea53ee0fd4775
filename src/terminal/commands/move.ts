// dondoc move: from the embedded database to an empty PostgreSQL server, as it stands.
import { rm } from "node:fs/promises";
import path from "node:path";
import { makeFolder } from "#src/backup/place.ts";
import { restore } from "#src/backup/restore.ts";
import { takeBackup } from "#src/backup/take-backup.ts";
import { markMoved } from "#src/database/moved.ts";
import { openEmbedded } from "#src/database/open.ts";
import { plural } from "#src/messages/format.ts";
import { noWords } from "../cli-arguments.ts";
import type { BareCommand } from "../cli-command.ts";
import { isMissing, placeOf } from "../cli-database.ts";
import { didNotWork, wrongUsage } from "../cli-error.ts";
import { databaseClock } from "../database-clock.ts";
import { restoreReport } from "../restore-report.ts";

export const move: BareCommand = {
  name: "move",
  summary: "Move the embedded database of DATA_DIR to the empty server of DATABASE_URL",
  usage: "",
  options: {},
  example: "move",
  details: [
    "Stop the bot, set DATABASE_URL, run this, start the bot. Messages that wait are sent from the",
    "new place. The embedded database stays where it is, marked: no bot starts on it any more.",
  ],
  database: "own",
  run: async ({ config, out }, given) => {
    noWords(given);
    const { database: target, embeddedDir: dir, backupDir } = config;
    if ("dir" in target) throw wrongUsage("DATABASE_URL is missing: where to?");
    if (isMissing({ dir })) throw didNotWork(`there is no embedded database in ${dir}`);
    // Owned to the end: no bot starts on it meanwhile.
    const source = await openEmbedded(dir);
    await makeFolder(backupDir);
    const file = path.join(backupDir, `move-${process.pid}.backup.gz`);
    try {
      const { db } = source;
      const at = await databaseClock(db);
      await takeBackup(db, file, at);
      const done = await restore({
        file,
        target,
        replace: false,
        untouched: true,
        jobs: [],
        now: new Date(),
        // Marked right before the end: killed in between, no bot starts on either of them, and the
        // move is run again. The mark is never taken off, since nobody knows what became of an end
        // whose answer was lost.
        step: async (step) => {
          if (step === "swapped") await markMoved(db, placeOf(target), at);
        },
      });
      for (const line of restoreReport(done)) out(line);
      out(
        `Moved ${dir} to ${placeOf(target)}: ${plural(done.rows, "row")}. Start the bot with DATABASE_URL set.`,
      );
      return 0;
    } finally {
      await source.close();
      await rm(file, { force: true });
    }
  },
};
