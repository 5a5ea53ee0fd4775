// The people of the fuzz: one of each role, officials of several agencies, and strangers, in a small
// province with tasks of several agencies in several states.
import { readAgencyCsv } from "#src/agencies/agency-csv.ts";
import { importAgencies } from "#src/agencies/import-agencies.ts";
import type { Db } from "#src/database/client.ts";
import type { Role } from "#src/people/actor.ts";
import { grantRole, personBehind } from "#src/people/invites.ts";
import { seedDayOffs } from "#src/schedule/calendar-store.ts";
import { plantOpenMatters } from "#test/support/open-matters.ts";
import { sampleAgencies } from "#test/support/sample-agencies.ts";
import { plantTask } from "#test/support/speak.ts";

type Cast = { name: string; role: Role | null; agency: string | null };

/** Strangers have no role. */
export const cast: readonly Cast[] = [
  { name: "Lan", role: "official", agency: "STC" },
  { name: "Nam", role: "official", agency: "STC" },
  { name: "Thu", role: "official", agency: "STP" },
  { name: "Yến", role: "official", agency: "SYT" },
  { name: "Hương", role: "head", agency: "STC" },
  { name: "Hà", role: "secretariat", agency: "SNV" },
  { name: "Thắng", role: "leader", agency: null },
  { name: "Quân", role: "admin", agency: null },
  { name: "Người lạ", role: null, agency: null },
  { name: "<b>Kẻ lạ</b>", role: null, agency: null },
  { name: "Trần Thu Hà", role: null, agency: null },
];

export const isStranger = (at: number): boolean => cast[at]?.role === null;

const plantRegister = async (db: Db): Promise<void> => {
  await db.$transaction((tx) => importAgencies(tx, readAgencyCsv(sampleAgencies).rows));
  const rows = await db.agency.findMany({ select: { id: true, code: true } });
  const id = (code: string): number => rows.find((row) => row.code === code)?.id ?? 0;
  for (const lead of ["STC", "STP", "SYT", "SNV"]) {
    const agency = { lead: id(lead) };
    await plantTask(db, { content: `Việc của ${lead}`, ...agency, coordinating: [id("X-BH")] });
    await plantTask(db, { content: "Chờ", ...agency, dueOn: "2026-11-10", awaiting: true });
    const asked = await plantTask(db, { content: "Hỏi", ...agency, dueOn: "2026-11-30" });
    await plantOpenMatters(db, asked);
  }
};

/** Plants the register and binds everybody who has a role. `ids`: at Telegram, as in the cast. */
export const settlePeople = async (
  db: Db,
  ids: readonly number[],
  group: number,
): Promise<void> => {
  await seedDayOffs(db);
  await plantRegister(db);
  const agencies = await db.agency.findMany({ select: { id: true, code: true } });
  const now = new Date("2026-11-01T08:00:00+07:00");
  for (const [at, { name, role, agency }] of cast.entries()) {
    if (role === null) continue;
    const externalId = String(ids[at]);
    const who = { channel: "telegram", externalId, displayName: name, username: null };
    const agencyId = agencies.find(({ code }) => code === agency)?.id ?? null;
    await db.$transaction(async (tx) => {
      const personId = await personBehind(tx, who, now);
      await grantRole(tx, personId, { role, agencyId }, now);
      await tx.chat.create({ data: { channel: "telegram", externalId, kind: "private" } });
    });
  }
  const bindings = { create: { purpose: "committee", wantsRanking: true } };
  const room = { channel: "telegram", externalId: String(group), kind: "group", title: "Tổ CCHC" };
  await db.chat.create({ data: { ...room, bindings } });
};
