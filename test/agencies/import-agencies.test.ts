import { expect, it } from "vitest";
import { listAgencies } from "#src/agencies/agencies-store.ts";
import { readAgencyCsv } from "#src/agencies/agency-csv.ts";
import { importAgencies } from "#src/agencies/import-agencies.ts";
import { civilDate } from "#src/calendar/civil-date.ts";
import { openTestDatabase } from "#test/support/database.ts";
import { AGENCIES, giveAgencies } from "./invented.ts";

it("adds, changes and leaves alone, keeps the order of the file and records who takes over", async () => {
  const { db, close } = await openTestDatabase();
  const take = (text: string) =>
    db.$transaction((tx) => importAgencies(tx, readAgencyCsv(text).rows));
  const first = await take(AGENCIES);
  expect(first).toMatchObject({ kind: "imported", changed: [], unchanged: [] });
  expect(first.kind === "imported" ? first.added.length : 0).toBe(13);
  const again = await take(AGENCIES);
  expect(again).toMatchObject({ kind: "imported", added: [], changed: [], groups: [] });

  const moved = AGENCIES.replace("STC,,sở", "STC,Tài chính,sở").replace(
    "2025-02-28,\nUBND huyện",
    "2025-02-28,SNV\nUBND huyện",
  );
  expect(await take(moved)).toMatchObject({
    added: [],
    changed: ["Sở Tài chính", "Sở Ngoại vụ"],
  });

  const names = async (day: string) =>
    (await listAgencies(db, civilDate(day))).map(({ name }) => name);
  expect((await names("2025-02-28")).slice(4, 8)).toEqual([
    "Sở Văn hóa, Thể thao và Du lịch",
    "Sở Thông tin và Truyền thông",
    "Sở Ngoại vụ",
    "UBND huyện Cổ Mộc",
  ]);
  expect(await names("2025-07-01")).toHaveLength(9);
  const groups = await db.agencyGroup.findMany({ orderBy: { sortOrder: "asc" } });
  expect(groups.map(({ name }) => name)).toEqual([
    "Các sở, ban, ngành",
    "UBND các huyện, thị xã, thành phố",
    "UBND các xã, phường",
    "Khác",
  ]);
  const successions = await db.agencySuccession.findMany({ include: { from: true, to: true } });
  expect(successions.map((s) => [s.from.code, s.to.code, s.kind, s.effectiveOn])).toEqual([
    ["STTTT", "SKHCN", "rename", new Date("2025-03-01")],
    ["SNGV", "SNV", "rename", new Date("2025-03-01")],
  ]);
  await close();
});

it("takes nothing over while one row is wrong", async () => {
  const { db, close } = await openTestDatabase();
  await giveAgencies(db);
  const text = [
    "name,code,type,validTo,successor",
    "Sở Mới,SM,sở,,",
    "Sở Cũ,SC,sở,2026-01-31,Sở Không Có",
    "Sở Trùng,SNV,sở,,",
  ].join("\n");
  const done = await db.$transaction((tx) => importAgencies(tx, readAgencyCsv(text).rows));
  expect(done).toEqual({
    kind: "refused",
    errors: [
      { row: 3, column: "successor", cell: "Sở Không Có", problem: "unknown-successor" },
      { row: 4, column: "code", cell: "SNV", problem: "code-twice" },
    ],
  });
  expect(await db.agency.count()).toBe(13);
  await close();
});
