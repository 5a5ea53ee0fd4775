// dondoc read, as the operator types it: without a database, from a file of any kind.
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { Document, Packer, Paragraph } from "docx";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { runCli } from "#src/terminal/run-cli.ts";

const LINES = [
  "ỦY BAN NHÂN DÂN",
  "TỈNH AN THƯỢNG",
  "Số: 31/CT-UBND",
  "An Thượng, ngày 14 tháng 3 năm 2023",
  "CHỈ THỊ",
  "Về việc chấn chỉnh việc tiếp nhận hồ sơ tại Bộ phận Một cửa",
  "Chủ tịch Ủy ban nhân dân tỉnh yêu cầu:",
  "1. Sở Nội vụ:",
  "a) Kiểm tra việc bố trí công chức tại Bộ phận Một cửa, báo cáo Chủ tịch Ủy ban nhân dân tỉnh trước ngày 12/5/2023.",
  "b) Định kỳ tổng hợp kết quả khắc phục.",
  "2. Sở Tài chính bố trí kinh phí sửa chữa trụ sở, hoàn thành trước ngày 20/10.",
  "TM. ỦY BAN NHÂN DÂN",
];

let folder: string;

const read = async (...argv: string[]) => {
  const [out, err]: [string[], string[]] = [[], []];
  const status = await runCli(["read", ...argv], {
    env: { DATA_DIR: path.join(folder, "nowhere") },
    input: process.stdin,
    folder,
    out: (text) => out.push(text),
    err: (line) => err.push(line),
  });
  return { status, out: out.join("\n"), err: err.join("\n") };
};

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "dd-read-"));
  const children = LINES.map((line) => new Paragraph(line));
  const bytes = await Packer.toBuffer(new Document({ sections: [{ children }] }));
  await writeFile(path.join(folder, "chi-thi.docx"), bytes);
  await writeFile(path.join(folder, "chi-thi.txt"), LINES.join("\n\n"));
  await writeFile(path.join(folder, "anh.pdf"), Buffer.from("\x89PNG\r\n\x1a\n0000IHDR", "latin1"));
  await writeFile(path.join(folder, "mat.txt"), ["TỐI MẬT", ...LINES].join("\n\n"));
  await writeFile(path.join(folder, "letter.txt"), "Please send the report before 30/11/2023.");
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe("a directive on the command line", () => {
  it("shows each duty with its agency, its day and the line it stands on", async () => {
    const { status, out, err } = await read("chi-thi.txt");
    expect({ status, err }).toEqual({ status: 0, err: "" });
    expect(out).toMatch(/^chỉ thị · 31\/CT-UBND · .*An Thượng · 2023-03-14/);
    expect(out).toContain("Read as of 2023-03-14: 3 duties, 2 with a day, 1 recurring");
    expect(out).toMatch(/1\.a · Sở Nội vụ · before 2023-05-12 “trước ngày 12\/5\/2023”/);
    expect(out).toMatch(/\n {2}.* · line 17\n/);
  });

  it("asks what the document leaves open", async () => {
    const { out } = await read("chi-thi.txt");
    expect(out).toMatch(/1\.b · Sở Nội vụ · recurring, how often is not said/);
    expect(out).toMatch(/\? .*does not say how often\. Please say: weekly, monthly/);
  });

  it("prints JSON for programs, with questions in Vietnamese", async () => {
    const { status, out } = await read("chi-thi.docx", "--json");
    expect(status).toBe(0);
    expect(JSON.parse(out)).toMatchObject({
      document: { kind: "chỉ thị", number: "31/CT-UBND", issuedOn: "2023-03-14" },
      drafts: [
        {
          ...{ clause: "1.a", leads: ["Sở Nội vụ"], everyAgency: false, dependsOn: [] },
          deadline: { kind: "date", dueOn: "2023-05-12", boundary: "before", frequency: [] },
          source: { line: 17, endLine: 17 },
        },
        { clause: "1.b", deadline: { kind: "recurrence", dueOn: null } },
        { clause: "2", leads: ["Sở Tài chính"], deadline: { dueOn: "2023-10-20" } },
      ],
      questions: [{ clause: "1.b", ask: expect.stringContaining("bao lâu một lần") }],
    });
  });

  it("reads it as of the day that is asked for", async () => {
    const { out } = await read("chi-thi.txt", "--at", "2022-11-01", "--json");
    const { drafts } = JSON.parse(out) as { drafts: { deadline: { dueOn: string } }[] };
    expect(drafts.at(-1)?.deadline.dueOn).toBe("2023-10-20");
    expect((await read("chi-thi.txt", "--at", "2022-11-01")).out).toContain("as of 2022-11-01:");
  });

  it("says of a text in another language that nothing was read", async () => {
    const { status, out } = await read("letter.txt");
    expect(status).toBe(0);
    expect(out).toBe("This is not the Vietnamese text of an office: nothing was read out of it.");
    expect(JSON.parse((await read("letter.txt", "--json")).out)).toMatchObject({
      ...{ language: "other", drafts: [], questions: [] },
    });
  });
});

describe("what is not read", () => {
  it.each([
    ["khong.txt", /^dondoc: khong\.txt: there is no such file$/],
    ["anh.pdf", /^dondoc: anh\.pdf: it is (?:a picture|not what its name says)/],
    ["mat.txt", /^dondoc: mat\.txt: it is stamped TỐI MẬT: secret documents are not read here$/],
  ])("%s: one line says why", async (file, said) => {
    const refused = await read(file, "--json");
    expect(refused).toMatchObject({ status: 1, out: "" });
    expect(refused.err).toMatch(said);
  });

  it.each([
    [[], /FILE is missing/],
    [["a.txt", "b.txt"], /“b\.txt” is one word too many/],
    [["a.txt", "--at", "hôm nay"], /--at “hôm nay” is no date/],
  ])("asked wrongly: %j", async (argv, said) => {
    const refused = await read(...argv);
    expect(refused).toMatchObject({ status: 2, out: "" });
    expect(refused.err).toMatch(said);
  });
});
