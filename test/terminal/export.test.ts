import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { beforeEach, expect, it, onTestFinished } from "vitest";
import { openTestDatabase, type TestDatabase } from "#test/support/database.ts";
import { giveProvince, runOn, writeSheet } from "./province.ts";

let open: TestDatabase;
let folder: string;

beforeEach(async () => {
  open = await openTestDatabase();
  onTestFinished(() => open.close());
  folder = await mkdtemp(path.join(tmpdir(), "dondoc-cli-"));
  onTestFinished(() => rm(folder, { recursive: true }));
  await giveProvince(open.db);
  await writeSheet(path.join(folder, "so.csv"), [
    { stt: "1", deadline: "12/11/2026" },
    { stt: "2", deadline: "30/11/2026", lead: "SNV" },
  ]);
  await run("import", "so.csv", "--issuer", "UBND tỉnh", "--at", "2026-11-02");
});

const run = (...argv: string[]) => runOn(open, argv, folder);

it("writes the register, or a part of it, and takes it over again without a change", async () => {
  const whole = await run("export", "moi.csv");
  expect(whole).toMatchObject({
    status: 0,
    out: "Wrote moi.csv: 2 tasks, 2 lead assignments, 2 rows.",
  });
  const text = await readFile(path.join(folder, "moi.csv"), "utf8");
  expect(text).toMatch(/^\uFEFFSTT,Nội dung nhiệm vụ,/);
  expect(text).toContain("(của UBND tỉnh)");
  // Who issued the documents is in the file.
  expect((await run("import", "moi.csv")).out).toMatch(/^Read 2 tasks: 0 new, 2 known\./);
  expect((await run("export", "nho.xlsx", "--agency", "SNV")).out).toMatch(/1 lead assignment,/);
  expect((await run("import", "nho.xlsx")).out).toMatch(/^Read 1 task: 0 new, 1 known\./);
  expect((await run("export", "xong.csv", "--state", "done")).out).toMatch(/0 rows\.$/);
});

it("overwrites nothing, and says what it does not understand", async () => {
  await run("export", "moi.csv");
  const errors: [string[], RegExp][] = [
    [["moi.csv"], /moi\.csv: there is such a file already/],
    [["khong/co/moi.csv"], /ENOENT/],
    [["moi.pdf"], /must end in \.xlsx or \.csv/],
    [[], /FILE is missing/],
    [["a.csv", "--state", "perhaps"], /unknown state “perhaps”/],
    [["a.csv", "--due", "soon"], /is no number of days/],
    [["a.csv", "--due", "3", "--overdue"], /only one of/],
    [["a.csv", "--agency", "Sở Mây"], /Sở Mây/],
  ];
  for (const [argv, expected] of errors) {
    const { status, err } = await run("export", ...argv);
    expect([argv, status === 0, err]).toEqual([argv, false, expect.stringMatching(expected)]);
  }
});

it("still asks who issued the documents of an office's own sheet", async () => {
  expect(await run("import", "so.csv")).toMatchObject({
    err: expect.stringMatching(/--issuer is missing/),
  });
});
