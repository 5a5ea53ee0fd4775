// The program itself, as the operator starts it, on an embedded database of its own.
import { type ExecFileException, execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { type OpenDatabase, openEmbedded } from "#src/database/open.ts";
import { AGENCIES } from "./province.ts";

const root = path.join(import.meta.dirname, "../..");
const node = path.join(root, "node_modules/.bin/node");
const at = ["--at", "2026-11-20T08:00+07:00"];

// A machine that is busy with other tests takes seconds to start a program.
vi.setConfig({ testTimeout: 180_000 });

let dir: string;
/** Without a token the embedded database is the playground's. */
const database = () => path.join(dir, "data", "playground");

type Ran = { status: number; out: string; err: string };

const dondoc = (argv: string[], input = "", env: Record<string, string> = {}): Promise<Ran> =>
  new Promise((resolve) => {
    const { DATABASE_URL: _url, BOT_TOKEN: _token, LOG_LEVEL: _level, ...rest } = process.env;
    const options = { cwd: root, env: { ...rest, DATA_DIR: path.join(dir, "data"), ...env } };
    const done = (error: ExecFileException | null, out: string, err: string) =>
      resolve({ status: error === null ? 0 : Number(error.code ?? -1), out, err });
    const child = execFile(node, ["src/terminal/cli.ts", ...argv], options, done);
    child.stdin?.end(input);
  });

beforeAll(async () => {
  // A short path: the socket in the data folder has room for 103 bytes.
  dir = await mkdtemp(path.join(tmpdir(), "dd-"));
  await writeFile(path.join(dir, "agencies.csv"), AGENCIES);
});
afterAll(() => rm(dir, { recursive: true, force: true }));

describe("the program", () => {
  it("helps without a database", async () => {
    const help = await dondoc(["--help"]);
    expect(help).toMatchObject({ status: 0, err: "" });
    expect(help.out).toMatch(/agencies import[\s\S]*standings[\s\S]*Exit status/);
    const one = await dondoc(["job", "--help"]);
    expect(one.out).toMatch(
      /Usage: dondoc job[\s\S]*--dry-run[\s\S]*Example: npm run -s dondoc -- job/,
    );
  });

  it("names what is wrong in one line, never a stack", async () => {
    expect(await dondoc(["tasks"])).toEqual({
      status: 1,
      out: "",
      err: `dondoc: there is no database in ${database()} yet; run: npm run -s dondoc -- migrate\n`,
    });
    const nowhere = { DATABASE_URL: "postgresql://u:hidden-word@127.0.0.1:1/none" };
    const unreachable = await dondoc(["tasks"], "", nowhere);
    expect(unreachable).toMatchObject({ status: 1, out: "" });
    expect(unreachable.err).toMatch(/^dondoc: .*127\.0\.0\.1.*\n$/);
    expect(unreachable.err).not.toContain("hidden-word");
    expect(await dondoc(["agencies"])).toMatchObject({ status: 2, out: "" });
  });
});

// Each step goes on from the one before.
describe("from an empty folder to a standing", () => {
  it("makes the database with the first import", async () => {
    const file = path.join(dir, "agencies.csv");
    const imported = await dondoc(["agencies", "import", file]);
    expect(imported).toMatchObject({ status: 0, err: "" });
    expect(imported.out).toMatch(/^4 agencies added/);
    const invited = await dondoc(["invite", "--role", "official", "--agency", "STP"]);
    expect(invited.out).toMatch(/\nCode: ([\w-]{32})\n\/start \1\n/);
  });

  it("lets people talk through pipes, each process seeing what the others did", async () => {
    const chat = (as: string, ...lines: string[]) =>
      dondoc(["chat", "--as", as, ...at], lines.map((line) => `${line}\n`).join(""));
    await chat("official:STC");
    const order = "/giao STC: Rà soát thủ tục hành chính; hạn 30/11";
    const given = await chat("secretariat:SNV", order, "có");
    expect(given).toMatchObject({ status: 0, err: "" });
    expect(given.out).toMatch(/^Giao nhiệm vụ[\s\S]*Đã ghi nhận NV-001\./);
    const worked = await chat(
      "official:STC",
      "/tiendo NV-001 40% đang làm",
      "/hoanthanh NV-001 số 12/BC-STC ngày 20/11 đã xong",
    );
    expect(worked.out).toMatch(
      /^Sở Tài chính được giao nhiệm vụ mới[\s\S]*40%[\s\S]*Đã nộp kết quả/,
    );
    // The number of a button that was printed at the start.
    const confirmed = await chat("secretariat:SNV", "1");
    expect(confirmed.out).toMatch(/^Sở Tài chính nộp kết quả NV-001/);
    expect(confirmed.out).toContain("1) Xác nhận → /xacnhan NV-001 STC");
    expect(confirmed.out).toMatch(/Đã xác nhận NV-001[\s\S]*hoàn thành ngày 20\/11\/2026/);
  });

  it("works beside the process that has the embedded database open", async () => {
    const bot: OpenDatabase = await openEmbedded(database());
    try {
      const standings = await dondoc([
        "standings",
        "--group",
        "sở",
        "--json",
        "--at",
        "2026-11-22",
      ]);
      expect(standings).toMatchObject({ status: 0, err: "" });
      expect(JSON.parse(standings.out)).toMatchObject({
        span: "ytd",
        groups: [
          { rows: [{ rank: 1, agency: { code: "STC" }, ratePercent: 100, doneOnTime: 1 }, {}, {}] },
        ],
      });
      const slot = ["job", "weekly-ranking", "--at", "2026-11-23T08:00+07:00"];
      expect((await dondoc([...slot, "--dry-run"])).out).toMatch(/nothing stored\.\n$/);
      expect(await bot.db.jobSlot.count()).toBe(0);
      const spoken = await dondoc(["chat", "--as", "leader", ...at], "/viec NV-001\n");
      expect(spoken.out).toContain("Trạng thái: hoàn thành 20/11/2026");
      const doctor = await dondoc(["doctor"]);
      expect(doctor.status).toBe(1);
      expect(doctor.out).toMatch(/^ok database: embedded, open in another process/m);
      expect(doctor.out).toMatch(/^ok history: .*1 assignment/m);
      expect(doctor.out.match(/^!! .*/gm)).toEqual([expect.stringMatching(/^!! groups: /)]);
    } finally {
      await bot.close();
    }
  });

  it("sends to the migrations where the database is behind them", async () => {
    const bot = await openEmbedded(database());
    try {
      await bot.db.$executeRaw`DELETE FROM _prisma_migrations WHERE migration_name LIKE '%_rules'`;
      expect(await dondoc(["invite", "--role", "leader"])).toEqual({
        status: 1,
        out: "",
        err: "dondoc: the database is behind by 1 migration; run: npm run -s dondoc -- migrate\n",
      });
    } finally {
      await bot.close();
    }
  });
});
