// Behind the glass: what one message or tap set off, as the engineer who visits reads it.
import { describe, expect, it, onTestFinished, vi } from "vitest";
import type { Caused } from "#src/playground/house.ts";
import { causedBy } from "#src/playground-house/caused.ts";
import { databaseKinds } from "#test/support/database.ts";
import { openProvince, type Province } from "#test/support/province.ts";
import { plant } from "./planted.ts";

// Each has a database, a server and a bot of its own: slow where the machine is busy.
vi.setConfig({ testTimeout: 90_000 });

/** What the last thing that anybody said or tapped set off. */
const lastCaused = async (province: Province): Promise<Caused> => {
  await province.settle();
  const { updateId } = await province.db.inboxUpdate.findFirstOrThrow({ orderBy: { id: "desc" } });
  return causedBy(province.db, Number(updateId));
};

const tables = ({ transaction }: Caused): string[] => [
  ...new Set(transaction.map(({ table }) => table)),
];

const rowIn = ({ transaction }: Caused, table: string) =>
  transaction.find((row) => row.table === table)?.values;

describe.each(databaseKinds)("behind the glass (%s)", (kind) => {
  const open = async (): Promise<Province> => {
    const province = await openProvince({ at: "2026-11-20T09:00", kind });
    onTestFinished(() => province.close());
    return province;
  };

  it("stands a report: its row, the event, the audit, the answer and the card drawn again", async () => {
    const province = await open();
    const official = await province.official("STC");
    await plant(province, "STC", "Rà soát", { dueOn: "2026-11-27" });
    await official.asks("/viec NV-001", /NV-001/);
    await official.asks("/tiendo NV-001 70% đã lấy ý kiến", "Đã ghi tiến độ NV-001: 70%.");
    const caused = await lastCaused(province);

    expect(caused.inbox).toMatchObject({ state: "done", attempts: 1 });
    expect(caused.inbox?.doneAt).toBeGreaterThanOrEqual(caused.inbox?.receivedAt ?? Infinity);
    expect(tables(caused).sort()).toEqual(["Assignment", "AuditEntry", "Progress", "TaskEvent"]);
    expect(rowIn(caused, "Progress")).toMatchObject({ percent: 70, note: "đã lấy ý kiến" });
    expect(rowIn(caused, "Assignment")).toMatchObject({ state: "in_progress", percent: 70 });
    expect(caused.outbox.map(({ kind, state, chat }) => [kind, state, chat])).toEqual([
      ["reply", "sent", official.person.id],
      ["card", "sent", official.person.id],
    ]);
    expect(caused.outbox[0]).toMatchObject({ attempts: 1, error: null });
    expect(caused.outbox[0]?.text).toContain("Đã ghi tiến độ NV-001: 70%.");
    expect(caused.outbox[0]?.messageId).toMatch(/^\d+$/);
  });

  it("stands a task given by tapping: the tap wrote the task, the words only a form", async () => {
    const province = await open();
    const secretary = await province.person("secretariat", "SNV", "Hà");
    const official = await province.official("STC");
    await secretary.asks("/giao Sở Tài chính: Rà soát định mức chi; hạn 27/11", /Giao nhiệm vụ/);
    expect(tables(await lastCaused(province))).toEqual(["Form"]);

    await secretary.taps("Ghi nhận");
    await secretary.hears("Đã ghi nhận NV-001");
    await official.hears(/nhiệm vụ mới.*NV-001/s);
    const caused = await lastCaused(province);
    expect(tables(caused)).toEqual(
      expect.arrayContaining(["Task", "Assignment", "TaskEvent", "AuditEntry"]),
    );
    expect(rowIn(caused, "Task")).toMatchObject({ id: 1, content: "Rà soát định mức chi" });
    expect(caused.transaction.find(({ table }) => table === "Task")?.key).toBe("1");
    expect(caused.outbox.map(({ chat, kind }) => [chat, kind])).toEqual([
      [secretary.person.id, "reply"],
      [official.person.id, "notice"],
    ]);
  });

  it("stands nothing written by who only asked, and no message of others' making", async () => {
    const province = await open();
    const official = await province.official("STC");
    await official.asks("/quahan", /quá hạn/i);
    const caused = await lastCaused(province);
    expect(caused).toMatchObject({ inbox: { state: "done" }, transaction: [], outbox: [] });
    expect(await causedBy(province.db, 987_654_321)).toEqual({
      inbox: null,
      transaction: [],
      outbox: [],
    });
  });

  it("never shows the code of an invitation, nor what it is known by", async () => {
    const province = await open();
    const admin = await province.person("admin");
    const invited = await admin.asks("/moi cán bộ STC", /start=/);
    const code = /start=([\w-]+)/.exec(invited.text)?.[1] ?? "";
    expect(code.length).toBeGreaterThan(20);
    const caused = await lastCaused(province);
    expect(rowIn(caused, "Invite")).toMatchObject({ role: "official" });
    expect(rowIn(caused, "Invite")).not.toHaveProperty("codeHash");
    expect(JSON.stringify(caused)).not.toContain(code);
  });

  it("stands an album as one, whichever of its files is asked about", async () => {
    const province = await open();
    const official = await province.official("STC");
    await plant(province, "STC", "Rà soát", { dueOn: "2026-11-27" });
    official.room.sendAlbum(["a.txt", "b.csv"], "/tiendo NV-001 80%");
    await official.hears("Đã ghi tiến độ NV-001: 80%, kèm 2 tệp.");
    const caused = await lastCaused(province);
    expect(rowIn(caused, "Progress")).toMatchObject({ percent: 80 });
    expect(tables(caused)).toContain("Attachment");
    expect(JSON.stringify(caused)).not.toContain("sha256");
  });
});
