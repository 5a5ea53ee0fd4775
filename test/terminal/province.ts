// An invented province for the terminal's tests, and what runs the commands in process.
import { writeFile } from "node:fs/promises";
import { jobs } from "#jobs/index.ts";
import { readAgencyCsv } from "#src/agencies/agency-csv.ts";
import { importAgencies } from "#src/agencies/import-agencies.ts";
import { readConfig } from "#src/config.ts";
import type { Db } from "#src/database/client.ts";
import type { OpenDatabase } from "#src/database/open.ts";
import { seedDayOffs } from "#src/schedule/calendar-store.ts";
import { columnTitles } from "#src/sheets/columns.ts";
import { findCommand, readGiven } from "#src/terminal/cli-arguments.ts";
import type { DatabaseCommand } from "#src/terminal/cli-command.ts";
import { CliError, errorLine } from "#src/terminal/cli-error.ts";
import { cliCommands } from "#src/terminal/commands/index.ts";

export const AGENCIES = `name,code,aliases,type,group,ranked,validFrom,validTo,successor
Sở Nội vụ,SNV,Nội vụ,sở,"Các sở, ban, ngành",yes,,,
Sở Tài chính,STC,,sở,"Các sở, ban, ngành",yes,,,
Sở Tư pháp,STP,,sở,"Các sở, ban, ngành",yes,,,
UBND xã Suối Vàng,X-SV,xã Suối Vàng,UBND xã,"UBND các xã, phường",yes,2025-07-01,,
`;

export const giveProvince = async (db: Db): Promise<void> => {
  const { rows } = readAgencyCsv(AGENCIES);
  await db.$transaction((tx) => importAgencies(tx, rows));
  await seedDayOffs(db);
};

export type Cells = Partial<Record<keyof typeof columnTitles, string>>;

/** A tracking sheet as CSV; what a row does not say is filled in. */
export const writeSheet = async (file: string, rows: readonly Cells[]): Promise<void> => {
  const columns = Object.keys(columnTitles) as (keyof typeof columnTitles)[];
  const common: Cells = {
    number: "7/KH-UBND",
    issuedOn: "05/10/2026",
    content: "Rà soát",
    lead: "STC",
  };
  const lines = rows.map((row) => columns.map((column) => ({ ...common, ...row })[column] ?? ""));
  const text = [Object.values(columnTitles), ...lines]
    .map((cells) => cells.map((cell) => `"${cell}"`).join(","))
    .join("\n");
  await writeFile(file, text);
};

export type Ran = { status: number; out: string; err: string };

/** Runs a command on a database that is open already. */
export const runOn = async (
  database: OpenDatabase,
  argv: string[],
  folder = "/nowhere",
): Promise<Ran> => {
  const out: string[] = [];
  const err: string[] = [];
  const config = readConfig(
    { DATA_DIR: "/nowhere" },
    jobs.map((job) => job.setting),
  );
  if (!config.ok) throw new Error(config.mistakes.join());
  try {
    const found = findCommand(cliCommands, argv);
    if (found === null) throw new Error(`no such command: ${argv.join(" ")}`);
    const { given } = readGiven(found.command, found.rest);
    const recordedAt = new Date();
    const status = await (found.command as DatabaseCommand).run(
      {
        env: {},
        input: process.stdin,
        folder,
        out: (text) => out.push(text),
        err: (line) => err.push(line),
        config: config.config,
        database,
        db: database.db,
        now: given.at?.at ?? recordedAt,
        recordedAt,
      },
      given,
    );
    return { status, out: out.join("\n"), err: err.join("\n") };
  } catch (error) {
    if (!(error instanceof CliError)) throw error;
    return { status: error.exitCode, out: out.join("\n"), err: errorLine(error) };
  }
};
