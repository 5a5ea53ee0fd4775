import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { beforeEach, describe, expect, it, onTestFinished } from "vitest";
import { civilDate, toDbDate } from "#src/calendar/civil-date.ts";
import { columnTitles } from "#src/sheets/columns.ts";
import { inbox, outbox } from "#src/terminal/doctor/delivery.ts";
import { history } from "#src/terminal/doctor/history.ts";
import { groups, officials } from "#src/terminal/doctor/people.ts";
import { openTestDatabase, type TestDatabase } from "#test/support/database.ts";
import { clockAt, sitDown } from "./people.ts";
import { giveProvince, runOn } from "./province.ts";

let open: TestDatabase;
let folder: string;

beforeEach(async () => {
  open = await openTestDatabase();
  onTestFinished(() => open.close());
  folder = await mkdtemp(path.join(tmpdir(), "dondoc-cli-"));
  onTestFinished(() => rm(folder, { recursive: true }));
  await giveProvince(open.db);
});

type Cells = Partial<Record<keyof typeof columnTitles, string>>;
const sheet = async (name: string, ...rows: Cells[]): Promise<void> => {
  const columns = Object.keys(columnTitles) as (keyof typeof columnTitles)[];
  const common: Cells = {
    number: "7/KH-UBND",
    issuedOn: "05/10/2026",
    content: "Rà soát",
    lead: "STC",
  };
  const lines = rows.map((row) => columns.map((column) => ({ ...common, ...row })[column] ?? ""));
  const text = [Object.values(columnTitles), ...lines]
    .map((cells) => cells.map((cell) => `"${cell}"`).join(","))
    .join("\n");
  await writeFile(path.join(folder, name), text);
};

const run = (...argv: string[]) => runOn(open, argv, folder);
const take = (...more: string[]) => run("import", "so.csv", "--issuer", "UBND tỉnh", ...more);

describe("dondoc agencies import", () => {
  it("adds nothing twice and tells each error by its row", async () => {
    await writeFile(path.join(folder, "a.csv"), "name,code\nSở Công Thương,SCT\nSở Nội vụ,SNV\n");
    expect((await run("agencies", "import", "a.csv")).out).toMatch(/^1 agency added, 1 changed/);
    expect((await run("agencies", "import", "a.csv")).out).toMatch(
      /^0 agencies added, 0 changed, 2 /,
    );
    await writeFile(path.join(folder, "b.csv"), "name,code,ranked\nSở Y tế,,perhaps\n");
    const refused = await run("agencies", "import", "b.csv");
    expect(refused).toMatchObject({ status: 1, err: "nothing was stored: 2 errors in b.csv" });
    expect(refused.out.split("\n")).toEqual([
      "Row 2, code: is empty",
      "Row 2, ranked “perhaps”: is neither yes nor no",
    ]);
    expect(await open.db.auditEntry.count({ where: { action: "import agencies" } })).toBe(2);
  });
});

describe("dondoc import", () => {
  it("stores nothing while a row has an error, and says which", async () => {
    await sheet("so.csv", { stt: "1", deadline: "30/11/2026" }, { stt: "2", lead: "Sở Lạ" });
    const refused = await take("--at", "2026-11-20");
    expect(refused.status).toBe(1);
    expect(refused.out).toMatch(/1 error:\n- Row 3, column “[^”]+”, “Sở Lạ”: unknown agency/);
    expect(refused.err).toBe("nothing was stored: 1 error in so.csv");
    expect(await open.db.task.count()).toBe(0);
  });

  it("says beforehand what it would store, stores it once, and shows differences", async () => {
    await sheet(
      "so.csv",
      { stt: "1", deadline: "30/11/2026" },
      { stt: "2", deadline: "hằng tháng" },
    );
    const dry = await take("--at", "2026-11-20", "--dry-run");
    expect(dry.out).toContain("2 new tasks, 2 lead assignments, 0 coordinating assignments.");
    expect(dry.out).toMatch(/Dry run: nothing was stored\.$/);
    expect(await open.db.task.count()).toBe(0);

    expect((await take("--at", "2026-11-20")).out).toMatch(/Stored 2 tasks \(NV-001 to NV-002\)/);
    await sheet(
      "so.csv",
      { stt: "1", deadline: "15/12/2026" },
      { stt: "2", deadline: "hằng tháng" },
    );
    const again = await take("--at", "2026-11-20");
    expect(again.status).toBe(0);
    expect(again.out).toContain("register “30/11/2026”, file “15/12/2026”");
    expect(await open.db.task.count()).toBe(2);
  });
});

describe("dondoc tasks", () => {
  it("tells of a day in the past as it was then, not as it is now", async () => {
    await sheet(
      "so.csv",
      { stt: "1", deadline: "12/11/2026" },
      { stt: "2", deadline: "30/11/2026", lead: "SNV" },
    );
    await take("--at", "2026-11-02");
    const official = await sitDown(open.db, "official:STC", clockAt("2026-11-16T08:00:00+07:00"));
    const leader = await sitDown(open.db, "leader", clockAt("2026-11-16T09:00:00+07:00"));
    await official.says("/hoanthanh NV-001 đã xong");
    await leader.says("/xacnhan NV-001");
    const codes = async (...more: string[]) => {
      const { out } = await run("tasks", "--json", ...more);
      return (JSON.parse(out) as { tasks: { code: string; state: string }[] }).tasks.map(
        ({ code, state }) => `${code} ${state}`,
      );
    };
    expect(await codes("--overdue", "--at", "2026-11-12")).toEqual([]);
    expect(await codes("--overdue", "--at", "2026-11-13")).toEqual(["NV-001 assigned"]);
    expect(await codes("--overdue", "--at", "2026-11-17")).toEqual([]);
    expect(await codes("--agency", "Sở Tài chính", "--at", "2026-11-17")).toEqual(["NV-001 done"]);
    expect(await codes("--due", "20", "--at", "2026-11-10")).toEqual([
      "NV-001 assigned",
      "NV-002 assigned",
    ]);
    expect(await codes("--state", "open", "--at", "2026-11-17")).toEqual(["NV-002 assigned"]);
    expect((await run("tasks", "--at", "2026-11-13")).out).toContain(
      "NV-001  STC     2026-11-12  assigned  overdue by 1 days (1 working days)",
    );
  });
});

describe("dondoc standings", () => {
  it("gives the figures of a group over a period that is over", async () => {
    await sheet(
      "so.csv",
      { stt: "1", deadline: "12/11/2026" },
      {
        stt: "2",
        deadline: "13/11/2026",
        lead: "SNV",
        status: "Hoàn thành",
        finishedOn: "11/11/2026",
      },
    );
    await take("--at", "2026-11-20");
    const { out } = await run(
      "standings",
      "--group",
      "sở",
      "--period",
      "2026-W46",
      "--json",
      "--at",
      "2026-11-20",
    );
    const [group, another] = (JSON.parse(out) as { groups: { rows: object[] }[] }).groups;
    expect(another).toBeUndefined();
    expect(group?.rows).toMatchObject([
      { rank: 1, agency: { code: "SNV" }, ratePercent: 100, doneOnTime: 1, counted: 1 },
      { rank: 2, agency: { code: "STC" }, ratePercent: 0, overdueOpen: 1, counted: 1 },
      { rank: null, agency: { code: "STP" }, ratePercent: null, counted: 0 },
    ]);
    expect(await run("standings", "--group", "bộ")).toMatchObject({
      status: 2,
      err: "unknown group “bộ”; groups: “Các sở, ban, ngành”, “UBND các xã, phường”",
    });
  });
});

describe("dondoc job", () => {
  const SLOT = "2026-11-23T08:00+07:00";

  it("says what it would say, then runs the slot once", async () => {
    await sheet("so.csv", { stt: "1", deadline: "12/11/2026" });
    await take("--at", "2026-11-20");
    const chat = await open.db.chat.create({
      data: { channel: "test", externalId: "1", kind: "group", title: "Ban Chỉ đạo" },
    });
    await open.db.chatBinding.create({
      data: { chatId: chat.id, purpose: "committee", wantsRanking: true },
    });
    const dry = await run("job", "weekly-ranking", "--at", SLOT, "--dry-run");
    expect(dry.out).toMatch(
      /^To chat \d+ \(Ban Chỉ đạo\), ranking, key weekly-ranking:2026-W47:\d+:/,
    );
    expect(dry.out).toMatch(/1 {4}Sở Tài chính +0,00%/);
    expect(dry.out).toMatch(/1 message, nothing stored\.$/);
    expect(await open.db.standingSnapshot.count()).toBe(0);

    const first = await run("job", "weekly-ranking", "--at", SLOT);
    expect(first).toMatchObject({ status: 0, out: `weekly-ranking ${SLOT}: 1 message queued.` });
    const again = await run("job", "weekly-ranking", "--at", SLOT);
    expect(again.status).toBe(0);
    expect(again.out).toContain("was run before");
    expect(await open.db.outboxMessage.count()).toBe(1);
  });

  it("knows its jobs and their slots", async () => {
    expect((await run("job", "--at", "2026-11-20T09:00")).out).toMatch(
      /weekly-ranking +2026-11-23T08:00/,
    );
    expect(await run("job", "weekly-ranking", "--at", "2026-11-24")).toMatchObject({
      status: 2,
      err: expect.stringContaining(`the nearest: ${SLOT}, 2026-11-30T08:00+07:00`),
    });
    expect(await run("job", "weekly-ranking")).toMatchObject({ status: 2 });
    expect((await run("job", "x", "--at", SLOT)).err).toMatch(
      /jobs: deadline-alerts, weekly-ranking/,
    );
  });
});

describe("dondoc doctor", () => {
  const now = new Date("2026-11-20T01:00:00Z");

  it("finds columns that differ from the history", async () => {
    await sheet("so.csv", { stt: "1", deadline: "12/11/2026" }, { stt: "2", lead: "SNV" });
    await take("--at", "2026-11-20");
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
    await sheet("so.csv", { stt: "1", deadline: "12/11/2026" });
    await take("--at", "2026-11-20");
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
