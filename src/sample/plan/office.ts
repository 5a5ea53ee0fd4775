// Who does what for which agency in the sample.
import { agencyRows, communesOf, departments } from "../agencies.ts";
import { peopleOf, type SamplePerson } from "../people.ts";
import { COMMUNES_GROUP, DEPARTMENTS_GROUP } from "../province.ts";

export type Office = {
  seed: number;
  people: readonly SamplePerson[];
  /** Codes. */
  departments: readonly string[];
  communes: readonly string[];
  nameOf: (code: string) => string;
  /** Key of the official of an agency; null where nobody is bound. */
  officialOf: (code: string) => string | null;
  /** Who decides about its results: never the agency's own people. */
  deciderOf: (code: string) => string;
};

export const groupNameOf = (group: "departments" | "communes"): string =>
  group === "departments" ? DEPARTMENTS_GROUP : COMMUNES_GROUP;

/** The agency whose results the secretariat does not decide: it is its own. */
const SECRETARIAT = "SNV";

export const officeOf = (seed: number): Office => {
  const people = peopleOf(seed);
  const names = new Map(agencyRows(seed).map(({ code, name }) => [code, name]));
  const officials = new Map(
    people.flatMap(({ key, grants }) =>
      grants.flatMap(({ role, agency }) =>
        role === "official" && agency !== null ? [[agency, key] as const] : [],
      ),
    ),
  );
  return {
    seed,
    people,
    departments: departments.map(({ code }) => code),
    communes: communesOf(seed).map(({ code }) => code),
    nameOf: (code) => {
      const name = names.get(code);
      if (name === undefined) throw new RangeError(`no such agency: ${code}`);
      return name;
    },
    officialOf: (code) => officials.get(code) ?? null,
    deciderOf: (code) => (code === SECRETARIAT ? "chairman" : "head"),
  };
};
