import { describe, it } from "vitest";
import { databaseKinds } from "#test/support/database.ts";
import { openProvince } from "#test/support/province.ts";
import { walk } from "./walk.ts";

describe.each(databaseKinds)("the walk over HTTP (%s)", (kind) => {
  it("goes from one message to the ranking on Monday", async () => {
    const province = await openProvince({ at: "2026-11-20T09:00", kind });
    await walk(province);
    await province.close();
  }, 120_000);
});
