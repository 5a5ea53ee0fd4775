import { describe, expect, it } from "vitest";
import { joinParts, kindOf, type Part } from "#src/delivery/bundle.ts";
import { type Block, bold, heading, paragraph, type Reply } from "#src/messages/reply.ts";
import { textOf } from "#test/support/speak.ts";

const part = (key: string, reply: Reply, more: Partial<Part> = {}): Part => ({
  key,
  kind: "alert",
  nag: true,
  reply,
  ...more,
});

const lines = (count: number, word = "việc"): Block => ({
  kind: "list",
  items: Array.from({ length: count }, (_, at) => ({ about: at, runs: [`${word} ${at + 1}`] })),
});

const limit = { lines: 12, language: "vi" as const, command: "/viec" };

describe("several messages for one person", () => {
  it("stand under one another, each as it was", () => {
    const joined = joinParts(
      [
        part("a", { blocks: [paragraph(bold("Nhắc hạn")), lines(2)], limit }),
        part("b", { blocks: [paragraph("Bản xem trước"), lines(1, "bảng")] }),
      ],
      "vi",
    );
    expect(textOf(joined)).toBe("Nhắc hạn\nviệc 1\nviệc 2\n———\nBản xem trước\nbảng 1");
  });

  it("count what one message does not hold", () => {
    const [a, b] = ["a", "b"].map((key) =>
      part(key, { blocks: [heading(key), lines(40, `${key} ${"rất dài ".repeat(20)}`)], limit }),
    );
    if (a === undefined || b === undefined) throw new Error();
    const text = textOf(joinParts([a, b], "vi"));
    expect(text.length).toBeLessThan(4_096);
    // Twelve lines of each do not fit, eight do.
    expect(text.match(/… và 32 việc nữa, gõ \/viec để xem\./g)).toHaveLength(2);
  });

  it("stay within one message however many there are", () => {
    const parts = Array.from({ length: 200 }, (_, at) =>
      part(`k${at}`, {
        blocks: [paragraph(`Phần ${at} ${"nội dung ".repeat(10)}`), lines(9)],
        limit,
        buttons: [[{ label: `NV-${at}`, command: `/viec NV-${at}` }]],
      }),
    );
    const joined = joinParts(parts, "vi");
    expect(textOf({ blocks: joined.blocks }).length).toBeLessThan(4_096);
    expect(textOf(joined)).toMatch(/… và \d+ việc nữa, gõ \/viec để xem\.\n\[NV-0/);
    expect(joined.buttons).toHaveLength(8);
  });

  it("say once what they have in common, and tell their buttons apart", () => {
    const preview = (group: string, binding: number) =>
      part(group, {
        blocks: [paragraph(`Xem trước, chờ đăng vào ${group}`), heading("Xếp hạng"), lines(3)],
        buttons: [[{ label: "Đăng", command: `/dang 2026-W47 ${binding}` }]],
      });
    const joined = joinParts([preview("Nhóm A", 1), preview("Nhóm B", 2)], "vi");
    expect(textOf(joined)).toBe(
      "Xem trước, chờ đăng vào Nhóm A\nXếp hạng\nviệc 1\nviệc 2\nviệc 3\n———\nXem trước, chờ đăng vào Nhóm B\n" +
        "[Đăng · 2026-W47 1 → /dang 2026-W47 1]\n[Đăng · 2026-W47 2 → /dang 2026-W47 2]",
    );
  });

  it("lead to a card instead of holding its buttons", () => {
    const card = (taskId: number): Reply => ({
      blocks: [paragraph(`Nhiệm vụ mới ${taskId}`)],
      buttons: [[{ label: "Báo tiến độ", command: `/tiendo NV-00${taskId}` }]],
      card: { kind: "assignment", taskId, assignmentId: taskId, version: 1 },
    });
    const joined = joinParts([part("a", card(1)), part("b", card(2))], "vi");
    expect(joined.card).toBeUndefined();
    expect(joined.buttons?.flat().map(({ command }) => command)).toEqual([
      "/viec NV-001",
      "/viec NV-002",
    ]);
    expect(joinParts([part("a", card(1))], "vi")).toEqual(card(1));
  });

  it("are an alert only where all of them are", () => {
    const alert = part("a", { blocks: [] });
    expect(kindOf([alert, part("b", { blocks: [] })])).toBe("alert");
    expect(kindOf([alert, part("b", { blocks: [] }, { kind: "notice" })])).toBe("notice");
  });
});
