import { describe, expect, it } from "vitest";
import { addDays, civilDate } from "#src/calendar/civil-date.ts";
import {
  type BulletinFigures,
  bulletinLines,
  MOST_CHARACTERS,
  type TaskLine,
} from "#src/standings/bulletin-text.ts";
import { countTable } from "#src/standings/count-table.ts";
import type { RankedRow, Ranking } from "#src/standings/ranking.ts";
import { facts, window } from "./facts.ts";

const week = window("2026-11-16", "2026-11-22");
const asOf = civilDate("2026-11-20");

const row = (agencyId: number, rank: number | null, rate: number, overdueOpen = 0): RankedRow => ({
  agencyId,
  agencyName: `Sở Văn hóa, Thể thao số ${agencyId}`,
  doneOnTime: 1,
  doneLate: 0,
  overdueOpen,
  rate: rank === null ? null : rate,
  rank,
});

const ranking = (name: string, rows: RankedRow[]): Ranking => ({
  group: { id: 1, name, minDue: 1 },
  span: "ytd",
  window: window("2026-01-01", "2026-11-20"),
  rows,
});

const figures = (more: Partial<BulletinFigures> = {}): BulletinFigures => ({
  week,
  asOf,
  table: countTable([facts({}), facts({ id: 2, state: "paused" })], asOf),
  rankings: [ranking("Các sở", [row(1, 1, 10_000), row(2, 2, 5000, 3)])],
  newlyOverdue: [{ taskId: 12, agencies: ["STC", "SYT"] }],
  newlyDone: 4,
  dueNext: [{ taskId: 13, agencies: ["STP"], due: { on: civilDate("2026-11-28"), off: true } }],
  ...more,
});

describe("the bulletin of a week", () => {
  it("has the six-way table, what is new, what is coming, the first and the last, where to ask", () => {
    const lines = bulletinLines("vi", figures());
    expect(lines.slice(0, 3)).toEqual([
      "TÌNH HÌNH THỰC HIỆN NHIỆM VỤ TUẦN 47 (16/11/2026 – 22/11/2026)",
      "Số liệu đến hết ngày 20/11/2026, phân công chủ trì.",
      "Tổng số: 1",
    ]);
    expect(lines).toContain("Ngoài tổng số: tạm dừng 1, hủy 0.");
    const at = lines.indexOf("MỚI HOÀN THÀNH TRONG TUẦN: 4");
    expect(lines.slice(at + 1, -1)).toEqual([
      "MỚI QUÁ HẠN TRONG TUẦN: 2",
      "- NV-012: STC, SYT",
      "ĐẾN HẠN TUẦN TỚI (23/11/2026 – 29/11/2026): 1",
      "- NV-013 (28/11, ngày nghỉ): STP",
      "KẾT QUẢ TỪ ĐẦU NĂM (tỷ lệ đúng hạn)",
      "Các sở: dẫn đầu Sở Văn hóa, Thể thao số 1 (100,00%)",
      "  Đơn vị cần đôn đốc: Sở Văn hóa, Thể thao số 2 (3 quá hạn)",
    ]);
    expect(lines.at(-1)).toMatch(/hỏi cơ quan thường trực/);
    expect(bulletinLines("en", figures())[0]).toBe(
      "TASK STATUS, WEEK 47 (16/11/2026 – 22/11/2026)",
    );
  });

  it("stays under 2,000 characters however much there is, and always keeps its figures", () => {
    const tasks = (from: number): TaskLine[] =>
      Array.from({ length: 400 }, (_, at) => ({
        taskId: from + at,
        agencies: Array.from({ length: at % 40 }, (_, agency) => `X-${agency}`),
        due: { on: addDays(asOf, 4), off: false },
      }));
    const rows = Array.from({ length: 150 }, (_, at) =>
      row(at, at < 90 ? 1 : 91, at < 90 ? 10_000 : 0, at < 90 ? 0 : at),
    );
    for (const groups of [1, 3, 12, 60]) {
      const rankings = Array.from({ length: groups }, (_, at) =>
        ranking(`UBND các xã, phường khu vực ${at}`, rows),
      );
      const much = figures({ rankings, newlyOverdue: tasks(1), dueNext: tasks(1000) });
      const lines = bulletinLines("vi", much);
      expect(lines.join("\n").length).toBeLessThan(MOST_CHARACTERS);
      expect(lines.some((line) => line.startsWith("MỚI QUÁ HẠN TRONG TUẦN: 7800"))).toBe(true);
      expect(lines.at(-1)).toMatch(/^Chi tiết/);
    }
  });

  it("says so where nobody has enough figures", () => {
    const lines = bulletinLines("vi", figures({ rankings: [ranking("Khác", [row(1, null, 0)])] }));
    expect(lines).toContain("Khác: chưa đủ số liệu để xếp hạng");
  });
});
