// dondoc tasks: lead assignments as of a day.
import { AssignmentState } from "#prisma/generated/enums.ts";
import { civilToday } from "#src/calendar/zone.ts";
import { stateName, timelinessText } from "#src/messages/words/tasks.ts";
import { loadCalendar } from "#src/schedule/calendar-store.ts";
import { agencyNamed } from "../agency-named.ts";
import { noWords } from "../cli-arguments.ts";
import { AT, type DatabaseCommand, type Given, JSON_OUT } from "../cli-command.ts";
import { wrongUsage } from "../cli-error.ts";
import { count } from "../count-words.ts";
import { type TaskAsOf, tasksAsOf, type Wanted } from "../tasks-as-of.ts";
import { textColumns } from "../text-columns.ts";

const LONGEST_CONTENT = 70;
const STATES = Object.values(AssignmentState);

const stateWanted = (typed: string): Wanted => {
  if (typed === "all" || typed === "open") return { kind: typed };
  const state = STATES.find((each) => each === typed.replaceAll("-", "_"));
  if (state !== undefined) return { kind: "state", state };
  throw wrongUsage(`unknown state “${typed}”; states: open, all, ${STATES.join(", ")}`);
};

const wantedOf = (given: Given): Wanted => {
  const [state, due] = [given.text("state"), given.text("due")];
  const asked = [state, due, given.flag("overdue") || undefined].filter((one) => one !== undefined);
  if (asked.length > 1) throw wrongUsage("only one of --state, --overdue and --due is possible");
  if (given.flag("overdue")) return { kind: "overdue" };
  if (state !== undefined) return stateWanted(state);
  if (due === undefined) return { kind: "all" };
  if (!/^\d{1,4}$/.test(due)) throw wrongUsage(`--due “${due}” is no number of days`);
  return { kind: "due", days: Number(due) };
};

const short = (text: string): string =>
  text.length <= LONGEST_CONTENT ? text : `${text.slice(0, LONGEST_CONTENT - 1).trimEnd()}…`;

const line = ({ code, agency, dueOn, state, timeliness, content }: TaskAsOf): string[] => [
  code,
  agency.code,
  dueOn ?? "–",
  stateName("en", state),
  timelinessText("en", timeliness),
  short(content),
];

export const tasks: DatabaseCommand = {
  name: "tasks",
  summary: "List the lead assignments as they stood on a day",
  usage: "[--agency A] [--state S | --overdue | --due N] [--at DATE] [--json]",
  options: {
    agency: { type: "string", value: "AGENCY", help: "name, code or alias" },
    state: { type: "string", value: "STATE", help: `open, all, ${STATES.join(", ")}` },
    overdue: { type: "boolean", help: "open and past the due date" },
    due: { type: "string", value: "N", help: "open and due within N days" },
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
    out(`${count(found.length, "assignment")} at the end of ${on}.`);
    return 0;
  },
};
