// "xã A, các sở, STC": which agencies a person means by a list of names and groups, all or none.
import { cutWords } from "#src/language/cut-words.ts";
import { fold } from "#src/language/fold.ts";
import type { Button } from "#src/messages/reply.ts";
import { paragraph } from "#src/messages/reply.ts";
import { type HalfSaid, UserError } from "#src/messages/user-error.ts";
import * as words from "#src/messages/words/agency-lists.ts";
import type { Request } from "#src/requests/request.ts";
import { type AgencyIndex, agencyIndex } from "./name-index.ts";
import { type Leftover, resolveAssignees } from "./resolve-assignees.ts";

export type NamedAgencies = {
  /** Those that are meant, and the ended ones by whose name they were called. */
  ids: ReadonlySet<number>;
  /** As they are called today: groups by the group's name. */
  names: readonly string[];
};

const LEADING = /^(?:cua|cho|gom|of|for) /;
const EVERYBODY = /^(?:(?:tat ca|toan bo|all) ?)?(?:cac )?(?:co quan|don vi|agencies)?$/;

/** What a name that is not clear may have meant. */
export const candidatesOf = (leftover: Leftover): string[] => {
  if (leftover.kind === "unknown") return leftover.nearest.map(({ name }) => name);
  return leftover.kind === "ambiguous" ? leftover.candidates.map(({ name }) => name) : [];
};

/** The agencies of a list of names, or the pieces of it that name nobody. Pure. */
export const readAgencies = (
  index: AgencyIndex,
  phrase: string,
): NamedAgencies & { leftovers: Leftover[] } => {
  const names = cutWords(phrase, LEADING)?.behind ?? phrase;
  const { agencies, groups, leftovers } = resolveAssignees(index, names);
  const called = agencies.flatMap(({ agency, via }) =>
    via === null ? [agency.id] : [agency.id, via.id],
  );
  const members = groups.flatMap((group) => group.members.map(({ id }) => id));
  const today = [...groups.map(({ group }) => group.name), ...agencies.map((a) => a.agency.name)];
  return { ids: new Set([...called, ...members]), names: [...new Set(today)], leftovers };
};

/** No name holds it. */
const GAP = "\u0000";

/** The command with a gap where the name that is not clear stood: typed next, it is filled in. */
const halfOf = (whole: string): HalfSaid | undefined => {
  const [said = "", after, ...more] = whole.split(GAP);
  const [, command = "", before = ""] = /^\/(\w+)(.*)$/s.exec(said) ?? [];
  if (after === undefined || more.length > 0) return undefined;
  return { command, missing: "agency", before: before.trim(), after: after.trim() };
};

/**
 * The agencies that a person names today; null where all are meant, or none is named. @throws UserError that says which name is not known, so
 * that nothing is done to the wrong ones; `commandFor` makes the command of a button from the
 * phrase put right.
 */
export const agenciesNamed = async (
  request: Request,
  phrase: string,
  commandFor: (phrase: string) => string,
): Promise<NamedAgencies | null> => {
  if (EVERYBODY.test(fold(phrase))) return null;
  const { leftovers, ...named } = readAgencies(
    await agencyIndex(request.tx, request.today),
    phrase,
  );
  const [first] = leftovers;
  if (first === undefined) return named;
  const buttons: Button[][] = candidatesOf(first).map((name) => [
    { label: name, command: commandFor(phrase.replace(first.phrase, name)) },
  ]);
  const blocks = [
    ...leftovers.map((one) =>
      paragraph(words.notAnAgency(request.language, one.phrase, candidatesOf(one))),
    ),
    paragraph(words.nothingDone(request.language)),
  ];
  const half = halfOf(commandFor(phrase.replace(first.phrase, GAP)));
  throw new UserError(
    { blocks, ...(buttons.length > 0 ? { buttons } : {}) },
    leftovers.length === 1 ? half : undefined,
  );
};
