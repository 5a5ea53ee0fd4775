// A day at terminals as a script: who says which line, what comes of it, who hears of it. Every
// line and every printed message is kept for what is asked at the end of the day.
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect } from "vitest";
import { commands } from "#commands/index.ts";
import { jobs } from "#jobs/index.ts";
import { civilDate } from "#src/calendar/civil-date.ts";
import { instantAt } from "#src/calendar/zone.ts";
import type { Db } from "#src/database/client.ts";
import { makeCommandFinder } from "#src/requests/find-command.ts";
import { runSlot } from "#src/schedule/run-slot.ts";
import { openTestDatabase } from "#test/support/database.ts";
import { clockAt, sitDown } from "./people.ts";
import { giveProvince } from "./province.ts";

export type Speaker = {
  /** Says a line; what was printed for it matches each of the effects. */
  says: (line: string, ...effects: RegExp[]) => Promise<string>;
  /** What others have caused meanwhile matches each of the effects. */
  hears: (...effects: RegExp[]) => Promise<string>;
  hearsNothing: () => Promise<void>;
};

export type Day = {
  db: Db;
  /** Where the files are that are named in a line. */
  folder: string;
  /** Files that come out go into its folder "ra". */
  arrives: (as: string, name: string) => Promise<Speaker>;
  /** A group of Telegram: a terminal is in none. */
  bindsGroup: () => Promise<void>;
  /** The clock moves to that moment of 23 November, and the ranking's slot is run. */
  ranks: (time: string) => Promise<void>;
  lines: string[];
  printed: string[];
  ends: () => Promise<void>;
};

/** The names of all commands that the lines call. */
export const calledBy = (lines: readonly string[]): string[] => {
  const { find } = makeCommandFinder(commands);
  const names = lines.map((line) => {
    const found = find(line);
    return found.kind === "command" ? found.command.name : `no command: ${line}`;
  });
  return [...new Set(names)].sort();
};

export const openDay = async (): Promise<Day> => {
  const open = await openTestDatabase();
  const { db } = open;
  await giveProvince(db);
  const folder = await mkdtemp(path.join(tmpdir(), "dondoc-day-"));
  await writeFile(path.join(folder, "báo cáo.pdf"), "%PDF-1 kết quả");
  const clock = clockAt("2026-11-23T07:00:00+07:00");
  const lines: string[] = [];
  const printed: string[] = [];

  const arrives = async (as: string, name: string): Promise<Speaker> => {
    const seat = await sitDown(db, as, clock, { name, folder, filesDir: path.join(folder, "ra") });
    const check = (messages: string[], effects: RegExp[]): string => {
      printed.push(...messages);
      const all = messages.join("\n");
      for (const effect of effects) expect(all).toMatch(effect);
      return all;
    };
    return {
      says: async (line, ...effects) => {
        lines.push(line);
        return check(await seat.says(line), effects);
      },
      hears: async (...effects) => check(await seat.looks(), effects),
      hearsNothing: async () => expect(await seat.looks()).toEqual([]),
    };
  };

  const bindsGroup = async (): Promise<void> => {
    const binding = { purpose: "committee" as const, wantsRanking: true, approveFirst: true };
    await db.chat.create({
      data: {
        channel: "telegram",
        externalId: "-1",
        kind: "group",
        title: "Ban Chỉ đạo",
        bindings: { create: binding },
      },
    });
  };

  const ranks = async (time: string): Promise<void> => {
    const slot = instantAt(civilDate("2026-11-23"), time);
    clock.moveTo(slot);
    const ranking = jobs.find(({ name }) => name === "weekly-ranking");
    if (ranking === undefined) throw new Error("no weekly-ranking job");
    const ran = await runSlot(db, ranking, slot, { now: clock.now(), by: "test" });
    expect(ran).toMatchObject({ kind: "ran" });
  };

  const ends = async (): Promise<void> => {
    await open.close();
    await rm(folder, { recursive: true });
  };

  return { db, folder, arrives, bindsGroup, ranks, lines, printed, ends };
};
