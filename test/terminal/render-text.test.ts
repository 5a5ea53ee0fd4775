import { describe, expect, it } from "vitest";
import { bold, code, details, heading, list, paragraph, say } from "#src/messages/reply.ts";
import { renderText } from "#src/terminal/render-text.ts";

const lines = (...expected: string[]): string => expected.join("\n");

describe("a reply as plain text", () => {
  it("has no markup, indents details, begins list lines with a dash", () => {
    const reply = {
      blocks: [
        heading("Kết quả"),
        paragraph(bold("Hạn: "), "30/11/2026 ", code("/viec *x*")),
        list([["NV-001 <b>"], ["hai\ndòng"]]),
        details("3 điểm cần xem", paragraph("Dòng 4"), list([["một"]])),
      ],
    };
    expect(renderText(reply)).toBe(
      lines(
        "Kết quả",
        "Hạn: 30/11/2026 /viec *x*",
        "- NV-001 <b>",
        "- hai",
        "  dòng",
        "",
        "3 điểm cần xem:",
        "  Dòng 4",
        "  - một",
      ),
    );
  });

  it("aligns columns by letters, composed or not", () => {
    const table = {
      kind: "table" as const,
      header: ["Hạng", "Cơ quan", "Tỷ lệ"],
      align: ["center" as const, "left" as const, "right" as const],
      rows: [
        ["1", "Sở Tài chính".normalize("NFD"), "100,00%"],
        ["10", "Sở Nội vụ", "9,50%"],
      ],
    };
    expect(renderText({ blocks: [table] })).toBe(
      lines(
        "Hạng  Cơ quan         Tỷ lệ",
        "----  ------------  -------",
        " 1    Sở Tài chính  100,00%",
        " 10   Sở Nội vụ       9,50%",
      ),
    );
  });

  it("numbers its buttons as commands to type, and ends with the keys", () => {
    const reply = {
      ...say("Chọn:"),
      buttons: [
        [{ label: "Xác nhận", command: "/xacnhan NV-012 STC" }],
        [{ label: "/trogiup", command: "/trogiup" }],
      ],
      keys: [["Quá hạn", "Đến hạn"], ["Xếp hạng"]],
    };
    expect(renderText(reply, { firstNumber: 3, updated: true })).toBe(
      lines(
        "(cập nhật) Chọn:",
        "",
        "3) Xác nhận → /xacnhan NV-012 STC",
        "4) /trogiup",
        "",
        "Phím: Quá hạn | Đến hạn | Xếp hạng",
      ),
    );
  });

  it("lets nobody's words move the reader's cursor", () => {
    const hostile = "trước\u001b[2J\u0007\u009b31msau\r\nhết";
    const table = { kind: "table" as const, header: [hostile], rows: [[hostile]] };
    const text = renderText({ blocks: [paragraph(hostile), table, details(hostile)] });
    expect(text).not.toMatch(/[^\P{Cc}\n]/u);
    expect(text).toContain("trước[2J31msau\nhết");
  });
});
