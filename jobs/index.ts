// The list of all scheduled jobs.
import type { Job } from "#src/schedule/job.ts";
import { deadlineAlerts } from "./deadline-alerts.ts";
import { escalation } from "./escalation.ts";
import { nightlyBackup } from "./nightly-backup.ts";
import { openDueOccurrences } from "./open-occurrences.ts";
import { reorganisation } from "./reorganisation.ts";
import { weeklyRanking } from "./weekly-ranking.ts";

export const jobs: readonly Job[] = [
  nightlyBackup,
  reorganisation,
  openDueOccurrences,
  deadlineAlerts,
  escalation,
  weeklyRanking,
];
