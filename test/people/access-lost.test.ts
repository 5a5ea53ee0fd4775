// Whoever left or moved to another agency loses access at once: what was half filled in under the old
// rights is not finished, an old button does nothing, an old message cannot be corrected. Each line is
// answered three times: by somebody who stayed (it takes effect), who moved, and who left.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readAgencyCsv } from "#src/agencies/agency-csv.ts";
import { importAgencies } from "#src/agencies/import-agencies.ts";
import type { Db } from "#src/database/client.ts";
import { formatTaskCode } from "#src/language/task-code.ts";
import type { Role } from "#src/people/actor.ts";
import { grantRole } from "#src/people/invites.ts";
import { endMembership } from "#src/people/members.ts";
import { openTestDatabase, type TestDatabase } from "#test/support/database.ts";
import { plantOpenMatters } from "#test/support/open-matters.ts";
import { sampleAgencies } from "#test/support/sample-agencies.ts";
import { bindPerson, plantTask, type Speaker, speak } from "#test/support/speak.ts";

let open: TestDatabase;
const agencies = new Map<string, number>();
let people = 0;

beforeAll(async () => {
  open = await openTestDatabase();
  const { db } = open;
  await db.$transaction((tx) => importAgencies(tx, readAgencyCsv(sampleAgencies).rows));
  for (const { code, id } of await db.agency.findMany()) agencies.set(code, id);
  await bindPerson(db, "Trần Thị Nam", "official", agencies.get("STC") ?? 0);
  await bindPerson(db, "Lê Thị Hoa", "official", agencies.get("STC") ?? 0);
});
afterAll(() => open.close());

type Place = { role: Role; agency: string };

const now = new Date("2026-11-20T09:30:00+07:00");

const somebody = async (db: Db, { role, agency }: Place): Promise<Speaker> => {
  people += 1;
  return bindPerson(db, `p${people}`, role, agencies.get(agency) ?? 0);
};

/** From the one place to the other, or to none. */
const moves = (db: Db, { externalId }: Speaker, to: Place | null) =>
  db.$transaction(async (tx) => {
    const where = { channel_externalId: { channel: "test", externalId } };
    const { personId } = await tx.identity.findUniqueOrThrow({ where });
    const held = await tx.membership.findMany({ where: { personId, endedAt: null } });
    // The new role first: with none left at all the open form would be gone as well.
    if (to !== null) {
      const agencyId = agencies.get(to.agency) ?? 0;
      await grantRole(tx, personId, { role: to.role, agencyId }, now);
    }
    for (const { id } of held) await endMembership(tx, id, { now, actorLabel: "test" });
  });

/** Tasks that nothing was done about yet; {A} open, {B} waits for a decision, {C} has open matters. */
const fresh = async (db: Db): Promise<(line: string) => string> => {
  const lead = agencies.get("STC") ?? 0;
  const dueOn = "2026-11-27";
  const a = await plantTask(db, { content: "Bí mật A", lead, dueOn });
  await db.assignment.updateMany({
    where: { taskId: a },
    data: { percent: 60, state: "received" },
  });
  const b = await plantTask(db, { content: "Bí mật B", lead, awaiting: true });
  const c = await plantTask(db, { content: "Bí mật C", lead, dueOn });
  await plantOpenMatters(db, c);
  const { id } = await db.explanationRequest.findFirstOrThrow({ where: { taskId: c } });
  return (line) =>
    line
      .replaceAll("{A}", formatTaskCode(a))
      .replaceAll("{B}", formatTaskCode(b))
      .replaceAll("{C}", formatTaskCode(c))
      .replaceAll("{GT}", `GT-${id}`);
};

/** All that a command could leave behind. */
const traces = async (db: Db): Promise<number[]> => {
  const { _sum } = await db.assignment.aggregate({ _sum: { version: true } });
  const ended = await db.auditEntry.count({ where: { action: "end membership" } });
  return [
    (await db.auditEntry.count()) - ended,
    _sum.version ?? 0,
    ...(await Promise.all([
      db.progress.count(),
      db.result.count({ where: { decision: "pending" } }),
      db.extension.count({ where: { status: "open" } }),
      db.blocker.count(),
      db.explanationRequest.count(),
      db.nudge.count(),
      db.task.count(),
      db.invite.count({ where: { revokedAt: null } }),
      db.substitution.count(),
      db.reorganisation.count(),
    ])),
  ];
};

const stc: Place = { role: "official", agency: "STC" };
const syt: Place = { role: "official", agency: "SYT" };
const snv: Place = { role: "secretariat", agency: "SNV" };
/** Still of the secretariat, but of the very agency that it is about. */
const ofStc: Place = { role: "secretariat", agency: "STC" };
const ofSyt: Place = { role: "secretariat", agency: "SYT" };

/** Who, what opens a form, where they are when they answer it, the answer. */
const rows: [from: Place, opens: string, to: Place, answers: string][] = [
  [stc, "/tiendo {A}", syt, "70% xong"],
  [stc, "/tiendo {A} 10%", syt, "/dongy"],
  [stc, "/hoanthanh {A}", syt, "đã xong"],
  [stc, "/giahan {A}", syt, "15/12 chờ số liệu"],
  [stc, "/giahan {A} 15/12", syt, "chờ số liệu"],
  [stc, "/vuongmac {A}", syt, "thiếu mẫu"],
  [stc, "/traloi {GT}", syt, "vì bận"],
  [stc, "/phutrach {A}", syt, "tôi"],
  [stc, "/giao Rà soát; hạn 15/12", syt, "/dongy"],
  [{ role: "head", agency: "STC" }, "/vangmat của Lê Thị Hoa 25/11", syt, "Trần Thị Nam"],
  [snv, "/giao STP: Rà soát; hạn 30/11", syt, "/dongy"],
  [snv, "/tiendo {A} STC 10%", syt, "/dongy"],
  [snv, "/xacnhan {B} tất cả", stc, "/dongy"],
  [snv, "/xacnhan {B} tất cả", ofStc, "/dongy"],
  [snv, "/tralai {B}", ofStc, "thiếu phụ lục"],
  [snv, "/duyet {C} STC", ofStc, "45/UBND-NC ngày 3/11"],
  [snv, "/tuchoi {C} STC", ofStc, "phải xong"],
  [snv, "/huy {A} hết việc", ofStc, "/dongy"],
  [snv, "/tamdung {A}", ofStc, "chờ Bộ"],
  [snv, "/chuyen {A} sang SYT theo 45/UBND-NC", ofSyt, "/dongy"],
  [snv, "/chuyen {A} sang SYT theo 45/UBND-NC", ofStc, "/dongy"],
  [snv, "/sua {A} hạn 25/11 theo 45/UBND-NC", ofStc, "/dongy"],
  [snv, "/giaitrinh {A} các cơ quan chưa báo cáo", ofStc, "/dongy"],
  [snv, "/moi tất cả các xã chưa có người", stc, "/dongy"],
  [snv, "/sapxep đổi tên SYT thành Sở Y khoa theo 4/QĐ ngày 3/11/2026 từ 1/12/2026", stc, "/dongy"],
];

const answered = async (
  [from, opens, , answers]: (typeof rows)[number],
  goes: ((db: Db, speaker: Speaker) => Promise<void>) | null,
) => {
  const { db } = open;
  const put = await fresh(db);
  const speaker = await somebody(db, from);
  await speak(db, speaker, put(opens), { keep: true });
  await goes?.(db, speaker);
  const before = await traces(db);
  const { text } = await speak(db, speaker, put(answers), { keep: true });
  return { text, before, after: await traces(db) };
};

describe("a form that was opened under other rights", () => {
  it.each(rows)("%o %s → %o %s", async (...row) => {
    const [, , to] = row;
    const moved = await answered(row, (db, speaker) => moves(db, speaker, to));
    expect(moved.after, moved.text).toEqual(moved.before);
    expect(moved.text.length).toBeGreaterThan(10);
    expect(moved.text).not.toMatch(/Bí mật/);

    const left = await answered(row, (db, speaker) => moves(db, speaker, null));
    expect(left.after, left.text).toEqual(left.before);
    expect(left.text).toMatch(/^Xin chào\. Đây là trợ lý/);

    const stayed = await answered(row, null);
    expect(stayed.after, stayed.text).not.toEqual(stayed.before);
  });
});

describe("an old button", () => {
  it.each([
    [stc, syt, "/nhan {A}"],
    [stc, syt, "/tiendo {A} 70%"],
    [stc, syt, "/viec {A}"],
    [snv, stc, "/xacnhan {B} STC"],
    [snv, ofStc, "/tralai {B} STC thiếu"],
    [snv, syt, "/viec {B}"],
  ] satisfies [Place, Place, string][])("of %o, tapped as %o: %s", async (from, to, line) => {
    const { db } = open;
    const put = await fresh(db);
    const speaker = await somebody(db, from);
    await moves(db, speaker, to);
    const before = await traces(db);
    const { text, told } = await speak(db, speaker, put(line), {
      keep: true,
      way: { via: "button" },
    });
    expect(await traces(db), text).toEqual(before);
    expect(told).toBe(0);
    if (to.agency !== "STC") expect(text).not.toMatch(/Bí mật/);
  });
});

describe("an old message, written over", () => {
  it("takes nothing back of the agency that its author has left", async () => {
    const { db } = open;
    const put = await fresh(db);
    const other = await plantTask(db, { content: "Việc của SYT", lead: agencies.get("SYT") ?? 0 });
    const stored = await db.inboxUpdate.create({
      data: { channel: "test", updateId: 1n, lane: "x", payload: {}, receivedAt: now },
    });
    const speaker = await somebody(db, stc);
    const said = { keep: true, inboxId: stored.id };
    expect((await speak(db, speaker, put("/hoanthanh {A} xong"), said)).text).toMatch(/^Đã nộp/);
    await moves(db, speaker, syt);
    const before = await traces(db);
    for (const line of [put("/hoanthanh {A} xong"), `/hoanthanh ${formatTaskCode(other)} xong`]) {
      const { text } = await speak(db, speaker, line, {
        keep: true,
        way: { via: "edit" },
        correctsInboxId: stored.id,
      });
      expect(text).toMatch(/không do cơ quan của anh\/chị chủ trì|Không tìm thấy/);
    }
    expect(await traces(db)).toEqual(before);
  });
});

describe("whoever stands in", () => {
  it("has what the absent person has, as long as the two have something in common", async () => {
    const { db } = open;
    const put = await fresh(db);
    const absent = await somebody(db, { role: "secretariat", agency: "STC" });
    const substitute = await somebody(db, stc);
    const idOf = async ({ externalId }: Speaker) =>
      (await db.identity.findFirstOrThrow({ where: { externalId } })).personId;
    const day = new Date("2026-11-20");
    await db.substitution.create({
      data: {
        absentId: await idOf(absent),
        substituteId: await idOf(substitute),
        fromOn: day,
        toOn: day,
        createdAt: now,
      },
    });
    const asks = async () => (await speak(db, substitute, "/toi")).text;
    expect(await asks()).toMatch(/cơ quan thường trực/);
    await moves(db, absent, snv);
    expect(await asks()).not.toMatch(/cơ quan thường trực/);
    await moves(db, absent, ofStc);
    expect(await asks()).toMatch(/cơ quan thường trực/);
    await moves(db, absent, null);
    expect(await asks()).not.toMatch(/cơ quan thường trực/);
    await moves(db, absent, ofStc);
    await moves(db, substitute, null);
    expect((await speak(db, substitute, put("/viec {A}"))).text).toMatch(/^Xin chào/);
  });
});
