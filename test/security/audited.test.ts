// The mark of a deed that no terminal can do; all others are looked for at the end of the day of
// test/terminal/every-command.test.ts.
import { expect, it, onTestFinished } from "vitest";
import { readAgencyCsv } from "#src/agencies/agency-csv.ts";
import { importAgencies } from "#src/agencies/import-agencies.ts";
import { openTestDatabase } from "#test/support/database.ts";
import { sampleAgencies } from "#test/support/sample-agencies.ts";
import { bindPerson, speak } from "#test/support/speak.ts";

it("who registers a group, gives it another purpose or ends it is on record each time", async () => {
  const { db, close } = await openTestDatabase();
  onTestFinished(close);
  await db.$transaction((tx) => importAgencies(tx, readAgencyCsv(sampleAgencies).rows));
  const { id } = await db.agency.findFirstOrThrow({ where: { code: "SNV" } });
  const secretary = await bindPerson(db, "hà", "secretariat", id);
  const official = await bindPerson(db, "lan", "official", id);
  const where = { kind: "group", externalId: "-100" } as const;
  const marks = async () =>
    (await db.auditEntry.findMany({ orderBy: { id: "asc" } })).map(({ actorId }) => actorId);
  await speak(db, official, "/nhom ban chỉ đạo", { where, keep: true });
  expect(await marks()).toEqual([]);
  const { personId } = await db.identity.findFirstOrThrow({ where: { externalId: "hà" } });
  for (const [at, line] of ["/nhom ban chỉ đạo", "/nhom STC", "/nhom thôi"].entries()) {
    await speak(db, secretary, line, { where, keep: true });
    expect(await marks(), line).toEqual(Array(at + 1).fill(personId));
  }
});
