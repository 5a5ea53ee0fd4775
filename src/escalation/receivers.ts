// Who stands on a rung for a matter. Nobody is asked to decide on the own agency's matters, or on
// what they entered themselves.
import type { CivilDate } from "#src/calendar/civil-date.ts";
import type { Tx } from "#src/database/client.ts";
import type { Rung } from "#src/office/ladders.ts";
import {
  actorsOf,
  agencyReceivers,
  decidersFor,
  peopleWith,
  presentOn,
} from "#src/people/people-store.ts";
import { may } from "#src/people/permissions.ts";
import { ladderOf, type Shown } from "./matter.ts";

const leadersFor = async (tx: Tx, matter: Shown, today: CivilDate): Promise<number[]> => {
  const { row, enteredById } = matter;
  const decides = ladderOf[matter.kind] === "unanswered";
  const among = async (personIds: readonly number[]): Promise<number[]> => {
    if (!decides) return [...personIds];
    const actors = await actorsOf(tx, personIds, today);
    return actors
      .filter((actor) => actor.personId !== enteredById && may(actor, "decide", row.agencyId))
      .map(({ personId }) => personId);
  };
  const { leaderInChargeId } = row.task;
  const inCharge =
    leaderInChargeId === null ? [] : await among(await presentOn(tx, [leaderInChargeId], today));
  return inCharge.length > 0 ? inCharge : among(await peopleWith(tx, ["leader"], today));
};

const find = async (tx: Tx, matter: Shown, rung: Rung, today: CivilDate): Promise<number[]> => {
  const { row, enteredById } = matter;
  const { agencyId } = row;
  switch (rung) {
    case "official":
      return agencyReceivers(tx, row, today);
    case "head":
      return peopleWith(tx, ["head"], today, agencyId);
    case "secretariat": {
      if (ladderOf[matter.kind] !== "unanswered") return peopleWith(tx, ["secretariat"], today);
      const { leaderInChargeId } = row.task;
      return decidersFor(tx, { agencyId, leaderInChargeId, enteredById }, today);
    }
    case "leader":
      return leadersFor(tx, matter, today);
  }
};

/** Looks people up, each rung of each agency once. */
export const makeReceivers = (tx: Tx, today: CivilDate) => {
  const known = new Map<string, Promise<number[]>>();
  return (matter: Shown, rung: Rung): Promise<number[]> => {
    const { row, kind, enteredById } = matter;
    const same = [rung, ladderOf[kind], row.agencyId, row.holderId, row.task.leaderInChargeId];
    const key = JSON.stringify([...same, enteredById]);
    const found = known.get(key) ?? find(tx, matter, rung, today);
    known.set(key, found);
    return found;
  };
};
