// The options by which a command is told of which lead assignments it is to speak.
import { AssignmentState } from "#prisma/generated/enums.ts";
import type { CliOption, Given } from "./cli-command.ts";
import { wrongUsage } from "./cli-error.ts";

const STATES = Object.values(AssignmentState);

/** Which of them: in one state, open, overdue, or due within so many days. */
export type Wanted =
  | { kind: "all" | "open" | "overdue" }
  | { kind: "state"; state: AssignmentState }
  | { kind: "due"; days: number };

/** `without`: a state that this command cannot show. */
const statesOf = (without?: AssignmentState): AssignmentState[] =>
  STATES.filter((state) => state !== without);

/** --agency, --state, --overdue and --due. */
export const wantedOptions = (without?: AssignmentState) =>
  ({
    agency: { type: "string", value: "AGENCY", help: "name, code or alias" },
    state: { type: "string", value: "STATE", help: `open, all, ${statesOf(without).join(", ")}` },
    overdue: { type: "boolean", help: "open and past the due date" },
    due: { type: "string", value: "N", help: "open and due within N days" },
  }) satisfies Record<string, CliOption>;

const stateWanted = (typed: string, states: readonly AssignmentState[]): Wanted => {
  if (typed === "all" || typed === "open") return { kind: typed };
  const state = states.find((each) => each === typed.replaceAll("-", "_"));
  if (state !== undefined) return { kind: "state", state };
  throw wrongUsage(`unknown state “${typed}”; states: open, all, ${states.join(", ")}`);
};

/** What --state, --overdue and --due ask for; all where none is given. */
export const wantedOf = (given: Given, without?: AssignmentState): Wanted => {
  const [state, due] = [given.text("state"), given.text("due")];
  const asked = [state, due, given.flag("overdue") || undefined].filter((one) => one !== undefined);
  if (asked.length > 1) throw wrongUsage("only one of --state, --overdue and --due is possible");
  if (given.flag("overdue")) return { kind: "overdue" };
  if (state !== undefined) return stateWanted(state, statesOf(without));
  if (due === undefined) return { kind: "all" };
  if (!/^\d{1,4}$/.test(due)) throw wrongUsage(`--due “${due}” is no number of days`);
  return { kind: "due", days: Number(due) };
};
