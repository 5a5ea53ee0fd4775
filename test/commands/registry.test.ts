import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { commands } from "#commands/index.ts";
import { jobs } from "#jobs/index.ts";
import { cronPlan } from "#src/calendar/cron.ts";
import { makeCommandFinder } from "#src/requests/find-command.ts";

const root = path.join(import.meta.dirname, "../..");

const filesIn = (folder: string): string[] =>
  readdirSync(path.join(root, folder))
    .filter((name) => name.endsWith(".ts") && name !== "index.ts")
    .map((name) => name.replace(".ts", ""));

const testText = readdirSync(path.join(root, "test"), { recursive: true, encoding: "utf8" })
  .filter((name) => name.endsWith(".ts") && !name.endsWith("registry.test.ts"))
  .map((name) => readFileSync(path.join(root, "test", name), "utf8"))
  .join("\n");

describe("the list of commands", () => {
  it("names one file each, and misses none", () => {
    expect(commands.map(({ name }) => name).sort()).toEqual(filesIn("commands").sort());
  });

  it("uses no name twice, and names that Telegram's menu takes", () => {
    const names = commands.flatMap(({ name, aliases }) => [name, ...aliases]);
    expect(new Set(names).size).toBe(names.length);
    for (const { name } of commands) expect(name).toMatch(/^[a-z0-9_]{1,32}$/);
  });

  it.each(commands.map((command) => [command.name, command] as const))(
    "/%s has help in both languages, roles, chats, an example that finds it, and a test",
    (name, command) => {
      expect(command.summary.vi.length).toBeGreaterThan(5);
      expect(command.summary.en.length).toBeGreaterThan(5);
      expect(command.roles.length).toBeGreaterThan(0);
      expect(command.chats.length).toBeGreaterThan(0);
      const found = makeCommandFinder(commands).find(command.example);
      expect(found).toMatchObject({ kind: "command", command: { name } });
      expect(testText.includes(`/${name}`)).toBe(true);
    },
  );

  it("lets an edited message run a write again only where the command says so", () => {
    const again = commands.filter(({ onEdit }) => onEdit === "again").map(({ name }) => name);
    expect(again.sort()).toEqual(["giao", "hoanthanh", "tiendo"]);
  });
});

describe("the list of jobs", () => {
  it("names one file each, and misses none", () => {
    expect(jobs.map(({ name }) => name).sort()).toEqual(filesIn("jobs").sort());
  });

  it.each(jobs.map((job) => [job.name, job] as const))(
    "%s has a summary, a valid schedule, a setting of its own, and a test",
    (name, job) => {
      expect(job.summary.length).toBeGreaterThan(10);
      expect(() => cronPlan(job.cron)).not.toThrow();
      expect(job.makeUpUntil).toMatch(/^\d\d:\d\d$/);
      expect(job.setting).toBe(`CRON_${name.toUpperCase().replaceAll("-", "_")}`);
      expect(testText.includes(name)).toBe(true);
    },
  );
});
