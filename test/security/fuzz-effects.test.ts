// What the fuzz looks for is found where it is there: a count that is always nought shows nothing.
import { expect, it, onTestFinished } from "vitest";
import {
  acrossAgencies,
  byStrangers,
  changedTables,
  decidedByOthers,
  registerDigest,
  unaskedTasks,
} from "#test/damage/support/fuzz-effects.ts";
import { cast, settlePeople } from "#test/damage/support/fuzz-people.ts";
import { openTestDatabase } from "#test/support/database.ts";

it("effects of strangers, on other agencies, and decisions without the right are counted", async () => {
  const { db, close } = await openTestDatabase();
  onTestFinished(close);
  const ids = cast.map((_, at) => 100 + at);
  await settlePeople(db, ids, -5);
  const numberOf = (name: string): number => 100 + cast.findIndex((one) => one.name === name);
  const [lan, ha, stranger] = [numberOf("Lan"), numberOf("Hà"), numberOf("Người lạ")];
  const at = new Date("2026-11-20T09:00:00+07:00");
  const said = async (who: number): Promise<bigint> => {
    const lane = `${who}:${who}`;
    const row = { channel: "telegram", lane, payload: {}, receivedAt: at };
    const updateId = await db.inboxUpdate.count();
    return (await db.inboxUpdate.create({ data: { ...row, updateId } })).id;
  };
  const leadOf = (code: string) =>
    db.assignment.findFirstOrThrow({ where: { role: "lead", agency: { code } } });
  const [own, other] = [await leadOf("STC"), await leadOf("STP")];
  const progress = async (assignmentId: number, who: number) =>
    db.progress.create({
      data: { assignmentId, note: "", effectiveOn: at, recordedAt: at, inboxId: await said(who) },
    });
  const before = await registerDigest(db);

  await progress(own.id, lan);
  await progress(other.id, ha);
  expect(await byStrangers(db, [stranger])).toEqual([]);
  expect(await acrossAgencies(db)).toEqual([]);
  expect(await decidedByOthers(db)).toEqual([]);
  expect(changedTables(before, await registerDigest(db))).toEqual(["Progress"]);

  await progress(other.id, lan);
  expect(await acrossAgencies(db)).toEqual(["Lan: Progress 1"]);
  await progress(own.id, stranger);
  expect(await byStrangers(db, [stranger])).toEqual(["Progress: 1"]);
  const { personId } = await db.identity.findFirstOrThrow({ where: { externalId: `${lan}` } });
  const decided = { decision: "returned", decidedById: personId, decidedAt: at } as const;
  await db.result.updateMany({
    where: { assignment: { agency: { code: "STP" } } },
    data: { ...decided, decidedOn: at, decisionNote: "x" },
  });
  expect(await decidedByOthers(db)).toEqual(["Result: 1"]);
  const task = { content: "x", registeredOn: at, createdById: personId };
  await db.task.create({ data: { ...task, inboxId: await said(lan) } });
  expect(await unaskedTasks(db)).toBe(1);
});
