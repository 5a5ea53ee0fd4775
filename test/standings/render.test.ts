import { describe, expect, it } from "vitest";
import { countTable } from "#src/standings/count-table.ts";
import type { Change, RankedRow, Ranking } from "#src/standings/ranking.ts";
import { lowerEnd, rankingBlocks } from "#src/standings/render.ts";
import { countBlocks, placeBlocks } from "#src/standings/render-counts.ts";
import { d, facts, window } from "./facts.ts";
import { linesOf } from "./request.ts";

const row = (
  agencyId: number,
  rank: number | null,
  rate: number | null,
  [doneOnTime, doneLate, overdueOpen]: [number, number, number],
): RankedRow => ({
  agencyId,
  agencyName: `Sở ${agencyId}`,
  doneOnTime,
  doneLate,
  overdueOpen,
  rate,
  rank,
});

const ranking = (rows: RankedRow[], minDue = 1): Ranking => ({
  group: { id: 1, name: "Sở, ban, ngành", minDue },
  span: "ytd",
  window: window("2026-01-01", "2026-11-22"),
  rows,
});

const small = ranking(
  [
    row(1, 1, 10_000, [4, 0, 0]),
    row(2, 2, 7500, [3, 1, 0]),
    row(3, 2, 7500, [3, 0, 1]),
    row(4, 4, 5000, [1, 0, 1]),
    row(5, null, null, [1, 0, 0]),
  ],
  2,
);

describe("a ranking as it is shown", () => {
  it("has a column of extensions where any date was moved; unknown is a dash", () => {
    const rows = [{ ...row(1, 1, 10_000, [4, 0, 0]), extensions: 2 }, row(2, 2, 7500, [3, 1, 0])];
    const lines = linesOf({ blocks: rankingBlocks("vi", ranking(rows), null) });
    expect(lines).toContain(
      "Hạng | Cơ quan | Tỷ lệ đúng hạn | Đúng hạn/Trễ/Quá hạn | Số tính | Gia hạn",
    );
    expect(lines).toContain("1 | Sở 1 | 100,00% | 4/0/0 | 4 | 2");
    expect(lines).toContain("2 | Sở 2 | 75,00% | 3/1/0 | 4 | –");
  });

  it("has its title, window, table, changes, those left out, the lower end and the formula", () => {
    const changes = new Map<number, Change>([
      [1, { points: 0, places: 0 }],
      [2, { points: -125, places: -1 }],
      [3, { points: 1250, places: 2 }],
      [4, { points: null, places: "new" }],
      [5, { points: null, places: null }],
    ]);
    expect(
      linesOf({
        blocks: rankingBlocks("vi", small, { since: "2026-W46", amended: false, changes }),
      }),
    ).toEqual([
      "Kết quả thực hiện nhiệm vụ: Sở, ban, ngành",
      "Lũy kế từ đầu năm (01/01/2026 – 22/11/2026). Đây không phải Chỉ số cải cách hành chính (PAR INDEX).",
      "Hạng | Cơ quan | Tỷ lệ đúng hạn | ± điểm | ± hạng | Đúng hạn/Trễ/Quá hạn | Số tính",
      "1 | Sở 1 | 100,00% | 0,00 | 0 | 4/0/0 | 4",
      "2 (đồng hạng) | Sở 2 | 75,00% | −1,25 | −1 | 3/1/0 | 4",
      "2 (đồng hạng) | Sở 3 | 75,00% | +12,50 | +2 | 3/0/1 | 4",
      "4 | Sở 4 | 50,00% | – | mới | 1/0/1 | 2",
      "So với kỳ 2026-W46; ± hạng: dấu + là tăng hạng.",
      "Chưa đủ số liệu (dưới 2 nhiệm vụ được tính): Sở 5.",
      "Đơn vị cần đôn đốc",
      "- Sở 4: 1 nhiệm vụ quá hạn chưa hoàn thành",
      "- Sở 3: 1 nhiệm vụ quá hạn chưa hoàn thành",
      expect.stringMatching(/đúng hạn ÷ \(đúng hạn \+ trễ hạn \+ quá hạn.*Mẫu số: 14 phân công/),
    ]);
  });

  it("leaves out the columns of change where there is nothing to compare with", () => {
    const lines = linesOf({ blocks: rankingBlocks("en", small, null) });
    expect(lines).toContain("Rank | Agency | On-time rate | On time/Late/Overdue | Counted");
    expect(lines).toContain("There is no earlier period to compare with.");
  });

  it("folds a crowd of more than ten that share a rank into one line", () => {
    const tied = (many: number) =>
      ranking(Array.from({ length: many }, (_, at) => row(at + 1, 1, 10_000, [2, 0, 0])));
    const ten = linesOf({ blocks: rankingBlocks("vi", tied(10), null) });
    expect(ten.filter((line) => line.startsWith("1 (đồng hạng)"))).toHaveLength(10);
    const eleven = linesOf({ blocks: rankingBlocks("vi", tied(11), null) });
    expect(eleven).toContain("1 | 11 đơn vị đồng hạng 1 | 100,00% | 22/0/0 | 22");
    expect(eleven).toContain("> 11 đơn vị đồng hạng 1");
    expect(eleven.filter((line) => line.includes("Sở 7"))).toHaveLength(1);
  });

  it("says so where nobody can be ranked", () => {
    const lines = linesOf({
      blocks: rankingBlocks("vi", ranking([row(1, null, null, [0, 0, 0])]), null),
    });
    expect(lines).toContain("Chưa có đơn vị nào đủ số liệu để xếp hạng trong kỳ này.");
    expect(lines.some((line) => line.startsWith("Hạng |"))).toBe(false);
  });
});

describe("the lower end", () => {
  const ids = (rows: RankedRow[]) => lowerEnd(rows).map((one) => one.agencyId);

  it("names nobody without something overdue, and nobody of the upper half", () => {
    expect(
      ids([
        row(1, 1, 9000, [9, 0, 1]),
        row(2, 2, 8000, [8, 0, 2]),
        row(3, 3, 7000, [7, 0, 3]),
        row(4, 4, 6000, [6, 4, 0]),
      ]),
    ).toEqual([3]);
  });

  it("never cuts a tie that reaches into the lower half", () => {
    expect(
      ids([row(1, 1, 0, [0, 0, 1]), row(2, 1, 0, [0, 0, 2]), row(3, 1, 0, [0, 0, 3])]),
    ).toEqual([1, 2, 3]);
  });
});

describe("the figures of one agency", () => {
  it("are the table that adds up, and what stands apart", () => {
    const lead = countTable(
      [
        facts({ completedOn: "2026-11-19" }),
        facts({}),
        facts({ state: "paused" }),
        facts({ state: "awaiting_confirmation", submittedOn: "2026-11-21" }),
      ],
      d("2026-11-22"),
    );
    const coordinating = countTable([facts({ role: "coordinating" })], d("2026-11-22"));
    const agency = { name: "Sở Nội vụ", code: "SNV" };
    expect(
      linesOf({ blocks: countBlocks("vi", agency, { lead, coordinating }, d("2026-11-22")) }),
    ).toEqual([
      "Số liệu nhiệm vụ của Sở Nội vụ (SNV) đến hết ngày 22/11/2026",
      "Nhiệm vụ chủ trì | Số lượng",
      "Hoàn thành đúng hạn | 1",
      "Hoàn thành quá hạn | 0",
      "Chờ xác nhận | 1",
      "Chưa hoàn thành, trong hạn | 0",
      "Chưa hoàn thành, quá hạn | 1",
      "Không thời hạn | 0",
      "Tổng số | 3",
      "Ngoài tổng số: tạm dừng 1, hủy 0; phối hợp 1.",
      "Trong số chờ xác nhận có 1 kết quả nộp sau hạn, khi xếp hạng tính là quá hạn.",
    ]);
  });

  it("give the place in the group with its parts and its change", () => {
    const changes = new Map<number, Change>([
      [3, { points: 1250, places: 2 }],
      [4, { points: null, places: "new" }],
    ]);
    const compared = { since: "2026-W46", amended: false, changes };
    const first = (agencyId: number) =>
      linesOf({ blocks: placeBlocks("vi", agencyId, small, compared) })[0];
    expect(first(3)).toBe(
      "Lũy kế từ đầu năm (01/01/2026 – 22/11/2026): Hạng 2 (đồng hạng) trong 4 đơn vị nhóm Sở, ban, ngành; tỷ lệ đúng hạn 75,00% (3/4 nhiệm vụ được tính); so với kỳ 2026-W46: +12,50 điểm, +2 hạng.",
    );
    expect(first(4)).toMatch(/Hạng 4 trong 4.*; mới so với kỳ 2026-W46\.$/);
    expect(first(5)).toMatch(/chưa đủ số liệu \(1 nhiệm vụ được tính, cần ít nhất 2\)/);
    expect(first(99)).toBe("Cơ quan này không thuộc diện xếp hạng.");
  });
});
