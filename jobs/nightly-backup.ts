// Purpose: every night at 01:30 the whole database is saved as one file; 14 of them are kept.
// Where that fails the administrators are told the same morning.
import path from "node:path";
import { backupName, makeFolder, tidy } from "#src/backup/place.ts";
import { backupWithin } from "#src/backup/take-backup.ts";
import { showDate } from "#src/messages/format.ts";
import type { Language } from "#src/messages/language.ts";
import { type OutgoingMessage, say } from "#src/messages/reply.ts";
import * as words from "#src/messages/words/backup.ts";
import { actorsOf, peopleWith } from "#src/people/people-store.ts";
import type { Job, JobRun } from "#src/schedule/job.ts";

const NAME = "nightly-backup";

const FILE_CALLS = ["mkdir", "open", "write", "fsync", "close", "rename", "stat", "scandir", "rm"];

/** The code of what the file system refused; null for every other error. */
const fileFault = (error: unknown): string | null => {
  if (!(error instanceof Error) || !("syscall" in error) || !("code" in error)) return null;
  const { syscall, code } = error;
  return typeof code === "string" && FILE_CALLS.includes(String(syscall)) ? code : null;
};

const causeOf = (code: string, language: Language): string => {
  if (code === "ENOSPC" || code === "EDQUOT") return words.noSpace(language);
  if (["EACCES", "EPERM", "EROFS", "ENOTDIR", "ENOENT", "EEXIST"].includes(code)) {
    return words.noFolder(language);
  }
  return words.otherCause(language, code);
};

const tellAdmins = async ({ tx, today }: JobRun, code: string): Promise<OutgoingMessage[]> => {
  const admins = await actorsOf(tx, await peopleWith(tx, ["admin"], today), today);
  return admins.map(({ personId, language }) => ({
    to: { personId },
    kind: "notice",
    key: `${NAME}:${today}:${personId}`,
    reply: say(
      words.nightlyFailed(language, showDate(today), causeOf(code, language)),
      words.whatToDo(language),
    ),
  }));
};

const run = async (job: JobRun): Promise<OutgoingMessage[]> => {
  const { backups, slot, tx } = job;
  if (backups === undefined || backups === null) return [];
  const { dir, clock, log } = backups;
  try {
    await makeFolder(dir);
    const file = path.join(dir, backupName(slot));
    const { bytes, rows, heldMs } = await backupWithin(tx, file, clock.now());
    log.info({ file, bytes, rows, heldMs }, "backup made");
    const removed = await tidy(dir);
    if (removed.length > 0) log.info({ removed }, "old backups removed");
    return [];
  } catch (error) {
    const code = fileFault(error);
    // Anything else is the database's: the slot fails and is tried again.
    if (code === null) throw error;
    log.error({ err: error }, "the nightly backup failed");
    return tellAdmins(job, code);
  }
};

export const nightlyBackup: Job = {
  name: NAME,
  summary: "saves the whole database into BACKUP_DIR, 01:30 every night",
  setting: "CRON_NIGHTLY_BACKUP",
  cron: "30 1 * * *",
  shift: "any",
  makeUpUntil: "05:00",
  readsAll: true,
  run,
};
