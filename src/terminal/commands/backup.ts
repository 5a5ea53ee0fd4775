// dondoc backup FILE: the whole database in one file, beside a running bot or alone.
import { access } from "node:fs/promises";
import path from "node:path";
import { takeBackup } from "#src/backup/take-backup.ts";
import { plural } from "#src/messages/format.ts";
import { onlyWord } from "../cli-arguments.ts";
import type { BareCommand } from "../cli-command.ts";
import { isMissing, openBeside, placeOf } from "../cli-database.ts";
import { didNotWork } from "../cli-error.ts";
import { databaseClock } from "../database-clock.ts";

const isThere = (file: string): Promise<boolean> =>
  access(file).then(
    () => true,
    () => false,
  );

const MEGABYTE = 1_000_000;

export const backup: BareCommand = {
  name: "backup",
  summary: "Save the whole database in one file, while the bot runs or while it does not",
  usage: "FILE",
  options: {},
  example: "backup dondoc-2026-11-23.backup.gz",
  details: [
    "The file holds everything, restricted tasks and people included; only its owner may read it.",
    "It fits both kinds of database. On the embedded one the bot waits for as long as it is made.",
  ],
  database: "own",
  run: async ({ config, folder, out }, given) => {
    const typed = onlyWord(given, "FILE");
    const file = path.resolve(folder, typed);
    if (await isThere(file)) throw didNotWork(`${typed}: there is such a file already`);
    if (isMissing(config.database)) {
      throw didNotWork(`there is no database in ${placeOf(config.database)} yet`);
    }
    const open = await openBeside(config.database);
    try {
      const { bytes, rows, heldMs } = await takeBackup(open.db, file, await databaseClock(open.db));
      const size = (bytes / MEGABYTE).toFixed(1);
      const seconds = (heldMs / 1_000).toFixed(1);
      out(`Wrote ${typed}: ${plural(rows, "row")}, ${size} MB, in ${seconds} s.`);
      return 0;
    } finally {
      await open.close();
    }
  },
};
