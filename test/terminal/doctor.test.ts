import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { beforeEach, describe, expect, it, onTestFinished } from "vitest";
import { civilDate, toDbDate } from "#src/calendar/civil-date.ts";
import { inbox, outbox } from "#src/terminal/doctor/delivery.ts";
import { history } from "#src/terminal/doctor/history.ts";
import { nodeVersion } from "#src/terminal/doctor/machine.ts";
import { groups, officials } from "#src/terminal/doctor/people.ts";
import { openTestDatabase, type TestDatabase } from "#test/support/database.ts";
import { clockAt, sitDown } from "./people.ts";
import { type Cells, giveProvince, runOn, writeSheet } from "./province.ts";

let open: TestDatabase;

beforeEach(async () => {
  open = await openTestDatabase();
  onTestFinished(() => open.close());
  await giveProvince(open.db);
});

/** Takes over a sheet of these rows. */
const sheet = async (...rows: Cells[]): Promise<void> => {
  const folder = await mkdtemp(path.join(tmpdir(), "dondoc-cli-"));
  onTestFinished(() => rm(folder, { recursive: true }));
  await writeSheet(path.join(folder, "so.csv"), rows);
  const argv = ["import", "so.csv", "--issuer", "UBND tỉnh", "--at", "2026-11-20"];
  expect(await runOn(open, argv, folder)).toMatchObject({ status: 0 });
};

it("knows a Node that is too old", () => {
  expect([nodeVersion("22.20.0").ok, nodeVersion("24.0.0").ok]).toEqual([false, true]);
});

describe("dondoc doctor", () => {
  const now = new Date("2026-11-20T01:00:00Z");

  it("finds columns that differ from the history", async () => {
    await sheet({ stt: "1", deadline: "12/11/2026" }, { stt: "2", lead: "SNV" });

    expect(await history(open.db)).toMatchObject({ ok: true });
    await open.db.assignment.updateMany({
      where: { agency: { code: "STC" } },
      data: { dueOn: toDbDate(civilDate("2026-12-31")), version: { increment: 1 } },
    });
    expect(await history(open.db)).toMatchObject({
      ok: false,
      what: "1 of 2 assignments differ from their events: NV-001 STC (dueOn)",
    });
  });

  it("finds agencies with work and nobody to tell, and groups that hear nothing", async () => {
    expect(await officials(open.db, now)).toMatchObject({ ok: true });
    await sheet({ stt: "1", deadline: "12/11/2026" });

    expect(await officials(open.db, now)).toMatchObject({
      ok: false,
      what: "no bound official for 1 agency with open tasks: STC",
    });
    await sitDown(open.db, "official:STC", clockAt("2026-11-20T08:00:00+07:00"));
    expect(await officials(open.db, now)).toMatchObject({ ok: true });
    expect(await groups(open.db)).toMatchObject({ ok: false });
  });

  it("finds what is stuck in the inbox and what did not arrive", async () => {
    expect([await inbox(open.db, now), await outbox(open.db, now)]).toMatchObject([
      { ok: true },
      { ok: true },
    ]);
    await open.db.inboxUpdate.create({
      data: {
        channel: "test",
        updateId: 1n,
        lane: "1",
        payload: {},
        receivedAt: new Date("2026-11-20T00:49:00Z"),
      },
    });
    const chat = await open.db.chat.create({
      data: { channel: "test", externalId: "1", kind: "private" },
    });
    await open.db.outboxMessage.create({
      data: {
        key: "k",
        chatId: chat.id,
        kind: "reply",
        payload: {},
        state: "unknown",
        createdAt: now,
      },
    });
    expect(await inbox(open.db, now)).toMatchObject({
      ok: false,
      what: "1 stuck for over ten minutes",
    });
    expect(await outbox(open.db, now)).toMatchObject({ ok: false, what: "1 unknown in 7 days" });
  });
});
