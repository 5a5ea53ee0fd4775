import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { beforeEach, describe, expect, it, onTestFinished } from "vitest";
import { openTestDatabase, type TestDatabase } from "#test/support/database.ts";
import { clockAt, sitDown } from "./people.ts";
import { giveProvince } from "./province.ts";

const NOW = "2026-11-20T08:00:00+07:00";

let open: TestDatabase;

beforeEach(async () => {
  open = await openTestDatabase();
  onTestFinished(() => open.close());
  await giveProvince(open.db);
});

const both = async () => ({
  secretary: await sitDown(open.db, "secretariat:SNV", clockAt(NOW)),
  official: await sitDown(open.db, "official:STC", clockAt(NOW)),
});

const TASK = "/giao STC: Rà soát thủ tục hành chính; hạn 30/11";

describe("a person at a terminal", () => {
  it("is made with the role on first use, audited, and found again", async () => {
    await sitDown(open.db, "official:stc", clockAt(NOW));
    await sitDown(open.db, "cán bộ:Sở Tài chính", clockAt(NOW));
    expect(
      await open.db.identity.findMany({ select: { channel: true, externalId: true } }),
    ).toEqual([{ channel: "terminal:official:STC", externalId: "official:STC" }]);
    const [entry, another] = await open.db.auditEntry.findMany();
    expect(entry).toMatchObject({ action: "terminal identity", actorLabel: "cli" });
    expect(another).toBeUndefined();
    await sitDown(open.db, "official:STC", clockAt(NOW), { name: "Lê An" });
    expect((await open.db.person.findMany()).map(({ fullName }) => fullName)).toEqual([
      "Cán bộ đầu mối STC",
      "Lê An",
    ]);
  });

  it("does not get back a role that was taken away", async () => {
    await sitDown(open.db, "official:STC", clockAt(NOW));
    await open.db.membership.updateMany({ data: { endedAt: new Date() } });
    const seat = await sitDown(open.db, "official:STC", clockAt(NOW));
    expect((await seat.says("/viec")).join()).toContain("mở đường liên kết mời");
  });

  it("is refused without a known role and agency, and nothing is stored", async () => {
    const refusal = (as: string) =>
      sitDown(open.db, as, clockAt(NOW)).then(
        () => "taken",
        (error: { exitCode: number; message: string }) => `${error.exitCode}: ${error.message}`,
      );
    expect(await refusal("official:STX")).toMatch(/^2: unknown agency “STX”/);
    expect(await refusal("official")).toMatch(/^2: .* needs an agency/);
    expect(await refusal("leader:STC")).toMatch(/^2: .* takes no agency/);
    expect(await refusal("boss:STC")).toMatch(/^2: unknown role “boss”/);
    expect(await open.db.person.count()).toBe(0);
  });
});

describe("a conversation by text alone", () => {
  it("carries a task from the order to its confirmation", async () => {
    const { secretary, official } = await both();
    expect((await secretary.says(TASK)).at(-1)).toMatch(
      /1\) Ghi nhận → \/dongy\n2\) Thôi → \/thoi$/,
    );
    expect((await secretary.says("có"))[0]).toMatch(/^Đã ghi nhận NV-001\./);
    const [notice] = await official.looks();
    expect(notice).toContain("Sở Tài chính được giao nhiệm vụ mới");
    expect(notice).toContain("2) Báo tiến độ → /tiendo NV-001");

    const [done, card, ...rest] = await official.says("/tiendo NV-001 40% đang làm");
    expect(done).toContain("Đã ghi tiến độ NV-001: 40%");
    expect(card).toMatch(/^\(cập nhật\) NV-001[\s\S]*đang thực hiện, 40%/);
    expect(rest).toEqual([]);

    await official.says("/hoanthanh NV-001 số 12/BC-STC ngày 20/11 đã xong");
    const [submitted] = await secretary.looks();
    // Numbers run on until something is typed: 1 was the task that was just registered.
    expect(submitted).toContain("2) Xác nhận → /xacnhan NV-001 STC");
    expect((await secretary.says("2"))[0]).toContain("hoàn thành ngày 20/11/2026");
    expect((await official.looks()).join("\n")).toContain("Trạng thái: hoàn thành 20/11/2026");
    expect(await open.db.assignment.findFirst()).toMatchObject({ state: "done" });
  });

  it("prints to nobody what is meant for another, even with both open", async () => {
    const { secretary, official } = await both();
    const other = await sitDown(open.db, "official:STP", clockAt(NOW));
    await secretary.says(TASK);
    await secretary.says("có");
    expect(await other.says("/viec")).toHaveLength(1);
    expect(await secretary.looks()).toEqual([]);
    expect(await official.looks()).toHaveLength(1);
    expect(await official.looks()).toEqual([]);
  });

  it("answers an old number with what has changed since", async () => {
    const { secretary, official } = await both();
    await secretary.says(TASK);
    await secretary.says("có");
    expect((await official.looks())[0]).toContain("2) Báo tiến độ");
    const colleague = await sitDown(open.db, "official:STC", clockAt(NOW), { name: "Lê An" });
    await colleague.says("/tiendo NV-001 10% bắt đầu");
    expect((await official.says("2")).join("\n")).toContain("đã thay đổi so với tin mà");
    expect(await open.db.progress.count()).toBe(1);
  });

  it("takes a figure as a number only for what was shown just before", async () => {
    const { secretary, official } = await both();
    await secretary.says(TASK);
    await secretary.says("có");
    expect((await official.looks())[0]).toContain("3) Nộp kết quả");
    // The question about progress shows no buttons: 2 is now an answer.
    await official.says("2");
    await official.says("2");
    expect(await open.db.progress.findMany()).toMatchObject([{ percent: 2 }]);
  });

  it("keeps each line in the inbox, in order, done", async () => {
    const { official } = await both();
    await official.says("/viec");
    await official.says("/toi");
    const rows = await open.db.inboxUpdate.findMany({ orderBy: { id: "asc" } });
    expect(rows.map(({ channel, updateId, state }) => [channel, updateId, state])).toEqual([
      ["terminal:official:STC", 1n, "done"],
      ["terminal:official:STC", 2n, "done"],
    ]);
  });

  it("loses no line to another session of the same person", async () => {
    const one = await sitDown(open.db, "leader", clockAt(NOW));
    const two = await sitDown(open.db, "leader", clockAt(NOW));
    await Promise.all([one.says("/toi"), two.says("/toi"), one.says("/toi"), two.says("/toi")]);
    expect(await open.db.inboxUpdate.count({ where: { state: "done" } })).toBe(4);
  });
});

describe("files", () => {
  it("go in by @path and come out into the folder, never over another file", async () => {
    const folder = await mkdtemp(path.join(tmpdir(), "dondoc-files-"));
    onTestFinished(() => rm(folder, { recursive: true }));
    const filesDir = path.join(folder, "ra");
    await writeFile(path.join(folder, "báo cáo.pdf"), "%PDF-1 kết quả");
    const secretary = await sitDown(open.db, "secretariat:SNV", clockAt(NOW), { filesDir });
    const official = await sitDown(open.db, "official:STC", clockAt(NOW), { folder });
    await secretary.says(TASK);
    await secretary.says("có");
    await official.looks();

    const missing = await official.says("/hoanthanh NV-001 xong @khong-co.pdf");
    expect(missing).toEqual(["Không tìm thấy tệp: khong-co.pdf. Lệnh chưa được thực hiện."]);
    expect(await open.db.result.count()).toBe(0);

    await official.says('/hoanthanh NV-001 xong @"báo cáo.pdf"');
    const twice = [
      ...(await secretary.says("/tep NV-001")),
      ...(await secretary.says("/tep NV-001")),
    ];
    expect(twice.join("\n")).toContain(`Tệp: ${path.join(filesDir, "báo cáo (2).pdf")}`);
    expect(await readFile(path.join(filesDir, "báo cáo.pdf"), "utf8")).toBe("%PDF-1 kết quả");
    expect((await official.says("/tep NV-001")).join("\n")).toContain("Tệp: báo cáo.pdf (chạy với");
  });
});
