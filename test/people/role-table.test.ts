// The role table: role × command × own or other agency × private chat or group, as one table.
// What is not said to be allowed is denied.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { commands } from "#commands/index.ts";
import { openTestDatabase, type TestDatabase } from "#test/support/database.ts";
import { type Speaker, speak, type Where } from "#test/support/speak.ts";
import { groupTable, type Name, people, type Row, table } from "./role-rows.ts";
import { GROUP, plantRoles, SECRETS } from "./role-stage.ts";

let open: TestDatabase;
let speakers: Map<Name, Speaker>;

beforeAll(async () => {
  open = await openTestDatabase();
  speakers = await plantRoles(open.db);
});

afterAll(() => open.close());

const check = async (line: string, done: RegExp, who: Name[], where: Where): Promise<void> => {
  const got: Record<string, boolean> = {};
  for (const name of people) {
    const { text } = await speak(open.db, speakers.get(name) ?? { externalId: "" }, line, {
      where,
    });
    got[name] = done.test(text);
    if (!who.includes(name)) {
      expect(text, `${name}: ${line}`).not.toMatch(SECRETS);
      expect(text.length, `${name}: ${line}`).toBeGreaterThan(10);
    }
  }
  const expected = Object.fromEntries(people.map((name) => [name, who.includes(name)]));
  expect(got, line).toEqual(expected);
};

describe("in a private chat", () => {
  it.each(table)("%s", (line, done, who) => check(line, done, who, { kind: "private" }));
});

describe("in a registered group", () => {
  it.each(groupTable)("%s", (line, done, who) => check(line, done, who, GROUP));
});

it("has a row for every command, in both kinds of chat", () => {
  const covered = (rows: Row[]) => new Set(rows.map(([line]) => /^\/(\w+)/.exec(line)?.[1]));
  for (const { name } of commands) {
    expect([...covered(table)], name).toContain(name);
    expect([...covered(groupTable)], name).toContain(name);
  }
});

describe("strangers", () => {
  it("get one polite sentence for whatever they type, and leave nothing behind", async () => {
    for (const line of ["/viec", "xin chào", "/giao STC: x; hạn 30/11", "/start sai-ma", "1"]) {
      const { text } = await speak(open.db, { externalId: "stranger" }, line);
      expect(text).toMatch(/^(Xin chào\.|Mã mời không đúng)/);
      expect(text.split("\n")).toHaveLength(1);
    }
    expect(await open.db.identity.count({ where: { externalId: "stranger" } })).toBe(0);
  });

  it("in a group that nobody registered, even a bound person gets one sentence", async () => {
    const where: Where = { kind: "group", externalId: "-999" };
    const secretary = speakers.get("secretary") ?? { externalId: "" };
    const { text } = await speak(open.db, secretary, "/viec NV-001", { where });
    expect(text).toMatch(/^Nhóm này chưa được cơ quan thường trực đăng ký/);
    const talk = await speak(open.db, secretary, "mai họp nhé", { where });
    expect(talk.text).toBe("");
  });
});
