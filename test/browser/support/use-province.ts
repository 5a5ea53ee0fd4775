// One province for each file of tests. Whatever it logs as an error fails the test during which
// it did.
import { afterAll, afterEach, beforeAll, expect } from "vitest";
import { STARTS_AT } from "./planted.ts";
import { openProvince, type Province } from "./province.ts";

/** Inside a suite: one province for all of its tests, one after the other. */
export const useProvince = (startAt = STARTS_AT): (() => Province) => {
  let province: Province | undefined;
  beforeAll(async () => {
    province = await openProvince(startAt);
  }, 180_000);
  afterEach(() => {
    expect(province?.takeErrors() ?? []).toEqual([]);
  });
  afterAll(() => province?.close());
  return () => {
    if (province === undefined) throw new Error("the province is not open yet");
    return province;
  };
};
