// A reading with all that is to be said about its drafts now: who leads each, what is doubtful.
import { loadDirectory } from "#src/agencies/agencies-store.ts";
import type { CivilDate } from "#src/calendar/civil-date.ts";
import type { Store } from "#src/database/client.ts";
import { type Doubt, doubtsOf, isOpen, isToLookAt } from "./doubts.ts";
import { type DraftRow, draftsOf, type ReadingRow } from "./readings-store.ts";
import {
  type Coordinating,
  type Names,
  namesOn,
  type Resolved,
  resolveCoordinating,
  resolveLeads,
} from "./resolve-leads.ts";

export type ReviewedDraft = Omit<DraftRow, "asNow"> & {
  draft: DraftRow["asNow"];
  leads: Resolved;
  coordinating: Coordinating;
  doubts: readonly Doubt[];
};

export type Reviewed = {
  reading: ReadingRow;
  names: Names;
  /** In the order of the document. */
  drafts: readonly ReviewedDraft[];
};

export const loadNames = async (store: Store, then: CivilDate, now: CivilDate): Promise<Names> =>
  namesOn(await loadDirectory(store), then, now);

export const reviewDraft = (
  { asNow, ...row }: DraftRow,
  names: Names,
  today: CivilDate,
): ReviewedDraft => {
  const leads = resolveLeads(names, asNow);
  return {
    ...row,
    draft: asNow,
    leads,
    coordinating: resolveCoordinating(names, asNow.coordinating),
    doubts: doubtsOf(asNow, leads, today),
  };
};

export const review = async (
  store: Store,
  reading: ReadingRow,
  today: CivilDate,
): Promise<Reviewed> => {
  const names = await loadNames(store, reading.readOn, today);
  const rows = await draftsOf(store, reading.id);
  return { reading, names, drafts: rows.map((row) => reviewDraft(row, names, today)) };
};

/** What was unsure comes first; the order stays while the drafts are gone through. */
export const inReviewOrder = (drafts: readonly ReviewedDraft[]): ReviewedDraft[] => [
  ...drafts.filter(({ unsure }) => unsure),
  ...drafts.filter(({ unsure }) => !unsure),
];

/** The next one that waits for somebody, behind this one and then from the beginning. */
export const nextToSee = (
  drafts: readonly ReviewedDraft[],
  after: number,
): ReviewedDraft | null => {
  const order = inReviewOrder(drafts);
  const at = order.findIndex(({ id }) => id === after);
  const rest = [...order.slice(at + 1), ...order.slice(0, Math.max(at, 0))].filter(isOpen);
  return rest.find(isToLookAt) ?? rest.find(({ status }) => status === "unseen") ?? null;
};
