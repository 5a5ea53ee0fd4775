// The three real documents of the shared folder, scored against their labels.
import { fileURLToPath } from "node:url";
import { describe, it } from "vitest";
import { productDayOffs } from "#src/calendar/product-day-offs.ts";
import { makeWorkCalendar } from "#src/calendar/working-days.ts";
import { readDirective } from "#src/directives/read-directive.ts";
import { sharedText } from "#test/shared-data.ts";
import { expectReached } from "./reaches.ts";
import { pooledScore, scoreReading } from "./score.ts";
import { readLabelled } from "./scoring/labels.ts";

const isThere = sharedText("directives/labels.json") !== null;
const folder = fileURLToPath(new URL("../../../shared/directives", import.meta.url));
const calendar = makeWorkCalendar(productDayOffs());

describe.skipIf(!isThere)("three real documents", () => {
  it("are read right, together, nineteen times out of twenty, and no date is false", () => {
    const scores = readLabelled(folder).map((labelled) => {
      const reading = readDirective(labelled.text, { at: labelled.at, calendar });
      return scoreReading(labelled, labelled.text, reading);
    });
    expectReached(pooledScore(scores));
  });
});
