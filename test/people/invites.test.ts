// One-time codes: each works once, for its time, for one person; guessing comes to an end.
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createInvite } from "#src/people/invites.ts";
import {
  type DatabaseKind,
  databaseKinds,
  openTestDatabase,
  type TestDatabase,
} from "#test/support/database.ts";
import { speak } from "#test/support/speak.ts";

const DAY = "2026-11-20";
const at = (time: string, day = DAY): Date => new Date(`${day}T${time}:00+07:00`);

let open: TestDatabase;

const newCode = async (now = at("08:00")): Promise<string> => {
  const invite = { role: "leader" as const, agencyId: null, createdById: null, now };
  return (await open.db.$transaction((tx) => createInvite(tx, invite))).code;
};

/** Everybody speaks at 09:00 of the day. */
const shows = async (externalId: string, code: string, on = DAY): Promise<string> =>
  (await speak(open.db, { externalId }, `/start ${code}`, { keep: true, on })).text;

const wrong = (n: number): string => `${"x".repeat(28)}${String(n).padStart(4, "0")}`;

describe.each(databaseKinds)("on %s", (kind: DatabaseKind) => {
  beforeEach(async () => {
    open = await openTestDatabase(kind);
  });
  afterEach(() => open.close());

  it("is long enough, and stored nowhere but as its hash", async () => {
    const code = await newCode();
    expect(Buffer.from(code, "base64url").length * 8).toBeGreaterThanOrEqual(128);
    expect(code).toMatch(/^[\w-]{32}$/);
    const { codeHash } = await open.db.invite.findFirstOrThrow();
    expect(codeHash).toMatch(/^[0-9a-f]{64}$/);
    const everything = JSON.stringify(
      [await open.db.invite.findMany(), await open.db.auditEntry.findMany()],
      (_, value: unknown) => (typeof value === "bigint" ? String(value) : value),
    );
    expect(everything).not.toContain(code);
  });

  it("lets in whoever shows it first, and nobody after", async () => {
    const code = await newCode();
    expect(await shows("first", code)).toMatch(/^Chào first\. Anh\/chị đã kết nối/);
    expect(await shows("second", code)).toMatch(/^Mã mời này đã được sử dụng\./);
    expect(await open.db.membership.count()).toBe(1);
    expect(await open.db.identity.count()).toBe(1);
  });

  it("lets in one of many who show it at the same moment, and keeps nothing of the others", async () => {
    const code = await newCode();
    const names = Array.from({ length: 6 }, (_, n) => `p${n}`);
    const texts = await Promise.all(names.map((name) => shows(name, code)));
    expect(texts.filter((text) => text.startsWith("Chào "))).toHaveLength(1);
    expect(texts.filter((text) => text.startsWith("Mã mời này đã được"))).toHaveLength(5);
    expect(await open.db.person.count()).toBe(1);
    expect(await open.db.membership.count()).toBe(1);
  });

  it("no longer works after seven days, or once it is revoked", async () => {
    const late = await newCode();
    expect(await shows("a", late, "2026-11-27")).toMatch(/^Mã mời đã hết hạn\./);
    const revoked = await newCode();
    await open.db.invite.updateMany({ data: { revokedAt: at("08:30") } });
    expect(await shows("a", revoked)).toMatch(/^Mã mời không đúng\./);
    expect(await open.db.person.count()).toBe(0);
  });

  it("after five wrong codes of one person none is looked at for an hour, not even a right one", async () => {
    const code = await newCode();
    for (let n = 0; n < 5; n += 1) expect(await shows("a", wrong(n))).toMatch(/^Mã mời không đúng/);
    const text = await shows("a", code);
    expect(text).toMatch(/tạm dừng nhận mã đến 10:00 20\/11\/2026\. Mã của anh\/chị chưa được xem/);
    expect(await open.db.membership.count()).toBe(0);
    // What is not looked at is no further attempt: it ends by itself.
    expect(await open.db.inviteAttempt.count()).toBe(5);
    // Nobody else is kept out by it; and the code is as good as before.
    expect(await shows("b", code)).toMatch(/^Chào b\./);
    const next = await newCode();
    expect(await shows("a", next, "2026-11-21")).toMatch(/^Chào a\./);
  });

  it("used and expired codes are not guesses", async () => {
    const code = await newCode();
    await shows("a", code);
    for (let n = 0; n < 7; n += 1) expect(await shows("b", code)).toMatch(/đã được sử dụng/);
    expect(await open.db.inviteAttempt.count()).toBe(0);
  });

  it("after a hundred by all together nobody's is looked at; those of days ago are forgotten", async () => {
    const data = Array.from({ length: 100 }, (_, n) => ({
      channel: "test",
      externalId: `g${n % 50}`,
      at: at("08:40"),
    }));
    const longAgo = { channel: "test", externalId: "old", at: at("08:40", "2026-11-18") };
    await open.db.inviteAttempt.createMany({ data: [...data.slice(1), longAgo] });
    const code = await newCode();
    await shows("x", wrong(1));
    expect(await open.db.inviteAttempt.count({ where: { externalId: "old" } })).toBe(0);
    expect(await shows("honest", code)).toMatch(/tạm dừng nhận mã đến 09:40 20\/11\/2026/);
    expect(await shows("honest", code, "2026-11-21")).toMatch(/^Chào honest\./);
  });

  it("is blotted out of the stored message, whatever came of it", async () => {
    const { db } = open;
    const code = await newCode();
    for (let n = 0; n < 5; n += 1) await shows("limited", wrong(n));
    let updateId = 0n;
    const stored = async (externalId: string, shown: string) => {
      updateId += 1n;
      const payload = { message: { text: `/start ${shown}`, entities: [{ type: "bot_command" }] } };
      const row = await db.inboxUpdate.create({
        data: { channel: "test", updateId, lane: externalId, payload, receivedAt: at("09:00") },
      });
      await speak(db, { externalId }, `/start ${shown}`, { keep: true, inboxId: row.id });
      return (await db.inboxUpdate.findUniqueOrThrow({ where: { id: row.id } })).payload;
    };
    const blotted = { message: { text: "/start •••", entities: [{ type: "bot_command" }] } };
    expect(await stored("limited", code)).toEqual(blotted);
    expect(await stored("new", wrong(9))).toEqual(blotted);
    expect(await stored("new", code)).toEqual(blotted);
    expect(await stored("new", 'tôi "quên" mã')).toEqual({
      message: { text: '/start tôi "quên" mã', entities: [{ type: "bot_command" }] },
    });
  });
});
