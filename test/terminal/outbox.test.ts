// The operator's view of the outbox: what waits, what may not have arrived, what never did, and
// what becomes of it, each decided once.
import { beforeEach, describe, expect, it, onTestFinished } from "vitest";
import { say } from "#src/messages/reply.ts";
import { queue, reach } from "#src/terminal/doctor/delivery.ts";
import {
  type DatabaseKind,
  databaseKinds,
  openTestDatabase,
  type TestDatabase,
} from "#test/support/database.ts";
import { bindPerson } from "#test/support/speak.ts";
import { giveProvince, runOn } from "./province.ts";

let open: TestDatabase;
let lan: number;
let group: number;

const prepare = async (kind: DatabaseKind): Promise<void> => {
  open = await openTestDatabase(kind);
  onTestFinished(() => open.close());
  await giveProvince(open.db);
  const { db } = open;
  const stc = await db.agency.findFirstOrThrow({ where: { code: "STC" } });
  await bindPerson(db, "Trần Lan", "official", stc.id);
  const chat = { channel: "test", kind: "private", externalId: "Trần Lan" };
  lan = (await db.chat.create({ data: chat })).id;
  const committee = { channel: "test", kind: "group", externalId: "-1", title: "Ban Chỉ đạo" };
  group = (await db.chat.create({ data: committee })).id;
};

type Given = Partial<{
  state: "pending" | "unknown" | "failed";
  kind: string;
  payload: object;
  errorCode: string;
  attempts: number;
  createdAt: Date;
  notBefore: Date;
}>;

const SECRET = "Nội dung hạn chế";

/** A message in the outbox; its number. */
const letter = async (chatId: number, given: Given = {}): Promise<string> => {
  const { payload = { reply: say(SECRET) }, ...more } = given;
  const n = await open.db.outboxMessage.count();
  const row = await open.db.outboxMessage.create({
    data: { key: `k${n}`, chatId, kind: "reply", createdAt: new Date(), payload, ...more },
  });
  return String(row.id);
};

const outbox = (...argv: string[]) => runOn(open, ["outbox", ...argv]);

const deadIn = (chatId: number, given: Given = {}) =>
  letter(chatId, { state: "failed", kind: "notice", errorCode: "400 Bad Request", ...given });

const texts = async (): Promise<string[]> => {
  const rows = await open.db.outboxMessage.findMany({
    where: { state: "pending" },
    orderBy: { id: "asc" },
  });
  return rows.map(({ payload }) => JSON.stringify(payload));
};

describe("dondoc outbox", () => {
  beforeEach(() => prepare("embedded"));

  it("is short where nothing waits", async () => {
    expect(await outbox()).toEqual({
      status: 0,
      out: "Waiting: 0 due; 0 held for later; 0 for chats that are gone.\nUnknown: none\nDead: none",
      err: "",
    });
  });

  it("says how much waits and for how long, and lists what went wrong without its text", async () => {
    const ago = new Date(Date.now() - 3 * 3_600_000);
    const oldest = await letter(group, { kind: "ranking", createdAt: ago });
    await letter(lan, { attempts: 3, errorCode: "500 Internal" });
    await letter(lan, { notBefore: new Date(Date.now() + 3_600_000) });
    const unknown = await letter(lan, { state: "unknown", errorCode: "timeout", attempts: 1 });
    const dead = await deadIn(group, { kind: "ranking", attempts: 2 });
    // A card that could not be redrawn is no loss.
    await deadIn(lan, { kind: "card" });

    const { out, status } = await outbox();
    expect(status).toBe(0);
    expect(out).toContain(`Waiting: 2 due, the oldest (${oldest}) for 3 hours; 1 held for later;`);
    expect(out).toMatch(/^pending +reply +2$/m);
    expect(out).toMatch(/Being retried:\n.*\n-.*\nTrần Lan +2 +3 +– +500 Internal$/m);
    expect(out).toMatch(
      new RegExp(`Unknown \\(1\\):\n.*\n.*\n${unknown} .* Trần Lan +reply +1 +timeout$`, "m"),
    );
    expect(out).toMatch(
      new RegExp(`Dead \\(1\\):\n.*\n.*\n${dead} .* Ban Chỉ đạo +ranking +2 +400`, "m"),
    );
    expect(out).not.toContain(SECRET);
    expect((await outbox("--text")).out.match(new RegExp(SECRET, "g"))).toHaveLength(2);

    const figures = JSON.parse((await outbox("--json")).out);
    expect(figures).toMatchObject({
      waiting: { due: 2, held: 1, unreachable: 0, oldest: { id: oldest } },
      resting: [{ chat: "Trần Lan", messages: 2, attempts: 3 }],
      unknown: [{ id: unknown, chat: "Trần Lan", reachable: true, errorCode: "timeout" }],
      dead: [{ id: dead, chat: "Ban Chỉ đạo", kind: "ranking", attempts: 2 }],
    });
    expect(figures.waiting.oldest.seconds).toBeGreaterThanOrEqual(10_800);
    expect(JSON.stringify(figures)).not.toContain(SECRET);
  });
});

describe.each(databaseKinds)("dondoc outbox resend (%s)", (kind) => {
  beforeEach(() => prepare(kind));

  it("queues each once: what may have arrived is marked, what surely did not is as it was", async () => {
    const unknown = await letter(lan, { state: "unknown" });
    const dead = await deadIn(lan);
    const both = await Promise.all([outbox("resend", unknown, dead), outbox("resend", dead)]);
    expect(both.map(({ status }) => status).sort()).toEqual([0, 1]);
    expect(await texts()).toEqual([
      expect.stringMatching(/\(Gửi lại\).*hạn chế/),
      expect.not.stringContaining("(Gửi lại)"),
    ]);
    const rows = await open.db.outboxMessage.findMany({ where: { state: "pending" } });
    expect(rows.map(({ key }) => key).sort()).toEqual([`k0#again:${unknown}`, `k1#again:${dead}`]);
    // A notice keeps to its reader's quiet hours.
    expect(rows.map(({ kind }) => kind).sort()).toEqual(["notice", "reply"]);
    const audits = await open.db.auditEntry.findMany({ where: { action: "send again" } });
    expect(audits.map(({ actorLabel, subject }) => `${actorLabel} ${subject}`).sort()).toEqual([
      `cli outbox:${unknown}`,
      `cli outbox:${dead}`,
    ]);
    expect(await outbox("resend", unknown)).toMatchObject({
      status: 1,
      out: `${unknown}: it is neither unknown nor dead\n0 messages queued again, 1 left.`,
    });
  });

  it("sends nothing to a chat that is gone, no alert, and nothing whose secrets are erased", async () => {
    await open.db.chat.update({ where: { id: group }, data: { status: "gone" } });
    const away = await deadIn(group, { kind: "ranking" });
    const alert = await deadIn(lan, { kind: "alert" });
    const erased = await deadIn(lan, { payload: { reply: { blocks: [], once: true } } });
    const good = await deadIn(lan);

    const { status, out } = await outbox("resend", "--dead");
    expect(status).toBe(1);
    expect(out).toContain(`${away}: not sent: the chat of Ban Chỉ đạo is gone`);
    expect(out).toContain(`${alert}: not sent: an alert is worked out anew each morning`);
    expect(out).toContain(`${erased}: not sent: its text was for one use`);
    expect(out).toMatch(new RegExp(`^${good}: queued again as \\d+, to Trần Lan$`, "m"));
    expect(out).toMatch(/\n1 message queued again, 3 left\.$/);
    expect((await outbox()).out).toMatch(/Ban Chỉ đạo \(gone\)/);
    expect((await outbox("--reachable")).out).not.toContain("Ban Chỉ đạo");
    const rest = JSON.parse((await outbox("resend", "--dead", "--reachable", "--json")).out);
    expect(rest.messages.map(({ id }: { id: string }) => id)).toEqual([alert, erased]);
  });

  it("finds a person who writes from another account by now", async () => {
    const { db } = open;
    await db.chat.update({ where: { id: lan }, data: { status: "blocked" } });
    const identity = await db.identity.findFirstOrThrow({ where: { externalId: "Trần Lan" } });
    const { personId } = identity;
    const other = { channel: "test", externalId: "Lan mới" };
    await db.identity.create({ data: { ...other, personId, boundAt: new Date() } });
    const { id } = await db.chat.create({ data: { ...other, kind: "private" } });
    const dead = await deadIn(lan);
    await db.outboxMessage.update({ where: { id: BigInt(dead) }, data: { personId } });

    expect(await outbox("resend", dead)).toMatchObject({ status: 0 });
    expect(await db.outboxMessage.findFirst({ where: { state: "pending" } })).toMatchObject({
      chatId: id,
      personId,
    });
  });
});

describe("dondoc outbox drop", () => {
  beforeEach(() => prepare("embedded"));

  it("lets go with a reason that stays in the audit trail", async () => {
    const unknown = await letter(lan, { state: "unknown" });
    const dead = await deadIn(lan);
    const waiting = await letter(lan);
    expect(await outbox("drop", "--unknown", "--dead", "--why", "đã báo qua điện thoại")).toEqual({
      status: 0,
      out: `${unknown}: dropped\n${dead}: dropped\n2 messages dropped.`,
      err: "",
    });
    expect(await outbox("drop", waiting, "--why", "x")).toMatchObject({ status: 1 });
    const audits = await open.db.auditEntry.findMany({ where: { action: "let go" } });
    expect(audits).toMatchObject([
      { actorLabel: "cli", data: { why: "đã báo qua điện thoại", state: "unknown" } },
      { actorLabel: "cli", data: { why: "đã báo qua điện thoại", state: "failed" } },
    ]);
    expect((await outbox()).out).toMatch(/Unknown: none\nDead: none$/);
  });
});

describe("dondoc doctor", () => {
  beforeEach(() => prepare("embedded"));

  it("finds a queue that does not move", async () => {
    const now = new Date();
    const later = { notBefore: new Date(now.getTime() + 60_000) };
    await letter(lan, { createdAt: new Date(now.getTime() - 3_600_000), ...later });
    expect(await queue(open.db, now)).toMatchObject({ ok: true });
    await letter(lan, { createdAt: new Date(now.getTime() - 11 * 60_000) });
    expect(await queue(open.db, now)).toMatchObject({
      ok: false,
      what: "1 message to be sent, the oldest for 11 minutes",
    });
  });

  it("finds registered groups that were lost, and people whom notices do not reach", async () => {
    const { db } = open;
    await db.chat.updateMany({ data: { status: "gone" } });
    expect(await reach(db)).toMatchObject({ ok: true });
    await db.chatBinding.create({ data: { chatId: group, purpose: "committee" } });
    const { personId } = await db.identity.findFirstOrThrow({ where: { externalId: "Trần Lan" } });
    const id = BigInt(await letter(lan, { kind: "notice" }));
    await db.outboxMessage.update({ where: { id }, data: { personId } });
    expect(await reach(db)).toMatchObject({
      ok: false,
      what: "no longer in 1 registered group: Ban Chỉ đạo; notices wait for 1 person who blocked the bot: Trần Lan",
    });
  });
});
