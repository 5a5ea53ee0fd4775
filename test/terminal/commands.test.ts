import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { beforeEach, describe, expect, it, onTestFinished } from "vitest";
import { openTestDatabase, type TestDatabase } from "#test/support/database.ts";
import { clockAt, sitDown } from "./people.ts";
import { type Cells, giveProvince, runOn, writeSheet } from "./province.ts";

let open: TestDatabase;
let folder: string;

beforeEach(async () => {
  open = await openTestDatabase();
  onTestFinished(() => open.close());
  folder = await mkdtemp(path.join(tmpdir(), "dondoc-cli-"));
  onTestFinished(() => rm(folder, { recursive: true }));
  await giveProvince(open.db);
});

const sheet = (...rows: Cells[]) => writeSheet(path.join(folder, "so.csv"), rows);
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
    await sheet({ stt: "1", deadline: "30/11/2026" }, { stt: "2", lead: "Sở Lạ" });
    const refused = await take("--at", "2026-11-20");
    expect(refused.status).toBe(1);
    expect(refused.out).toMatch(/1 error:\n- Row 3, column “[^”]+”, “Sở Lạ”: unknown agency/);
    expect(refused.err).toBe("nothing was stored: 1 error in so.csv");
    expect(await open.db.task.count()).toBe(0);
  });

  it("says beforehand what it would store, stores it once, and shows differences", async () => {
    await sheet({ stt: "1", deadline: "30/11/2026" }, { stt: "2", deadline: "hằng tháng" });
    const dry = await take("--at", "2026-11-20", "--dry-run");
    expect(dry.out).toContain("2 new tasks, 2 lead assignments, 0 coordinating assignments.");
    expect(dry.out).toMatch(/Dry run: nothing was stored\.$/);
    expect(await open.db.task.count()).toBe(0);

    expect((await take("--at", "2026-11-20")).out).toMatch(/Stored 2 tasks \(NV-001 to NV-002\)/);
    await sheet({ stt: "1", deadline: "15/12/2026" }, { stt: "2", deadline: "hằng tháng" });
    const again = await take("--at", "2026-11-20");
    expect(again.status).toBe(0);
    expect(again.out).toContain("register “30/11/2026”, file “15/12/2026”");
    expect(await open.db.task.count()).toBe(2);
  });
});

describe("dondoc tasks", () => {
  it("tells of a day in the past as it was then, not as it is now", async () => {
    await sheet(
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
      "NV-001  STC     2026-11-12  assigned  overdue by 1 day (1 working day)",
    );
  });
});

describe("dondoc standings", () => {
  it("gives the figures of a group over a period that is over", async () => {
    await sheet(
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
    await sheet({ stt: "1", deadline: "12/11/2026" });
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
      /jobs: .*deadline-alerts, escalation, weekly-ranking/,
    );
  });
});
