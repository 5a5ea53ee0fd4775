// A scheduled job: values in, messages out. It knows neither node-cron nor a channel.

import type { BackupPlace } from "#src/backup/place.ts";
import type { CivilDate } from "#src/calendar/civil-date.ts";
import type { WorkCalendar } from "#src/calendar/working-days.ts";
import type { Tx } from "#src/database/client.ts";
import type { OutgoingMessage } from "#src/messages/reply.ts";

export type JobRun = {
  /** The moment that the slot stands for, after shifting; not the moment of running. */
  slot: Date;
  /** Civil day of the slot in Asia/Ho_Chi_Minh. */
  today: CivilDate;
  calendar: WorkCalendar;
  /** The run, its stored figures and its messages are one transaction. */
  tx: Tx;
  /** None: nobody keeps backups here (the playground, a dry run). */
  backups?: BackupPlace | null;
};

export type Job = {
  name: string;
  /** What it does, for `dondoc job --help`. */
  summary: string;
  /** The variable that overrides the cron expression. */
  setting: string;
  /** Five fields, in Asia/Ho_Chi_Minh. */
  cron: string;
  /** What becomes of a slot on a day off: dropped, moved to the next working day, or kept. */
  shift: "working-day" | "next-working-day" | "any";
  /** A slot missed while nothing ran is made up the same day until this civil time (hh:mm). */
  makeUpUntil: string;
  /** It reads the whole database as of one moment, which may take long. */
  readsAll?: true;
  run: (run: JobRun) => Promise<OutgoingMessage[]>;
};
