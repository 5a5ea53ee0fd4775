// The list of all scheduled jobs.
import type { Job } from "#src/schedule/job.ts";
import { deadlineAlerts } from "./deadline-alerts.ts";
import { weeklyRanking } from "./weekly-ranking.ts";

export const jobs: readonly Job[] = [deadlineAlerts, weeklyRanking];
