// What is scheduled on the playground: everything but what keeps a real installation.
import { nightlyBackup } from "#jobs/nightly-backup.ts";
import { jobsWith } from "#src/app.ts";
import type { Job } from "#src/schedule/job.ts";

/** Nothing is backed up: the sample is planted anew by one tap, and its nights pass in a moment. */
export const playgroundJobs = (crons: Readonly<Record<string, string>>): Job[] =>
  jobsWith(crons).filter(({ name }) => name !== nightlyBackup.name);
