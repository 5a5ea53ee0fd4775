// Groups, their ranked agencies, and the figures that a ranking is computed from.
import { type CivilDate, toDbDate } from "#src/calendar/civil-date.ts";
import type { Window } from "#src/calendar/periods.ts";
import type { Store } from "#src/database/client.ts";
import type { AssignmentFacts } from "#src/tasks/facts.ts";
import { extensionsGranted } from "./extensions-granted.ts";
import { loadFacts } from "./facts-store.ts";
import {
  type AgencyRef,
  type Figures,
  type GroupRef,
  type OpenRanking,
  rankGroup,
  type Span,
} from "./ranking.ts";

export type RankedGroup = GroupRef & { aliases: string[]; agencies: AgencyRef[] };

/** Groups with the agencies ranked in them on `on` (both ends of validity count), in order. */
export async function rankedGroups(tx: Store, on: CivilDate): Promise<RankedGroup[]> {
  const day = toDbDate(on);
  const groups = await tx.agencyGroup.findMany({
    orderBy: [{ sortOrder: "asc" }, { id: "asc" }],
    select: {
      id: true,
      name: true,
      aliases: true,
      minDue: true,
      agencies: {
        where: {
          ranked: true,
          AND: [
            { OR: [{ validFrom: null }, { validFrom: { lte: day } }] },
            { OR: [{ validTo: null }, { validTo: { gte: day } }] },
          ],
        },
        orderBy: [{ sortOrder: "asc" }, { id: "asc" }],
        select: { id: true, name: true, code: true, sortOrder: true },
      },
    },
  });
  return groups.filter((group) => group.agencies.length > 0);
}

/** The lead assignments of each ranked agency at the end of `asOf`, one load for all groups. */
export async function loadFigures(
  tx: Store,
  groups: readonly RankedGroup[],
  asOf: CivilDate,
): Promise<Figures[]> {
  const agencyIds = groups.flatMap((group) => group.agencies.map((agency) => agency.id));
  const facts = await loadFacts(tx, { agencyIds, role: "lead" }, asOf);
  const granted = await extensionsGranted(tx, agencyIds, asOf);
  const factsOf = new Map<number, AssignmentFacts[]>(agencyIds.map((id) => [id, []]));
  for (const one of facts) factsOf.get(one.agencyId)?.push(one);
  return groups.map(({ id, name, minDue, agencies }) => ({
    group: { id, name, minDue },
    agencies,
    factsOf,
    granted,
  }));
}

/** One ranking for each group over `window`, as of its last day. */
export async function computeRankings(
  tx: Store,
  groups: readonly RankedGroup[],
  span: Span,
  window: Window,
): Promise<OpenRanking[]> {
  const figures = await loadFigures(tx, groups, window.to);
  return figures.map((one) => rankGroup(one, span, window));
}

/** @throws where there is no such agency. */
export const agencyById = (tx: Store, id: number) =>
  tx.agency.findUniqueOrThrow({
    where: { id },
    select: { id: true, name: true, code: true, groupId: true },
  });
