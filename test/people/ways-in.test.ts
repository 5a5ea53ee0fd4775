// The role table again, through every other way in: a tapped button, the caption of a file, an edited
// message, a reply, words that are passed on. Whoever may not by typing may not by any of them.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { IncomingMessage } from "#src/delivery/channel.ts";
import type { DrawnFrom } from "#src/messages/reply.ts";
import type { Attached } from "#src/requests/request.ts";
import { openTestDatabase, type TestDatabase } from "#test/support/database.ts";
import { type Speaker, speak, type Where } from "#test/support/speak.ts";
import { groupTable, type Name, people, type Row, table } from "./role-rows.ts";
import { GROUP, plantRoles, SECRETS } from "./role-stage.ts";

let open: TestDatabase;
let speakers: Map<Name, Speaker>;
let file: Attached;
let drawn: DrawnFrom;

beforeAll(async () => {
  open = await openTestDatabase();
  const { db } = open;
  speakers = await plantRoles(db);
  const sha256 = "0".repeat(64);
  await db.blob.create({ data: { sha256, bytes: new Uint8Array([1]), size: 1 } });
  const { id: fileId } = await db.file.create({
    data: { sha256, name: "bc.pdf", mime: "application/pdf" },
  });
  file = { fileId, name: "bc.pdf", mime: "application/pdf", size: 1 };
  const row = await db.assignment.findFirstOrThrow({ where: { taskId: 2, role: "lead" } });
  drawn = { of: "assignment", id: row.id, version: row.version };
});
afterAll(() => open.close());

type Said = NonNullable<Parameters<typeof speak>[3]>;

const by = (name: Name): Speaker => speakers.get(name) ?? { externalId: "" };

/** The first row of each command: what is asked is the way, not the line. */
const oneEach = (rows: readonly Row[]): Row[] => [
  ...new Map([...rows].reverse().map((row) => [row[0].split(" ")[0], row])).values(),
];

/** Nobody else than those who are let in by the table; not a word of what a task says. */
const onlyThose = async (
  [line, done, who]: Row,
  said: Said,
  among: readonly Name[] = people,
): Promise<Name[]> => {
  const got: Name[] = [];
  for (const name of among) {
    const { text } = await speak(open.db, by(name), line, said);
    if (done.test(text)) got.push(name);
    if (!who.includes(name)) expect(text, `${name}: ${line}`).not.toMatch(SECRETS);
  }
  expect(
    got.filter((name) => !who.includes(name)),
    line,
  ).toEqual([]);
  return got;
};

describe.each<[string, readonly Row[], Where]>([
  ["a private chat", table, { kind: "private" }],
  ["a registered group", groupTable, GROUP],
])("a tapped button in %s", (_, rows, where) => {
  it.each(oneEach(rows))("%s", async (...row) => {
    const got = await onlyThose(row, { where, way: { via: "button" } });
    expect([...got].sort()).toEqual([...row[2]].sort());
  });
});

/** The lines that are not for everybody, and those for whom they are not. */
const closed = oneEach(table).filter(([, , who]) => who.length < people.length - 1);

describe.each<[string, () => Said]>([
  ["as the caption of a file", () => ({ attached: [file] })],
  ["over an old message", () => ({ way: { via: "edit" } })],
  [
    "in reply to a message of the bot",
    () => ({ way: { repliedTo: "NV-002 Việc", repliedToBot: true } }),
  ],
])("%s", (_, said) => {
  it.each(closed)("%s", async (...row) => {
    const others = people.filter((name) => !row[2].includes(name));
    await onlyThose(row, said(), others);
  });
});

describe("passed on, nobody's command", () => {
  // Those two answer a form that is open, or become a content: never a command.
  const lines = closed.filter(([line]) => !/^\/(giao|nhap)/.test(line));
  it.each(lines)("%s", async (line, done) => {
    for (const name of ["own", "secretary", "admin"] satisfies Name[]) {
      const { text, told } = await speak(open.db, by(name), line, { way: { forwarded: true } });
      expect(done.test(text), `${name}: ${text}`).toBe(false);
      expect(told).toBe(0);
    }
  });
});

describe("a button that was drawn for somebody else", () => {
  const decisions = table.filter(([line]) => /^\/(xacnhan|tralai) NV-002 STC/.test(line));

  it.each(decisions)("tapped by everybody: %s", async (...row) => {
    const got = await onlyThose(row, { way: { via: "button", drawnFrom: drawn } });
    expect([...got].sort()).toEqual([...row[2]].sort());
  });

  it("shows what has become of the task only to those who may see it, once it is old", async () => {
    const old: DrawnFrom = { ...drawn, version: drawn.version - 1 };
    const way: Partial<IncomingMessage> = { via: "button", drawnFrom: old };
    for (const name of people) {
      const { text, told } = await speak(open.db, by(name), "/viec NV-002", { way });
      const may = ["own", "head", "secretary", "leader"].includes(name);
      expect(SECRETS.test(text), `${name}: ${text}`).toBe(may);
      expect(told).toBe(0);
    }
  });

  it("in a group does nothing with somebody else's open question", async () => {
    const { db } = open;
    await speak(db, by("own"), "/giahan NV-005 15/12", { where: GROUP, keep: true });
    const form = await db.form.findFirstOrThrow({ where: { command: "giahan" } });
    const drawnFrom: DrawnFrom = { of: "form", id: form.id, version: form.version };
    for (const name of people.filter((one) => one !== "own")) {
      for (const line of ["/dongy", "/thoi", "/giao chờ số liệu"]) {
        const { text } = await speak(db, by(name), line, {
          where: GROUP,
          way: { via: "button", drawnFrom },
        });
        expect(text, `${name}: ${line}`).toMatch(
          /không còn mở|dành cho|chỉ dùng|Xin chào|không có biểu mẫu/,
        );
      }
    }
    expect(await db.form.findUnique({ where: { id: form.id } })).toEqual(form);
    expect(await db.extension.count({ where: { reason: "chờ số liệu" } })).toBe(1);
  });

  it("altered on its way, it carries no more rights than the one who taps it", async () => {
    const { id } = await open.db.form.findFirstOrThrow({ where: { command: "giahan" } });
    for (const name of people) {
      for (const drawnFrom of [
        { of: "form", id, version: 99 },
        { of: "form", id: 9_999, version: 1 },
        { of: "assignment", id: 9_999, version: 1 },
      ] satisfies DrawnFrom[]) {
        const { text, told } = await speak(open.db, by(name), "/xacnhan NV-002 STC", {
          way: { via: "button", drawnFrom },
        });
        expect(text, `${name}: ${text}`).not.toMatch(/Đã xác nhận|Error|undefined/);
        expect(text).not.toBe("");
        expect(told).toBe(0);
      }
    }
  });
});
