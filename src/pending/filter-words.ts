// What may follow /choxuly: a task, kinds, agencies, how long it has waited, which page.
import { candidatesOf, type NamedAgencies, readAgencies } from "#src/agencies/agencies-named.ts";
import { agencyIndex } from "#src/agencies/name-index.ts";
import { around, cutWords } from "#src/language/cut-words.ts";
import { formatTaskCode } from "#src/language/task-code.ts";
import { paragraph } from "#src/messages/reply.ts";
import { UserError } from "#src/messages/user-error.ts";
import { filterUnclear } from "#src/messages/words/pending-list.ts";
import type { Request } from "#src/requests/request.ts";
import { readTask } from "#src/tasks/read-task.ts";
import type { PendingFilter } from "./grouping.ts";
import type { PendingSource } from "./pending.ts";

/** The words of a filter, read but for its names. */
type ReadWords = Omit<PendingFilter, "agencyIds"> & { page: number; rest: string };

const PAGE = /(?:^| )(?:trang|page) ?(\d{1,4})(?= |$)/;
const OLDER = /(?:^| )(?:qua|hon|tren|over|more than) (\d{1,3}) ?(?:ngay|days?)(?= |$)/;
const SINCE = /(?:^| )tu (\d{1,3}) ?ngay(?: tro len)?(?= |$)/;

type Words = readonly Pick<PendingSource, "words">[];

/** Takes the kinds out of what was typed, the longest words first. Pure. */
export const cutKinds = (typed: string, sources: Words): { kinds: number[]; rest: string } => {
  const known = sources
    .flatMap(({ words }, kind) => words.map((word) => ({ word, kind })))
    .sort((a, b) => b.word.length - a.word.length);
  const kinds: number[] = [];
  let rest = typed;
  for (const { word, kind } of known) {
    const cut = cutWords(rest, new RegExp(`(?:^| )${word}(?= |,|$)`));
    if (cut === null) continue;
    kinds.push(kind);
    rest = around(cut);
  }
  return { kinds: [...new Set(kinds)], rest: rest.replace(/^[\s,]+|[\s,]+$/g, "") };
};

/** Reads everything but the kinds and the names. Pure. */
export const readWords = (args: string): Omit<ReadWords, "kinds"> => {
  const task = readTask(args);
  let rest = task?.rest ?? args;
  const take = (pattern: RegExp): number | null => {
    const cut = cutWords(rest, pattern);
    if (cut === null) return null;
    rest = around(cut);
    return Number(cut.found[1]);
  };
  const page = take(PAGE) ?? 1;
  const older = take(OLDER);
  const since = older === null ? take(SINCE) : null;
  return {
    taskId: task?.number ?? null,
    olderThanDays: older ?? (since === null ? null : Math.max(0, since - 1)),
    page,
    rest: rest.trim(),
  };
};

export type ReadFilter = {
  filter: PendingFilter;
  page: number;
  /** The agencies as they were typed. */
  agencies: string;
};

/** @throws UserError for what is neither a kind nor an agency. */
export const readFilter = async (
  request: Request,
  sources: readonly PendingSource[],
): Promise<ReadFilter> => {
  const { taskId, olderThanDays, page, rest } = readWords(request.args);
  const index = await agencyIndex(request.tx, request.today);
  const named = (typed: string): (NamedAgencies & { unclear?: string[] }) | null => {
    if (typed === "") return null;
    const { leftovers, ...found } = readAgencies(index, typed);
    return leftovers.length === 0 ? found : { ...found, unclear: leftovers.flatMap(candidatesOf) };
  };
  // "Trung tâm Tin học" is an agency, though "tin" is a kind.
  const whole = named(rest);
  const { kinds, rest: left } =
    whole === null || whole.unclear === undefined ? { kinds: [], rest } : cutKinds(rest, sources);
  const agencies = left === rest ? whole : named(left);
  if (agencies?.unclear !== undefined) throw unclear(request, sources, left, agencies.unclear);
  return {
    filter: {
      taskId,
      olderThanDays,
      kinds: kinds.length === 0 ? null : kinds,
      agencyIds: agencies?.ids ?? null,
    },
    page,
    agencies: left,
  };
};

const unclear = (
  request: Request,
  sources: readonly PendingSource[],
  typed: string,
  nearest: readonly string[],
): UserError =>
  new UserError({
    blocks: [paragraph(filterUnclear(request.language, typed, nearest))],
    buttons: sources.map(({ title, words }) => [
      { label: title(request.language), command: `/choxuly ${words[0]}` },
    ]),
  });

/** The same filter as a command, so that a page or a group of it can be asked for. */
export const filterCommand = (
  { filter, agencies }: ReadFilter,
  sources: readonly PendingSource[],
): string =>
  [
    "/choxuly",
    filter.taskId === null ? "" : formatTaskCode(filter.taskId),
    ...(filter.kinds ?? []).map((kind) => sources[kind]?.words[0] ?? ""),
    agencies,
    filter.olderThanDays === null ? "" : `quá ${filter.olderThanDays} ngày`,
  ]
    .filter((part) => part !== "")
    .join(" ");
