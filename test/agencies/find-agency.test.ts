import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { agencyOrAsk, findAgency } from "#src/agencies/find-agency.ts";
import { agencyIndex } from "#src/agencies/name-index.ts";
import { assignedAgencies, resolveAssignees } from "#src/agencies/resolve-assignees.ts";
import { civilDate } from "#src/calendar/civil-date.ts";
import { UserError } from "#src/messages/user-error.ts";
import type { Request } from "#src/requests/request.ts";
import { openTestDatabase, type TestDatabase } from "#test/support/database.ts";
import { giveAgencies } from "./invented.ts";

const before = civilDate("2024-05-06");
const after = civilDate("2026-11-16");
let open: TestDatabase;
beforeAll(async () => {
  open = await openTestDatabase();
  await giveAgencies(open.db);
});
afterAll(() => open.close());

describe("one agency by what somebody typed", () => {
  it.each([
    ["stc", "STC", false],
    ["So Tai chinh", "STC", false],
    ["Sở KHCN", "SKHCN", false],
    ["Sở Tài chinhs", "STC", true],
  ])("takes %s for %s", async (typed, code, near) => {
    const found = await findAgency(open.db, typed, after);
    expect(found).toMatchObject({ kind: "found", agency: { code }, near });
    expect(found).not.toHaveProperty("via");
  });

  it("follows an ended agency to the one that took over, and says so", async () => {
    expect(await findAgency(open.db, "Sở TT&TT", after)).toMatchObject({
      kind: "found",
      agency: { code: "SKHCN" },
      via: { code: "STTTT" },
    });
    const then = await findAgency(open.db, "Sở TT&TT", before);
    expect(then).toMatchObject({ kind: "found", agency: { code: "STTTT" } });
    expect(then).not.toHaveProperty("via");
  });

  it("says that an agency has ended where nobody is known to have taken over", async () => {
    expect(await findAgency(open.db, "Sở Ngoại vụ", after)).toMatchObject({
      kind: "unknown",
      ended: { code: "SNGV", validTo: "2025-02-28" },
    });
  });

  it("does not know an agency before it begins, nor groups", async () => {
    expect(await findAgency(open.db, "UBND xã Suối Vàng", before)).toMatchObject({
      kind: "unknown",
    });
    expect(await findAgency(open.db, "các sở, ban, ngành", after)).toMatchObject({
      kind: "unknown",
    });
  });

  it("asks back with buttons that carry the command", async () => {
    const request = { tx: open.db, today: after, language: "vi" } as unknown as Request;
    const ask = (typed: string) =>
      agencyOrAsk(request, typed, (code) => `/coquan ${code}`).catch((error: unknown) => error);
    const error = await ask("UBND xã");
    expect(error).toBeInstanceOf(UserError);
    const { reply } = error as UserError;
    expect(JSON.stringify(reply.blocks)).toContain("UBND xã");
    expect(reply.buttons?.flat().map(({ command }) => command)).toEqual([
      "/coquan X-DM",
      "/coquan X-SV",
      "/coquan P-BL",
    ]);
    expect(await ask("SNV")).toMatchObject({ code: "SNV", name: "Sở Nội vụ" });
  });
});

describe("everybody that a phrase speaks of", () => {
  const read = async (phrase: string, on = after) => {
    const found = resolveAssignees(await agencyIndex(open.db, on), phrase);
    return {
      codes: assignedAgencies(found).map(({ code }) => code),
      groups: found.groups.map(({ phrase }) => phrase),
      left: found.leftovers.map(({ kind, phrase }) => [kind, phrase]),
    };
  };

  it("fans groups out to their members of that day", async () => {
    expect(await read("Các sở, ngành; UBND các xã, phường")).toEqual({
      codes: ["SNV", "STC", "STP", "SKHCN", "SVHTTDL", "X-DM", "P-BL", "X-SV"],
      groups: ["Các sở, ngành", "UBND các xã, phường"],
      left: [],
    });
    expect((await read("các sở, ban, ngành và UBND cấp huyện", before)).codes).toEqual([
      "SNV",
      "STC",
      "STP",
      "SKHCN",
      "SVHTTDL",
      "STTTT",
      "SNGV",
      "H-CM",
      "TP-BT",
    ]);
  });

  it("does not fan out to districts that are no more", async () => {
    expect(await read("UBND các huyện, thành phố")).toEqual({
      codes: [],
      groups: [],
      left: [["nobody", "UBND các huyện, thành phố"]],
    });
  });

  it("keeps a name with commas whole and each agency once", async () => {
    expect(await read("Sở Văn hóa, Thể thao và Du lịch, SNV và Sở Nội vụ")).toMatchObject({
      codes: ["SVHTTDL", "SNV"],
      left: [],
    });
  });

  it("keeps what names nobody verbatim and never guesses a group", async () => {
    expect(await read("các ngành, địa phương; UBND các cấp")).toEqual({
      codes: [],
      groups: [],
      left: [
        ["unknown", "các ngành, địa phương"],
        ["unknown", "UBND các cấp"],
      ],
    });
    expect((await read("Khác")).groups).toEqual([]);
  });
});
