// One page of what waits: a line each, crowds as one line that opens.
import { type CivilDate, daysBetween, earlier } from "#src/calendar/civil-date.ts";
import { formatTaskCode } from "#src/language/task-code.ts";
import { beginning } from "#src/messages/format.ts";
import { type Block, type Button, bold, list, paragraph, type Run } from "#src/messages/reply.ts";
import { nothingPending } from "#src/messages/words/pending.ts";
import * as words from "#src/messages/words/pending-list.ts";
import { labels } from "#src/messages/words/tasks.ts";
import type { Outcome, Request } from "#src/requests/request.ts";
import { filterCommand, type ReadFilter } from "./filter-words.ts";
import { countOf, type Entry, entriesOf, filtered, type OfKind, pageOf } from "./grouping.ts";
import type { PendingSource } from "./pending.ts";

const LINES = 8;
const LONGEST_LINE = 300;

const lengthOf = (run: Run): number =>
  (typeof run === "string" ? run : (Object.values(run)[0] ?? "")).length;

/** A line that a page has room for: what does not fit is left off. */
export const clipped = (runs: readonly Run[], most = LONGEST_LINE): Run[] => {
  const kept: Run[] = [];
  let room = most;
  for (const run of runs) {
    const length = lengthOf(run);
    if (length > room) return [...kept, typeof run === "string" ? `${beginning(run, room)}…` : "…"];
    kept.push(run);
    room -= length;
  }
  return kept;
};

type View = {
  request: Request;
  sources: readonly PendingSource[];
  read: ReadFilter;
};

const isCrowd = ({ items }: Entry): boolean => items.length > 1;

const taskOf = ({ items: [first] }: Entry): string => formatTaskCode(first.taskId ?? 1);

const waitedDays = (oldest: CivilDate, { today }: Request): number =>
  Math.max(0, daysBetween(oldest, today));

const lineOf = (entry: Entry, { request, sources }: View): Run[] => {
  const [first] = entry.items;
  if (!isCrowd(entry)) return clipped(first.runs);
  const unit = sources[entry.kind]?.unit?.(request.language) ?? null;
  const days = waitedDays(entry.oldest, request);
  return [
    bold(taskOf(entry)),
    `: ${words.crowd(request.language, entry.items.length, unit, days)}`,
  ];
};

const buttonOf = (entry: Entry, { sources, read }: View): Button => {
  const [first] = entry.items;
  if (!isCrowd(entry)) return first.button;
  const filter = { ...read.filter, taskId: first.taskId, kinds: [entry.kind] };
  const label = `${taskOf(entry)} (${entry.items.length})`;
  return { label, command: filterCommand({ ...read, filter }, sources) };
};

const sections = (shown: readonly Entry[], loaded: readonly OfKind[], view: View): Block[] =>
  loaded.flatMap(({ kind, items }): Block[] => {
    const entries = shown.filter((entry) => entry.kind === kind);
    if (entries.length === 0) return [];
    const title = view.sources[kind]?.title(view.request.language) ?? "";
    return [
      paragraph(bold(`${title} (${items.length})`)),
      list(entries.map((entry) => lineOf(entry, view))),
    ];
  });

/** Where one task was opened: all of a kind decided at once. */
const allAtOnce = (loaded: readonly OfKind[], { request, sources, read }: View): Button[][] => {
  const { taskId, olderThanDays } = read.filter;
  // Of those that wait longer than others only: there is no such command.
  if (taskId === null || olderThanDays !== null) return [];
  return loaded.flatMap(({ kind, items }) => {
    const { allOf } = sources[kind] ?? {};
    if (allOf === undefined || items.length < 2) return [];
    return [[allOf(request.language, formatTaskCode(taskId), read.agencies)]];
  });
};

const pager = (page: number, pages: number, { request, sources, read }: View): Button[][] => {
  if (pages === 1) return [];
  const command = filterCommand(read, sources);
  const { back, next } = labels(request.language);
  const to = (label: string, wanted: number): Button => ({
    label,
    command: `${command} trang ${wanted}`,
    inPlace: true,
  });
  return [
    [...(page > 1 ? [to(back, page - 1)] : []), ...(page < pages ? [to(next, page + 1)] : [])],
  ];
};

const nothing = ({ language }: Request, { filter }: ReadFilter): Outcome => {
  const all = Object.values(filter).every((value) => value === null);
  if (all) return { reply: { blocks: [paragraph(nothingPending(language))] } };
  const buttons = [[{ label: "/choxuly", command: "/choxuly" }]];
  return { reply: { blocks: [paragraph(words.nothingSuch(language))], buttons } };
};

/** Loads what passes the filter and shows one page of it. */
export const pendingPage = async (view: View): Promise<Outcome> => {
  const { request, sources, read } = view;
  const { kinds } = read.filter;
  const all: OfKind[] = [];
  for (const [kind, source] of sources.entries()) {
    const wanted = kinds === null || kinds.includes(kind);
    if (wanted) all.push({ kind, items: await source.load(request) });
  }
  const loaded = filtered(all, read.filter, request.today);
  const entries = entriesOf(loaded, read.filter.taskId === null);
  const [first, ...more] = entries;
  if (first === undefined) return nothing(request, read);
  const oldest = more.reduce((day, entry) => earlier(day, entry.oldest), first.oldest);
  const { shown, page, pages } = pageOf(entries, read.page, LINES);
  const { language } = request;
  const days = waitedDays(oldest, request);
  const total = words.pageAndTotal(language, page, pages, countOf(entries), days);
  const example = sources[first.kind]?.words[0] ?? "";
  return {
    reply: {
      blocks: [
        ...sections(shown, loaded, view),
        ...(pages > 1 ? [paragraph(total), paragraph(words.howToFilter(language, example))] : []),
      ],
      buttons: [
        ...shown.map((entry) => [buttonOf(entry, view)]),
        ...allAtOnce(loaded, view),
        ...pager(page, pages, view),
      ],
    },
  };
};
