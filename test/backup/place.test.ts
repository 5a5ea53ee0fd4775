import { expect, it } from "vitest";
import { backupName, toRemove } from "#src/backup/place.ts";

const night = (day: number): string =>
  backupName(new Date(`2026-11-${String(day).padStart(2, "0")}T01:30:00+07:00`));

it("a night's backup is called by the moment of its slot in Việt Nam", () => {
  expect(night(23)).toBe("dondoc-2026-11-23T0130.backup.gz");
});

it("the 14 newest stay, and nothing that is not ours is ever removed", () => {
  const nights = Array.from({ length: 20 }, (_, at) => night(at + 1));
  const others = ["before-upgrade.backup.gz", "dondoc.backup.gz", "dondoc-2020-01-01T0130.zip"];
  const half = `${night(3)}.part`;
  const removed = toRemove([...others, ...nights.toReversed(), half, "mine.part"]);
  expect(removed.sort()).toEqual([...nights.slice(0, 6), half].sort());
  expect(toRemove([...others, ...nights.slice(0, 14)])).toEqual([]);
});
