// What may follow /viec, /denhan, /quahan: which tasks, whose, which page.
import { readAgencies } from "#src/agencies/agencies-named.ts";
import { loadDirectory } from "#src/agencies/agencies-store.ts";
import type { Directory } from "#src/agencies/directory.ts";
import { agencyOrAsk } from "#src/agencies/find-agency.ts";
import { groupsNamed } from "#src/agencies/groups-named.ts";
import { type AgencyIndex, makeAgencyIndex } from "#src/agencies/name-index.ts";
import { daysBetween } from "#src/calendar/civil-date.ts";
import { readDate } from "#src/language/dates.ts";
import { foldWithMap, originalSpan } from "#src/language/fold.ts";
import { paragraph } from "#src/messages/reply.ts";
import { UserError } from "#src/messages/user-error.ts";
import { notYourFigures } from "#src/messages/words/commands.ts";
import { standsFor } from "#src/people/colleagues-store.ts";
import { may } from "#src/people/permissions.ts";
import type { Request } from "#src/requests/request.ts";
import type { ListFilter, Listing } from "./task-queries.ts";

const LISTINGS: readonly [RegExp, Listing][] = [
  [/\b(qua han|tre han|tre|overdue)\b/, "overdue"],
  [/\b(den han|sap den han|sap han|due)\b/, "due"],
  [/\b(cho xac nhan|cho duyet|awaiting)\b/, "awaiting"],
  [/\b(hoan thanh|da xong|xong|done)\b/, "done"],
  [/\b(chua ro han|chua ro|khong ro han|unclear)\b/, "unclear"],
  [/\b(tat ca|het|all)\b/, "all"],
  [/\b(dang lam|dang thuc hien|con lai|open)\b/, "open"],
];

const DEFAULT_DAYS = 7;

type Read = { filter: ListFilter; page: number; rest: string; mine: boolean };

/** What the asker holds; "tới" of "tuần tới" is folded to "toi" as well. */
const MINE = /\bcua toi\b|\btoi (?:dang )?(?:phu trach|giu)\b|\b(?:mine|my)\b|^ ?toi ?$/;

const FILLERS = /\b(viec|nhiem vu|cua|cac|tasks?|toi)\b/;

/** Takes the words that it knows out of the typed text; what is left, as typed, names an agency. */
const readWords = (args: string, listing: Listing): Read => {
  let rest = args.normalize("NFC");
  let wanted = listing;
  const take = (pattern: RegExp): RegExpExecArray | null => {
    const folded = foldWithMap(rest);
    const found = pattern.exec(folded.text);
    if (found !== null) {
      const [from, to] = originalSpan(folded, found.index, found.index + found[0].length);
      rest = `${rest.slice(0, from)} ${rest.slice(to)}`;
    }
    return found;
  };
  const page = Number(take(/\b(?:trang|page)\s*(\d+)/)?.[1] ?? 1);
  const days = take(/\b(?:trong\s+)?(\d{1,3})\s*(?:ngay|days?)(?:\s+toi)?\b/)?.[1];
  const weeks = take(/\b(?:trong\s+)?(\d{1,2})\s*(?:tuan|weeks?)(?:\s+toi)?\b/)?.[1];
  if (take(/\b(tuan nay|this week)\b/) !== null) wanted = "due";
  for (const [pattern, value] of LISTINGS) {
    if (take(pattern) !== null) {
      wanted = value;
      break;
    }
  }
  const mine = take(MINE) !== null;
  const coordinating = take(/\b(phoi hop|coordinating)\b/) !== null;
  const withinDays = Number(days ?? (weeks === undefined ? DEFAULT_DAYS : Number(weeks) * 7));
  while (take(FILLERS) !== null);
  return {
    filter: {
      listing: (days ?? weeks) !== undefined && wanted === "open" ? "due" : wanted,
      withinDays,
      agencyId: null,
      role: coordinating ? "coordinating" : "lead",
    },
    page,
    rest: rest.replace(/\s+/g, " ").trim(),
    mine,
  };
};

type Several = { ids: ReadonlySet<number>; names: readonly string[] };

/** The one group that the words name as they do in /xephang ("sở"), where no agency is called so. */
const groupNamed = (index: AgencyIndex, { groups }: Directory, typed: string): Several | null => {
  if (index.agencyNames.resolve(typed).kind !== "unknown") return null;
  const [group, ...others] = groupsNamed(groups, typed);
  if (group === undefined || others.length > 0) return null;
  const named = index.get(`group:${group.id}`);
  if (!("members" in named)) return null;
  return { ids: new Set(named.members.map(({ id }) => id)), names: [group.name] };
};

/** Several agencies at once: a group ("các xã", "các sở"), or a list of names. */
const severalNamed = async ({ tx, today }: Request, typed: string): Promise<Several | null> => {
  const directory = await loadDirectory(tx);
  const index = makeAgencyIndex(directory, today);
  const readings = [typed, `các ${typed}`].map((phrase) => readAgencies(index, phrase));
  const several = readings.find(({ ids, leftovers }) => leftovers.length === 0 && ids.size > 1);
  return several ?? groupNamed(index, directory, typed);
};

/** What is not theirs to list; figures are for everybody. */
const onlyFigures = ({ language }: Request, name: string, command: string): UserError =>
  new UserError({
    blocks: [paragraph(notYourFigures(language, name))],
    buttons: [[{ label: command, command }]],
  });

/**
 * Reads the filter of a list. Another agency's tasks are for those who see all content.
 * @throws UserError for an agency that is not known or not theirs.
 */
export const readListFilter = async (
  request: Request,
  command: string,
  listing: Listing,
): Promise<{ filter: ListFilter; page: number; agencyName: string | null }> => {
  const { mine, page, rest, ...read } = readWords(request.args, listing);
  const { tx, today, actor } = request;
  const heldBy = mine ? { heldBy: await standsFor(tx, actor.personId, today) } : {};
  const filter = { ...read.filter, ...heldBy };
  if (rest === "") return { filter, page, agencyName: null };
  // "/denhan 30/11": what falls due until then.
  const until = readDate(rest, request.today, request.calendar);
  if (until?.kind === "date" && /\d/.test(rest)) {
    const due = until.alternative ?? until.due;
    const withinDays = Math.max(0, daysBetween(request.today, due));
    return { filter: { ...filter, listing: "due", withinDays }, page, agencyName: null };
  }
  const several = await severalNamed(request, rest);
  if (several !== null) {
    const agencyName = several.names.join(", ");
    const theirs = [...several.ids].every((id) => may(actor, "see content", id));
    // One name of several agencies is a group's.
    const ranking = several.names.length === 1 ? `/xephang ${agencyName}` : "/xephang";
    if (!theirs) throw onlyFigures(request, agencyName, ranking);
    return { filter: { ...filter, agencyIds: [...several.ids] }, page, agencyName };
  }
  const agency = await agencyOrAsk(request, rest, (name) => `/${command} ${name}`);
  if (!may(actor, "see content", agency.id)) {
    throw onlyFigures(request, agency.name, `/coquan ${agency.code}`);
  }
  return { filter: { ...filter, agencyId: agency.id }, page, agencyName: agency.name };
};
