// Steps of the catalogue as dated acts of people, each after the one before.
import { type CivilDate, later } from "#src/calendar/civil-date.ts";
import { type Deed, isByAgency } from "./deed.ts";
import { reportNumber } from "./document-number.ts";
import type { Office } from "./office.ts";
import { momentOf, notBefore } from "./office-hours.ts";
import type { Act, Moment } from "./plan.ts";
import { spoken } from "./spoken.ts";
import { AUTO } from "./steps.ts";

/** A step with its day. */
export type DatedStep = {
  on: CivilDate;
  deed: Deed;
  by?: string;
  onBehalf?: boolean;
  /** One message about many agencies: what it says. */
  toAll?: string;
};

/** The clerk enters what an agency without anybody bound has done. */
const ON_BEHALF = "clerk";

const whoDoes = (office: Office, agency: string, step: DatedStep): string => {
  if (step.by !== undefined) return step.by;
  if (!isByAgency(step.deed)) return office.deciderOf(agency);
  return (step.onBehalf === true ? null : office.officialOf(agency)) ?? ON_BEHALF;
};

const numbered = (office: Office, agency: string, on: CivilDate, deed: Deed): Deed =>
  deed.kind === "submitted" && deed.number === AUTO
    ? { ...deed, number: reportNumber(office.seed, agency, on) }
    : deed;

export const actsOf = (
  office: Office,
  of: { task: string; agency: string; occurrence: string },
  began: Moment,
  steps: readonly DatedStep[],
): Act[] => {
  const acts: Act[] = [];
  let last: { on: CivilDate; at: Date } = began;
  for (const step of steps) {
    const on = later(step.on, last.on);
    const by = whoDoes(office, of.agency, step);
    const isOwn = office.officialOf(of.agency) === by;
    const deed = numbered(office, of.agency, on, step.deed);
    const name =
      step.toAll === undefined ? `${of.task}:${of.agency}:${of.occurrence}` : `${of.task}:all`;
    const at = notBefore(momentOf(office.seed, name, deed.kind, on), last.at);
    const text = step.toAll ?? spoken(deed, { on, agency: isOwn ? null : of.agency });
    acts.push({ on, at, by, deed, onBehalf: isByAgency(deed) && !isOwn, text });
    last = { on, at };
  }
  return acts;
};
