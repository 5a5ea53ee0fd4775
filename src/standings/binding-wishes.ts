// What a group of the committee receives after somebody said what they wish. Pure.
import type { Binding } from "./binding-store.ts";
import type { Wishes } from "./publication-wishes.ts";

export const NEW_COMMITTEE: Binding = {
  purpose: "committee",
  agencyId: null,
  wantsRanking: true,
  wantsAlerts: false,
  approveFirst: false,
  wantsBulletin: false,
  publishOn: null,
  publishAt: null,
  agencyGroupIds: [],
};

/**
 * A group that is registered anew gets the ranking unless told otherwise; one that is registered
 * keeps what was not spoken of. Whoever names a day, approval or groups wants the ranking.
 */
export const committeeBinding = (
  wishes: Wishes,
  current: Binding | null,
  groupIds: number[] | undefined,
): Binding => {
  const anew = wishes.committee || current === null || current.purpose !== "committee";
  const base = anew ? NEW_COMMITTEE : current;
  const bulletinOnly = wishes.bulletin === true && wishes.ranking === undefined;
  const implied = [wishes.approveFirst, groupIds].some((wish) => wish !== undefined);
  const timed = wishes.publishOn !== undefined || wishes.publishAt !== undefined;
  const rankingByDefault =
    (anew && (wishes.committee || !bulletinOnly)) ||
    (!anew && (base.wantsRanking || implied || (timed && !base.wantsBulletin && !bulletinOnly)));
  return {
    purpose: "committee",
    agencyId: null,
    wantsAlerts: false,
    wantsRanking: wishes.ranking ?? rankingByDefault,
    wantsBulletin: wishes.bulletin ?? base.wantsBulletin,
    approveFirst: wishes.approveFirst ?? base.approveFirst,
    publishOn: wishes.publishOn ?? base.publishOn,
    publishAt: wishes.publishAt ?? base.publishAt,
    agencyGroupIds: groupIds ?? base.agencyGroupIds,
  };
};
