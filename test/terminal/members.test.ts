// dondoc members: who holds which role, and the end of one.
import { beforeEach, expect, it, onTestFinished } from "vitest";
import { createInvite, grantRole } from "#src/people/invites.ts";
import { openTestDatabase, type TestDatabase } from "#test/support/database.ts";
import { bindPerson, speak } from "#test/support/speak.ts";
import { giveProvince, runOn } from "./province.ts";

let open: TestDatabase;

beforeEach(async () => {
  open = await openTestDatabase();
  onTestFinished(() => open.close());
  await giveProvince(open.db);
});

const run = (...argv: string[]) => runOn(open, argv);

it("lists everybody who holds a role, and ends one at once", async () => {
  const { db } = open;
  const { id: agencyId, code } = await db.agency.findFirstOrThrow({ orderBy: { id: "asc" } });
  await bindPerson(db, "lan", "secretariat", agencyId);
  const { id, personId } = await db.membership.findFirstOrThrow();
  const listed = await run("members", "list");
  expect(listed.out).toMatch(
    new RegExp(`\\b${id} +lan +secretariat +${code} .* test lan\\n1 role held`),
  );

  const now = new Date();
  const invite = { role: "leader" as const, agencyId: null, createdById: personId, now };
  const made = await db.$transaction((tx) => createInvite(tx, invite));
  expect((await speak(db, { externalId: "lan" }, "/choxuly")).text).not.toMatch(/^Xin chào/);
  await speak(db, { externalId: "lan" }, "/giao STC: Việc; hạn 30/11", { keep: true });
  expect(await db.form.count()).toBe(1);

  const ended = await run("members", "end", String(id));
  expect(ended).toMatchObject({ status: 0, err: "" });
  expect(ended.out.split("\n")).toEqual([
    expect.stringMatching(/^lan is no longer secretariat of /),
    "The person holds no role any more.",
    "1 unused invitation revoked.",
  ]);
  expect((await speak(db, { externalId: "lan" }, "/choxuly")).text).toMatch(/^Xin chào/);
  // The code that they made is no way back.
  const back = await speak(db, { externalId: "lan" }, `/start ${made.code}`);
  expect(back.text).toMatch(/^Mã mời không đúng/);
  expect(await db.form.count()).toBe(0);
  const audited = await db.auditEntry.findFirstOrThrow({ where: { action: "end membership" } });
  expect(audited).toMatchObject({ actorLabel: "cli", subject: `person:${personId}` });
  expect((await run("members", "list")).out).toMatch(/0 roles held/);
  expect(await run("members", "end", String(id))).toMatchObject({
    status: 1,
    err: expect.stringMatching(/^nobody holds a role with the ID/),
  });
});

it("leaves the other roles of the same person, and what these still allow", async () => {
  const { db } = open;
  const agency = await db.agency.findFirstOrThrow({ orderBy: { id: "asc" } });
  await bindPerson(db, "lan", "secretariat", agency.id);
  const { personId, id } = await db.membership.findFirstOrThrow();
  const now = new Date();
  await db.$transaction(async (tx) => {
    await grantRole(tx, personId, { role: "admin", agencyId: null }, now);
    await createInvite(tx, { role: "leader", agencyId: null, createdById: personId, now });
  });
  const { out } = await run("members", "end", String(id));
  expect(out).toMatch(/\nThe person still holds 1 role\.$/);
  expect(await db.invite.count({ where: { revokedAt: null } })).toBe(1);
  const rows: unknown = JSON.parse((await run("members", "list", "--json")).out);
  expect(rows).toEqual([expect.objectContaining({ fullName: "lan", role: "admin", agency: null })]);
});

it.each([
  [["members", "end"], /^ID is missing$/],
  [["members", "end", "lan"], /^“lan” is no ID; see: dondoc members list$/],
  [["members", "list", "lan"], /^“lan” is one word too many$/],
])("%j is no use of it", async (argv, err) => {
  expect(await run(...argv)).toMatchObject({ status: 2, err: expect.stringMatching(err) });
});
