// Killed with SIGKILL between any two steps of the walk, it still ends the same, with no message
// doubled. The short form (here) kills each process at a later hit of the checkpoint than the one
// before, so that one walk dies at several of its steps; DONDOC_KILL=full kills once at every
// single hit of every checkpoint.
import { describe, expect, it } from "vitest";
import { checkpoints } from "#src/delivery/checkpoints.ts";
import { databaseKinds } from "#test/support/database.ts";
import { killedWalk, type Told } from "./killed-walk.ts";

const full = process.env.DONDOC_KILL === "full";

/** The first process dies at the first hit, its successor at the second, …: hits 1, 3, 6. */
const MOST_DEATHS = 3;
const later = (generation: number): number | null =>
  generation < MOST_DEATHS ? generation + 1 : null;

const never = (): null => null;

/** Nothing is doubled by the bot, nothing is missing in the end. */
const allOnce = (told: Told): void => {
  for (const [what, { byItself, again }] of Object.entries(told)) {
    expect(byItself, `${what}, said by itself`).toBeLessThanOrEqual(1);
    expect(byItself + again, `${what}, said at all`).toBeGreaterThanOrEqual(1);
  }
};

/** Nobody needed to ask for anything twice. */
const neverAgain = (told: Told): void => {
  for (const [what, count] of Object.entries(told)) {
    expect(count, what).toEqual({ byItself: 1, again: 0 });
  }
};

describe.each(databaseKinds)("the walk on a bot that is killed (%s)", (kind) => {
  let walked: ReturnType<typeof killedWalk> | undefined;
  const unharmed = () => {
    walked ??= killedWalk(kind, "none", never);
    return walked;
  };

  it("ends as it should when nobody kills it", async () => {
    const { told, trace, deaths } = await unharmed();
    neverAgain(told);
    expect(deaths).toBe(0);
    expect(trace.assignments).toMatchObject([{ role: "lead", state: "done", percent: 100 }]);
    expect(trace.results.map(({ decision }) => decision)).toEqual(["returned", "confirmed"]);
    expect(trace.slots).toEqual([{ slot: "2026-11-23T08:00+07:00", state: "done" }]);
    expect(trace.failedUpdates).toBe(0);
  }, 180_000);

  it.each(checkpoints)(
    "ends the same when killed at %s",
    async (checkpoint) => {
      const { told, trace, deaths } = await killedWalk(kind, checkpoint, later);
      expect(deaths).toBeGreaterThan(0);
      allOnce(told);
      expect(trace).toEqual((await unharmed()).trace);
    },
    300_000,
  );

  it.runIf(full).each(checkpoints)(
    "ends the same when killed at any single %s",
    async (checkpoint) => {
      for (let hit = 1; ; hit += 1) {
        const { told, trace, deaths } = await killedWalk(kind, checkpoint, (generation) =>
          generation === 0 ? hit : null,
        );
        if (deaths === 0) return;
        allOnce(told);
        expect(trace).toEqual((await unharmed()).trace);
      }
    },
    3_600_000,
  );
});
