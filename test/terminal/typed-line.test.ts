import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { readTypedLine } from "#src/terminal/typed-line.ts";

let folder: string;
const inFolder = (name: string) => path.join(folder, name);

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "dondoc-line-"));
  await writeFile(inFolder("so.csv"), "a");
  await writeFile(inFolder("sổ theo dõi.csv"), "b");
});
afterAll(() => rm(folder, { recursive: true }));

it("takes files from anywhere in the line", () => {
  const line = '@so.csv /nhap  UBND tỉnh @"sổ theo dõi.csv"';
  expect(readTypedLine(line, folder)).toEqual({
    text: "/nhap UBND tỉnh",
    files: [inFolder("so.csv"), inFolder("sổ theo dõi.csv")],
    missing: [],
  });
});

it("says which file is missing", () => {
  expect(readTypedLine("/nhap @khong-co.csv", folder).missing).toEqual(["khong-co.csv"]);
});

it("leaves people and the bot's own name alone", () => {
  const line = "/tiendo@dondoc_bot NV-001 nhờ @binh xem";
  expect(readTypedLine(line, folder)).toEqual({ text: line, files: [], missing: [] });
});
