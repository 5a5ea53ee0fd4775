import { type KnownPerson, personCode, readPersonName } from "#src/language/person-names.ts";
import type { Language } from "#src/messages/language.ts";
import { type Button, paragraph } from "#src/messages/reply.ts";
import { UserError } from "#src/messages/user-error.ts";
import * as words from "#src/messages/words/colleagues.ts";

const MOST_BUTTONS = 8;

/** How to name somebody among some people by text: the full name where only one bears it. */
export const nameFor = (person: KnownPerson, among: readonly KnownPerson[]): string =>
  among.filter(({ fullName }) => fullName === person.fullName).length > 1
    ? personCode(person.id)
    : person.fullName;

/** Two who share a name are told apart by their @name, where they have one. */
const labelFor = (person: KnownPerson, among: readonly KnownPerson[]): string => {
  const [username] = person.usernames;
  const shared = nameFor(person, among) !== person.fullName && username !== undefined;
  return shared ? `${person.fullName} (@${username})` : person.fullName;
};

export const personButtons = (
  people: readonly KnownPerson[],
  among: readonly KnownPerson[],
  commandFor: (name: string) => string,
): Button[][] =>
  people
    .slice(0, MOST_BUTTONS)
    .map((person) => [
      { label: labelFor(person, among), command: commandFor(nameFor(person, among)) },
    ]);

/**
 * The person that is meant among some. @throws UserError that offers those who may be meant;
 * `commandFor` makes the command of a button from a name.
 */
export const personOrAsk = <P extends KnownPerson>(
  language: Language,
  typed: string,
  among: readonly P[],
  commandFor: (name: string) => string,
): { person: P; near: boolean } => {
  const read = readPersonName(typed, among);
  if (read.kind === "found") return read;
  const offered = read.kind === "ambiguous" ? read.people : among;
  const text =
    read.kind === "ambiguous"
      ? words.whichPerson(language, typed)
      : among.length === 0
        ? words.nobodyToChoose(language, typed)
        : words.noSuchPerson(language, typed);
  const buttons = personButtons(offered, among, commandFor);
  throw new UserError({
    blocks: [paragraph(text)],
    ...(buttons.length === 0 ? {} : { buttons }),
  });
};
