import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { coquan } from "#commands/coquan.ts";
import { xephang } from "#commands/xephang.ts";
import { takeSnapshot } from "#src/standings/snapshot-store.ts";
import { computeRankings, rankedGroups } from "#src/standings/standings-store.ts";
import { openTestDatabase, type TestDatabase } from "#test/support/database.ts";
import { d, window } from "./facts.ts";
import { at, finished, give, makeAgency, makeGroup, makeTask } from "./register.ts";
import { ask, commandsOf, linesOf } from "./request.ts";

let open: TestDatabase;
let ids: Record<"snv" | "stc" | "xa" | "hoi", number>;

const official = (agencyId: number, agencyName: string) => ({
  role: "official" as const,
  agencyId,
  agencyName,
});

beforeAll(async () => {
  open = await openTestDatabase();
  const { db } = open;
  const { id: so } = await makeGroup(db, "Sở, ban, ngành", 1);
  const { id: xa } = await makeGroup(db, "UBND xã, phường", 2);
  const make = async (group: number | null, code: string, name: string) =>
    (await makeAgency(db, group, code, { name })).id;
  ids = {
    snv: await make(so, "SNV", "Sở Nội vụ"),
    stc: await make(so, "STC", "Sở Tài chính"),
    xa: await make(xa, "XTP", "UBND xã Tân Phú"),
    hoi: await make(null, "HLG", "Hội Luật gia"),
  };
  await give(db, finished(ids.snv, "2026-11-18"));
  await give(db, finished(ids.snv, "2026-11-24"));
  const secret = await makeTask(db, "Nội dung hạn chế", true);
  await give(db, { agencyId: ids.stc, taskId: secret.id });
  await give(db, finished(ids.stc, "2026-11-24", "2026-11-30"));
  const groups = await rankedGroups(db, d("2026-11-22"));
  const over = window("2026-01-01", "2026-11-22");
  for (const ranking of await computeRankings(db, groups, "ytd", over))
    await db.$transaction((tx) =>
      takeSnapshot(tx, { period: "2026-W47", ranking, takenAt: at("2026-11-23") }),
    );
});
afterAll(() => open.close());

const told = async (
  ...asked: Parameters<typeof ask> extends [unknown, ...infer Rest] ? Rest : never
) => linesOf(await ask(open.db, ...asked));

describe("/xephang", () => {
  it("ranks every group for the year to date, against the last published figures", async () => {
    const lines = await told(xephang);
    expect(lines.filter((line) => line.startsWith("Kết quả thực hiện"))).toEqual([
      "Kết quả thực hiện nhiệm vụ: Sở, ban, ngành",
      "Kết quả thực hiện nhiệm vụ: UBND xã, phường",
    ]);
    expect(lines).toContain("1 (đồng hạng) | Sở Nội vụ | 50,00% | 0,00 | 0 | 1/1/0 | 2");
    expect(lines).toContain("1 (đồng hạng) | Sở Tài chính | 50,00% | +50,00 | +1 | 1/0/1 | 2");
    expect(lines).toContain("So với kỳ 2026-W47; ± hạng: dấu + là tăng hạng.");
    expect(lines).toContain("Chưa đủ số liệu (dưới 1 nhiệm vụ được tính): UBND xã Tân Phú.");
    expect(lines.join("\n")).not.toContain("Nội dung hạn chế");
  });

  it("takes a group and a span, and offers the other spans of the same group in place", async () => {
    const reply = await ask(open.db, xephang, "so TUAN");
    expect(linesOf(reply)).toContain(
      "Tuần 48 (23/11/2026 – 25/11/2026). Đây không phải Chỉ số cải cách hành chính (PAR INDEX).",
    );
    expect(linesOf(reply)).toContain("1 | Sở Tài chính | 50,00% | 1/0/1 | 2");
    expect(linesOf(reply)).toContain("2 | Sở Nội vụ | 0,00% | 0/1/0 | 1");
    expect(linesOf(reply).join("\n")).not.toContain("UBND xã");
    expect(commandsOf(reply)).toEqual(["/xephang so năm", "/xephang so tháng", "/xephang so quý"]);
    expect(reply.buttons?.flat().every((button) => button.inPlace)).toBe(true);
  });

  it("answers each of its own buttons", async () => {
    const reply = await ask(open.db, xephang);
    expect(commandsOf(reply)).toEqual(["/xephang tuần", "/xephang tháng", "/xephang quý"]);
    const titles = await Promise.all(
      commandsOf(reply).map(async (command) => (await told(xephang, command.slice(9)))[1]),
    );
    expect(titles.map((title) => title?.split(" (")[0])).toEqual(["Tuần 48", "Tháng 11", "Quý IV"]);
  });

  it("lists the groups where it knows no such group", async () => {
    const reply = await ask(open.db, xephang, "bệnh viện tháng");
    expect(linesOf(reply)[0]).toContain("“bệnh viện”");
    expect(linesOf(reply)).toContain("- UBND xã, phường");
    expect(commandsOf(reply)).toEqual(["/xephang Sở, ban, ngành", "/xephang UBND xã, phường"]);
  });

  it("speaks English to who asked for it", async () => {
    expect((await told(xephang, "sở", { language: "en" }))[0]).toBe(
      "Task performance: Sở, ban, ngành",
    );
  });
});

describe("/coquan", () => {
  it("gives one agency's counts and its place", async () => {
    const reply = await ask(open.db, coquan, "stc");
    const lines = linesOf(reply);
    expect(lines[0]).toBe("Số liệu nhiệm vụ của Sở Tài chính (STC) đến hết ngày 25/11/2026");
    expect(lines).toContain("Hoàn thành đúng hạn | 1");
    expect(lines).toContain("Chưa hoàn thành, quá hạn | 1");
    expect(lines).toContain("Tổng số | 2");
    expect(lines.join("\n")).toMatch(
      /Hạng 1 \(đồng hạng\) trong 2 đơn vị.*50,00% \(1\/2 .*\+50,00 điểm, \+1 hạng/,
    );
    expect(lines.join("\n")).not.toContain("Nội dung hạn chế");
    expect(commandsOf(reply)).toEqual(["/quahan STC", "/xephang Sở, ban, ngành"]);
  });

  it("means one's own agency where one has exactly one", async () => {
    const grants = [official(ids.snv, "Sở Nội vụ")];
    expect((await told(coquan, "", { grants }))[0]).toContain("Sở Nội vụ (SNV)");
    const two = [...grants, official(ids.stc, "Sở Tài chính")];
    const reply = await ask(open.db, coquan, "", { grants: two });
    expect(linesOf(reply)[0]).toBe("Xin ghi tên hoặc mã của cơ quan cần xem.");
    expect(commandsOf(reply)).toEqual(["/coquan SNV", "/coquan STC"]);
    expect(commandsOf(await ask(open.db, coquan))).toEqual([]);
  });

  it("says so of an agency that is not ranked, and offers the nearest for an unknown one", async () => {
    expect(await told(coquan, "HLG")).toContain("Cơ quan này không thuộc diện xếp hạng.");
    expect(linesOf(await ask(open.db, coquan, "zzzzzz"))[0]).toMatch(/Không có cơ quan nào/);
  });
});
