// dondoc tasks: lead assignments as of a day.
import { civilToday } from "#src/calendar/zone.ts";
import { clip, plural } from "#src/messages/format.ts";
import { stateName, timelinessText } from "#src/messages/words/tasks.ts";
import { loadCalendar } from "#src/schedule/calendar-store.ts";
import { agencyNamed } from "../agency-named.ts";
import { noWords } from "../cli-arguments.ts";
import { AT, type DatabaseCommand, JSON_OUT } from "../cli-command.ts";
import { type TaskAsOf, tasksAsOf } from "../tasks-as-of.ts";
import { textColumns } from "../text-columns.ts";
import { wantedOf, wantedOptions } from "../wanted-options.ts";

const LONGEST_CONTENT = 70;

const line = ({ code, agency, dueOn, state, timeliness, content }: TaskAsOf): string[] => [
  code,
  agency.code,
  dueOn ?? "–",
  stateName("en", state),
  timelinessText("en", timeliness),
  clip(content, LONGEST_CONTENT),
];

export const tasks: DatabaseCommand = {
  name: "tasks",
  summary: "List the lead assignments as they stood on a day",
  usage: "[--agency A] [--state S | --overdue | --due N] [--at DATE] [--json]",
  options: {
    ...wantedOptions(),
    at: AT,
    json: JSON_OUT,
  },
  example: "tasks --overdue --at 2026-11-20",
  database: "there",
  run: async ({ db, now, out }, given) => {
    noWords(given);
    const wanted = wantedOf(given);
    const on = civilToday(now);
    const typed = given.text("agency");
    const agency = typed === undefined ? null : await agencyNamed(db, typed, on);
    const calendar = await loadCalendar(db);
    const found = await tasksAsOf(db, { wanted, agencyId: agency?.id ?? null, on }, calendar);
    if (given.flag("json")) {
      out(JSON.stringify({ on, count: found.length, tasks: found }, null, 2));
      return 0;
    }
    if (found.length > 0) {
      const header = ["Task", "Agency", "Due", "State", "Stands", "Content"];
      out(textColumns(header, found.map(line)).join("\n"));
    }
    out(`${plural(found.length, "assignment")} at the end of ${on}.`);
    return 0;
  },
};
