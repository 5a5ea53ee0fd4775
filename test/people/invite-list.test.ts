import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readAgencyCsv } from "#src/agencies/agency-csv.ts";
import { readDelimited } from "#src/agencies/delimited-text.ts";
import { makeAgencyIndex } from "#src/agencies/name-index.ts";
import { civilDate } from "#src/calendar/civil-date.ts";
import type { Actor, Role } from "#src/people/actor.ts";
import { meansList, readAllAgencies } from "#src/people/bulk-words.ts";
import { readInviteList } from "#src/people/invite-list.ts";
import { inviteCsv, inviteSheet } from "#src/people/invite-sheet.ts";
import { readInviteTable } from "#src/people/invite-table.ts";
import { csvText } from "#src/sheets/csv-text.ts";
import { sampleAgencies } from "#test/support/sample-agencies.ts";

const { rows } = readAgencyCsv(sampleAgencies);
const index = makeAgencyIndex(
  {
    agencies: rows.map((row, at) => ({ ...row, id: at + 1, groupId: null })),
    groups: [],
    successions: [],
  },
  civilDate("2026-11-20"),
);

const actor = (role: Role): Actor => ({
  personId: 1,
  fullName: "Hà",
  language: "vi",
  grants: [{ role, agencyId: null, agencyName: null }],
});

const read = async (text: string, role: Role = "secretariat") => {
  const table = await readInviteTable(new TextEncoder().encode(text));
  if (table.kind !== "lines") throw new Error(table.kind);
  return readInviteList(index, actor(role), table.lines);
};

describe("a list of people to invite", () => {
  it("names role, agency and whom, in columns of any order, in Vietnamese or English", async () => {
    const { invitees, errors } = await read(
      "Họ tên;Cơ quan;Vai trò;Số điện thoại\nNguyễn An;STP;cán bộ;0912\n;Sở Y tế;lanh dao co quan;\n;;lãnh đạo;\n",
    );
    expect(errors).toEqual([]);
    expect(invitees.map(({ role, agency, note }) => [role, agency?.name, note])).toEqual([
      ["official", "Sở Tư pháp", "Nguyễn An, 0912"],
      ["head", "Sở Y tế", ""],
      ["leader", undefined, ""],
    ]);
    const english = await read("role,agency\nofficial,STC\n,SYT\n");
    expect(english.invitees.map(({ role }) => role)).toEqual(["official", "official"]);
  });

  it("is wrong line by line, as the spreadsheet counts them", async () => {
    const { errors } = await read(
      "\nvai trò,cơ quan,ghi chú\ncán bộ,Sở Xây cất,\ncán bộ,,\nsếp,STC,\nquản trị,,\ncán bộ,STC,An\n\ncán bộ,STC,An\n",
    );
    expect(errors.map(({ row, problem, cell }) => [row, problem, cell])).toEqual([
      [3, "no-agency", "Sở Xây cất"],
      [4, "needs-agency", "cán bộ"],
      [5, "no-role", "sếp"],
      [6, "admin-only", "quản trị"],
      [9, "twice", "An"],
    ]);
    const admin = await read("vai trò\nquản trị\n", "admin");
    expect(admin.errors).toEqual([]);
  });

  it("shows back the names that were taken in spite of a slip", async () => {
    const { slips } = await read("cơ quan\nSở Tư páp\nSTC\n");
    expect(slips).toEqual([{ typed: "Sở Tư páp", name: "Sở Tư pháp" }]);
  });

  it("must be a list at all", async () => {
    const kinds = await Promise.all(
      [Buffer.from([0x50, 0x4b, 1, 2]), Buffer.from("a,b\n1,2\n"), Buffer.from([0, 1, 2])].map(
        async (bytes) => (await readInviteTable(bytes)).kind,
      ),
    );
    expect(kinds).toEqual(["unreadable", "no-header", "unreadable"]);
    const many = `cơ quan\n${"STC\n".repeat(501)}`;
    expect(await readInviteTable(Buffer.from(many))).toEqual({ kind: "too-many", most: 500 });
  });
});

describe("what is typed behind /moi", () => {
  it.each([
    ["cán bộ Sở Tư pháp", null],
    ["tất cả các xã chưa có người", { role: "official", names: "các xã" }],
    ["tat ca cac xa chua ket noi", { role: "official", names: "cac xa" }],
    ["lãnh đạo cơ quan tất cả các sở chưa có ai", { role: "head", names: "các sở" }],
    ["các xã chưa có người", { role: "official", names: "các xã" }],
    ["tất cả", { role: "official", names: "" }],
  ])("%s", (typed, expected) => {
    expect(readAllAgencies(typed)).toEqual(expected);
  });

  it("means a list", () => {
    expect(["danh sách", "danh sach", "list"].every(meansList)).toBe(true);
    expect(["", "cán bộ STP", "danh sách STP"].some(meansList)).toBe(false);
  });
});

const invite = {
  role: "official" as const,
  agency: 'UBND xã "A" <b>, B',
  note: "=1+1",
  code: "Ab_9",
  link: "https://t.me/bot?start=Ab_9",
};

describe("the invitations in two files", () => {
  it("as a table one a line, whatever a name holds, and never as a formula", () => {
    const text = inviteCsv("vi", [invite], "13:00 27/11/2026");
    const [header, line] = readDelimited(text, (cells) => cells.length) ?? [];
    expect(header?.cells).toEqual([
      ..."Cơ quan|Vai trò|Mã mời|Đường liên kết|Hiệu lực đến|Ghi chú".split("|"),
    ]);
    expect(line?.cells).toEqual([
      invite.agency,
      "cán bộ đầu mối",
      "Ab_9",
      invite.link,
      "13:00 27/11/2026",
      "'=1+1",
    ]);
  });

  it("no cell begins as a formula does", () => {
    fc.assert(
      fc.property(fc.array(fc.string(), { minLength: 1, maxLength: 4 }), (cells) => {
        const [first] = csvText([cells]).slice(1).split(",");
        expect(first?.replace(/^"/, "")).not.toMatch(/^\s*[=+\-@]/);
      }),
    );
  });

  it("as a page that needs nothing from anywhere, with one card and one code each", () => {
    const page = inviteSheet("vi", [invite, { ...invite, agency: "Sở Y tế" }], "13:00 27/11/2026");
    expect(page.match(/<section>/g)).toHaveLength(2);
    expect(page.match(/<svg/g)).toHaveLength(2);
    expect(page).toContain("UBND xã &quot;A&quot; &lt;b&gt;, B");
    expect(page).toContain("/start Ab_9");
    expect(page).toContain("có hiệu lực đến 13:00 27/11/2026");
    expect(page).not.toMatch(/<script|src=|<link|@import|url\(/);
  });

  it("without links only the line to type is printed", () => {
    const page = inviteSheet("en", [{ ...invite, link: null }], "x");
    expect(page).not.toContain("<svg");
    expect(page).toContain("/start Ab_9");
  });
});
