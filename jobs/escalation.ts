// Purpose: at 09:00 and 14:00 on working days whoever is next on the office's ladder hears of what
// stays undone: not received, overdue, not explained, waiting for a decision (src/escalation).
import { escalate } from "#src/escalation/escalate.ts";
import type { Job } from "#src/schedule/job.ts";

export const escalation: Job = {
  name: "escalation",
  summary: "tells the next on the ladder what stays undone, 09:00 and 14:00 on working days",
  setting: "CRON_ESCALATION",
  cron: "0 9,14 * * *",
  shift: "working-day",
  makeUpUntil: "17:00",
  run: escalate,
};
