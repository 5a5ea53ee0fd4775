import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Button } from "#src/messages/reply.ts";
import { decodeButton, encodeButton, MOST_BYTES, tokenIn } from "#src/telegram/buttons.ts";

const id = fc.integer({ min: 0, max: 2_147_483_647 });

const command = fc.oneof(
  fc.string({ unit: "grapheme", maxLength: 120 }),
  fc.string({ unit: "grapheme", maxLength: 40 }).map((text) => `/giao ${text}`),
  fc.constantFrom("", "#", "~", "~|", "|", "~!a1.2|", "#abc", "/xacnhan NV-012 STC"),
);

const button = fc.record(
  {
    command,
    drawnFrom: fc.record({
      of: fc.constantFrom(
        "assignment" as const,
        "form" as const,
        "draft" as const,
        "reading" as const,
      ),
      id,
      version: id,
    }),
    inPlace: fc.constant(true),
  },
  { requiredKeys: ["command"] },
);

describe("callback data", () => {
  it("comes back as it went, and is never empty nor over 64 bytes", () => {
    fc.assert(
      fc.property(button, (one) => {
        const { data, kept } = encodeButton(one);
        expect(Buffer.byteLength(data)).toBeLessThanOrEqual(MOST_BYTES);
        expect(Buffer.byteLength(data)).toBeGreaterThan(0);
        expect(tokenIn(data)).toBe(kept?.token ?? null);
        expect(decodeButton(kept?.whole ?? data)).toEqual(one);
      }),
      { numRuns: 500 },
    );
  });

  it.each<[Omit<Button, "label">, string]>([
    [{ command: "/viec" }, "/viec"],
    [
      { command: "/xacnhan NV-012 STC", drawnFrom: { of: "assignment", id: 12, version: 3 } },
      "~a12.3|/xacnhan NV-012 STC",
    ],
    [{ command: "/dongy", drawnFrom: { of: "form", id: 7, version: 1 } }, "~f7.1|/dongy"],
    [
      { command: "/duthao VB-3.5 bỏ", drawnFrom: { of: "draft", id: 9, version: 2 } },
      "~d9.2|/duthao VB-3.5 bỏ",
    ],
    [
      { command: "/duthao VB-3 ghi nhận", drawnFrom: { of: "reading", id: 3, version: 4 } },
      "~r3.4|/duthao VB-3 ghi nhận",
    ],
    [{ command: "/xephang tuần", inPlace: true }, "~!|/xephang tuần"],
  ])("is short and readable: %j", (one, data) => {
    expect(encodeButton(one)).toEqual({ data });
  });

  it("gives a long command a token of its own", () => {
    const one = encodeButton({ command: `/giao ${"rà soát ".repeat(12)}1` });
    const other = encodeButton({ command: `/giao ${"rà soát ".repeat(12)}2` });
    expect(one.data).toMatch(/^#[\w-]{22}$/);
    expect(one.data).not.toBe(other.data);
  });
});
