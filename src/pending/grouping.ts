// What waits, as a short list: what waits in numbers for one task is one line with a count. Every
// item stands in exactly one line.
import { type CivilDate, daysBetween, earlier } from "#src/calendar/civil-date.ts";
import type { PendingItem } from "./pending.ts";

/** The items of one source; `kind` is its place in the list of sources. */
export type OfKind = { kind: number; items: readonly PendingItem[] };

/** One line: a single item, or those of one kind about one task. */
export type Entry = { kind: number; items: [PendingItem, ...PendingItem[]]; oldest: CivilDate };

/** So many about one task still stand one by one. */
export const MOST_SINGLY = 2;

const entry = (kind: number, [first, ...more]: [PendingItem, ...PendingItem[]]): Entry => ({
  kind,
  items: [first, ...more],
  oldest: more.reduce((day, { since }) => earlier(day, since), first.since),
});

const entriesOfKind = ({ kind, items }: OfKind, together: boolean): Entry[] => {
  const byTask = new Map<number, PendingItem[]>();
  for (const item of items) {
    if (item.taskId !== null) byTask.set(item.taskId, [...(byTask.get(item.taskId) ?? []), item]);
  }
  const crowded = (item: PendingItem): PendingItem[] | null => {
    const all = item.taskId === null ? [] : (byTask.get(item.taskId) ?? []);
    return together && all.length > MOST_SINGLY ? all : null;
  };
  return items.flatMap((item): Entry[] => {
    const [first, ...more] = crowded(item) ?? [item];
    // A crowd stands where its first one stood.
    return first === item ? [entry(kind, [first, ...more])] : [];
  });
};

/** The lines, in the order of the kinds and of their items; `together` gathers crowds. */
export const entriesOf = (loaded: readonly OfKind[], together: boolean): Entry[] =>
  loaded.flatMap((one) => entriesOfKind(one, together));

export const countOf = (entries: readonly Entry[]): number =>
  entries.reduce((sum, { items }) => sum + items.length, 0);

export type Page<T> = { shown: T[]; page: number; pages: number };

/** One page, counted from 1; a page that is not there is the nearest that is. */
export const pageOf = <T>(all: readonly T[], wanted: number, size: number): Page<T> => {
  const pages = Math.max(1, Math.ceil(all.length / size));
  const page = Math.min(Math.max(1, wanted), pages);
  return { shown: all.slice((page - 1) * size, page * size), page, pages };
};

export type PendingFilter = {
  taskId: number | null;
  /** Places of sources; null: all kinds. */
  kinds: readonly number[] | null;
  /** Null: all. */
  agencyIds: ReadonlySet<number> | null;
  /** Waiting longer than so many calendar days; null: however long. */
  olderThanDays: number | null;
};

/** Those items that the filter lets through, by kind as before. */
export const filtered = (
  loaded: readonly OfKind[],
  filter: PendingFilter,
  today: CivilDate,
): OfKind[] => {
  const { taskId, kinds, agencyIds, olderThanDays } = filter;
  const passes = ({ taskId: task, agency, since }: PendingItem): boolean =>
    (taskId === null || task === taskId) &&
    (agencyIds === null || (agency !== null && agencyIds.has(agency.id))) &&
    (olderThanDays === null || daysBetween(since, today) > olderThanDays);
  return loaded.map(({ kind, items }) => ({
    kind,
    items: kinds === null || kinds.includes(kind) ? items.filter(passes) : [],
  }));
};
