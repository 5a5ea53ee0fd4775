// exploration
import { readFile } from "node:fs/promises";
import path from "node:path";
import { expect, it } from "vitest";
import { FINANCE, SECRETARY } from "./support/people.ts";
import { describeInBrowser } from "./support/suite.ts";
import { useProvince } from "./support/use-province.ts";
import { useVisitors } from "./support/visitors.ts";

const SAMPLE = path.join(import.meta.dirname, "../directives/samples/chi-thi-hai-cap.docx");

describeInBrowser("a directive", () => {
  const province = useProvince(new Date("2026-04-22T09:10:00+07:00"));
  const come = useVisitors(() => province().url);

  it("explore", async () => {
    const visitor = await come.toDesk();
    let n = 0;
    const shot = async (name: string) => {
      n += 1;
      await visitor.page.waitForTimeout(700);
      await visitor.page.screenshot({ path: `/tmp/dondoc-test/directive-${n}-${name}.png` });
    };
    const secretary = await visitor.openChat(SECRETARY);
    await secretary.attach({
      name: "CT-09.docx",
      mimeType: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
      buffer: await readFile(SAMPLE),
    });
    await shot("attached");
    await secretary.says("văn bản mới của UBND tỉnh");
    await secretary.hears(/Đang đọc/);
    await shot("progress");
    const summary = await secretary.hears(/VB-1 · /);
    console.log(await summary.innerText());
    await shot("summary");
    await secretary.says("/vanban VB-1 danh sách");
    const list = await secretary.hears(/các nhiệm vụ dự thảo/);
    console.log(await list.innerText());
    await shot("list");
    await secretary.says("/vanban VB-1");
    await secretary.taps(/Xem chỗ cần xem/);
    const card = await secretary.hears(/chưa xem/);
    console.log(await card.innerText());
    await shot("card");
    await secretary.taps("Sửa cơ quan");
    await secretary.hears(/Cơ quan nào chủ trì/);
    await shot("asks-lead");
    await secretary.says("các xã, phường, đặc khu");
    console.log(await (await secretary.hears(/Đã sửa|Chưa/)).innerText());
    await shot("lead-edited");
    expect(1).toBe(1);
  });
});
