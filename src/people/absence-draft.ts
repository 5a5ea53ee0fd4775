// The parts of an absence as they were said: whose, which days, who. Whatever cannot be meant is
// refused with what can.

import { z } from "zod";
import { type CivilDate, civilDate } from "#src/calendar/civil-date.ts";
import type { DaysFound } from "#src/language/day-range.ts";
import { readPersonName } from "#src/language/person-names.ts";
import { paragraph } from "#src/messages/reply.ts";
import { UserError } from "#src/messages/user-error.ts";
import * as words from "#src/messages/words/absence.ts";
import type { Request } from "#src/requests/request.ts";
import { type Days, LONGEST_ABSENCE_DAYS, mayStandIn, whyNotDays } from "./absence-rules.ts";
import { boundPeople, type Colleague } from "./colleagues-store.ts";
import { may } from "./permissions.ts";
import { nameFor, personButtons, personOrAsk } from "./person-or-ask.ts";

export type AbsenceDraft = { absent: Colleague; days: Days | null; substitute: Colleague | null };

const refuse = (text: string): UserError => new UserError({ blocks: [paragraph(text)] });

const mayNoteFor = ({ actor }: Request, { roles }: Colleague): boolean =>
  roles.some(({ agencyId }) => may(actor, "name substitute for others", agencyId));

/** The one range of days that was found; null where none was. */
export const daysMeant = (
  { language, today }: Request,
  found: readonly DaysFound[],
): Days | null => {
  const [first, ...more] = found;
  if (found.some(({ kind }) => kind === "length")) throw refuse(words.onlyLength(language));
  if (more.length > 0) throw refuse(words.severalDays(language));
  if (first?.kind === "impossible") {
    throw refuse(words.noSuchDay(language, first.impossible.nearest));
  }
  if (first?.kind !== "days") return null;
  const days = { from: first.from, to: first.to };
  const why = whyNotDays(days, today);
  if (why !== null) throw refuse(words.badDays(language, why, days, LONGEST_ABSENCE_DAYS));
  return days;
};

/** Whose absence: one's own, or that of somebody for whom this person may note it. */
export const absentMeant = async (
  request: Request,
  owner: string | null,
  commandFor: (name: string) => string,
): Promise<Colleague> => {
  const { tx, actor, language } = request;
  const people = await boundPeople(tx);
  const own = people.find(({ id }) => id === actor.personId);
  if (owner === null) {
    if (own === undefined) throw new Error(`person ${actor.personId} holds no role`);
    return own;
  }
  const others = people.filter((person) => mayNoteFor(request, person));
  if (own !== undefined && readPersonName(owner, [own]).kind === "found" && others.length === 0) {
    return own;
  }
  if (others.length === 0) throw refuse(words.notForOthers(language));
  const among = [...others, ...(own === undefined || others.includes(own) ? [] : [own])];
  return personOrAsk(language, owner, among, commandFor).person;
};

/** The whole draft as a command, so that a tap says all of it. */
export const commandOf = (
  request: Request,
  { absent, days }: Pick<AbsenceDraft, "absent" | "days">,
  people: readonly Colleague[],
  who: string,
): string => {
  const own = absent.id === request.actor.personId;
  const whose = own ? "" : `của ${nameFor(absent, people)} `;
  const when = days === null ? "" : `${words.showDays(days).replace("–", "-")} `;
  return `/vangmat ${whose}${when}thay bởi ${who}`;
};

/** Those who can stand in for somebody, whoever enters it. */
export const substitutesFor = (
  { actor }: Request,
  absent: Colleague,
  people: readonly Colleague[],
): Colleague[] =>
  people.filter(
    ({ id, roles }) => id !== absent.id && id !== actor.personId && mayStandIn(absent.roles, roles),
  );

/** Who stands in. @throws UserError that offers those who can. */
export const substituteMeant = async (
  request: Request,
  typed: string,
  draft: Pick<AbsenceDraft, "absent" | "days">,
): Promise<Colleague> => {
  const { tx, actor, language } = request;
  const people = await boundPeople(tx);
  const able = substitutesFor(request, draft.absent, people);
  const tap = (name: string) => commandOf(request, draft, people, name);
  const read = readPersonName(typed, able);
  if (read.kind !== "unknown") return personOrAsk(language, typed, able, tap).person;
  const other = readPersonName(typed, people);
  if (other.kind !== "found") return personOrAsk(language, typed, able, tap).person;
  const { person } = other;
  const text =
    person.id === draft.absent.id
      ? words.notYourself(language)
      : person.id === actor.personId
        ? words.notYourselfForOthers(language)
        : words.notRelated(language, person.fullName);
  throw new UserError({
    blocks: [paragraph(text)],
    buttons: personButtons(able, people, tap),
  });
};

/** What a half-filled form keeps. */
export const storedDraft = z.object({
  absentId: z.number(),
  from: z.string().nullable(),
  to: z.string().nullable(),
  substituteId: z.number().nullable(),
});

export const toStored = ({ absent, days, substitute }: AbsenceDraft) => ({
  absentId: absent.id,
  from: days?.from ?? null,
  to: days?.to ?? null,
  substituteId: substitute?.id ?? null,
});

/** The draft of a form; somebody who left since is no longer in it. */
export const fromStored = async (request: Request, data: unknown): Promise<AbsenceDraft | null> => {
  const { absentId, from, to, substituteId } = storedDraft.parse(data);
  const people = await boundPeople(request.tx);
  const absent = people.find(({ id }) => id === absentId);
  if (absent === undefined) return null;
  // The one who fills it in may have changed places as well.
  if (absent.id !== request.actor.personId && !mayNoteFor(request, absent)) {
    throw refuse(words.notForOthers(request.language));
  }
  const day = (text: string): CivilDate => civilDate(text);
  return {
    absent,
    days: from === null || to === null ? null : { from: day(from), to: day(to) },
    substitute:
      substitutesFor(request, absent, people).find(({ id }) => id === substituteId) ?? null,
  };
};
