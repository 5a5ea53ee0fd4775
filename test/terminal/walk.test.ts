// The walk of the first issue through the text-only channel: registered, reported, submitted,
// returned once, confirmed; the clock moves to Monday 08:00. A terminal is in no group, so the
// weekly ranking is one that the secretariat approves: the preview comes to its terminal.
import { describe, expect, it } from "vitest";
import { jobs } from "#jobs/index.ts";
import { civilDate } from "#src/calendar/civil-date.ts";
import { instantAt } from "#src/calendar/zone.ts";
import { runSlot } from "#src/schedule/run-slot.ts";
import { databaseKinds, openTestDatabase } from "#test/support/database.ts";
import { clockAt, sitDown } from "./people.ts";
import { giveProvince } from "./province.ts";

describe.each(databaseKinds)("the walk at terminals (%s)", (kind) => {
  it("goes from one line to the ranking on Monday", async () => {
    const open = await openTestDatabase(kind);
    const { db } = open;
    await giveProvince(db);
    const clock = clockAt("2026-11-20T09:00:00+07:00");
    const secretary = await sitDown(db, "secretariat:SNV", clock);
    const official = await sitDown(db, "official:STC", clock);
    const leader = await sitDown(db, "leader", clock);
    const all = (printed: string[]): string => printed.join("\n---\n");

    await official.says("/toi");
    expect(
      all(
        await secretary.says("/giao Sở Tài chính: Rà soát định mức chi; hạn 27/11; phối hợp STP"),
      ),
    ).toMatch(/Rà soát định mức chi[\s\S]*27\/11\/2026[\s\S]*Sở Tư pháp/);
    expect(all(await secretary.says("có"))).toContain("Đã ghi nhận NV-001");
    expect(all(await official.looks())).toMatch(/nhiệm vụ mới[\s\S]*NV-001/);
    expect(all(await official.says("tiendo nv1 70% da lay y kien"))).toContain("NV-001: 70%");
    await official.says("/hoanthanh NV-001 số 12/BC-STC ngày 18/11");
    expect(all(await secretary.looks())).toContain("Sở Tài chính nộp kết quả NV-001");
    expect(all(await secretary.says("/tralai NV-001"))).toContain("lý do trả lại NV-001");
    expect(all(await secretary.says("thiếu phụ lục"))).toContain("Đã trả lại kết quả NV-001");
    expect(all(await official.looks())).toContain("NV-001 được trả lại: thiếu phụ lục");
    await official.says("/hoanthanh NV-001 số 15/BC-STC ngày 19/11");
    await secretary.looks();
    expect(all(await secretary.says("/xacnhan NV-001 STC"))).toMatch(/Đã xác nhận.*19\/11\/2026/);
    expect(all(await official.looks())).toContain("NV-001 đã được xác nhận");

    await db.chat.create({
      data: {
        channel: "telegram",
        externalId: "-1",
        kind: "group",
        title: "Ban Chỉ đạo",
        bindings: { create: { purpose: "committee", wantsRanking: true, approveFirst: true } },
      },
    });
    const monday = instantAt(civilDate("2026-11-23"), "08:00");
    clock.moveTo(monday);
    const ranking = jobs.find(({ name }) => name === "weekly-ranking");
    if (ranking === undefined) throw new Error("no weekly-ranking job");
    const ran = await runSlot(db, ranking, monday, { now: clock.now(), by: "test" });
    expect(ran).toMatchObject({ kind: "ran", messages: 1 });
    const preview = all(await secretary.looks());
    expect(preview).toMatch(/Kết quả thực hiện nhiệm vụ[\s\S]*Sở Tài chính +100,00%/);
    expect(all(await secretary.says("/dang"))).toContain("Đã duyệt, xếp hạng 2026-W47");
    expect(all(await leader.says("/xephang sở"))).toMatch(/Sở Tài chính +100,00%/);
    await open.close();
  }, 60_000);
});
