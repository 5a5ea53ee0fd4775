// The province of the role table: its people, its tasks, a registered group.
import { readAgencyCsv } from "#src/agencies/agency-csv.ts";
import { importAgencies } from "#src/agencies/import-agencies.ts";
import type { Db } from "#src/database/client.ts";
import { plantOpenMatters } from "#test/support/open-matters.ts";
import { sampleAgencies } from "#test/support/sample-agencies.ts";
import { bindPerson, plantTask, type Speaker, type Where } from "#test/support/speak.ts";
import type { Name } from "./role-rows.ts";

export const GROUP: Where = { kind: "group", externalId: "-100" };

/** Plants it; gives the people by name. */
export const plantRoles = async (db: Db): Promise<Map<Name, Speaker>> => {
  const speakers = new Map<Name, Speaker>();
  await db.$transaction((tx) => importAgencies(tx, readAgencyCsv(sampleAgencies).rows));
  const agencies = new Map((await db.agency.findMany()).map(({ code, id }) => [code, id]));
  const id = (code: string): number => agencies.get(code) ?? 0;
  speakers.set("own", await bindPerson(db, "own", "official", id("STC")));
  speakers.set("coord", await bindPerson(db, "coord", "official", id("STP")));
  speakers.set("other", await bindPerson(db, "other", "official", id("SYT")));
  speakers.set("head", await bindPerson(db, "head", "head", id("STC")));
  speakers.set("secretary", await bindPerson(db, "secretary", "secretariat", id("SNV")));
  speakers.set("leader", await bindPerson(db, "leader", "leader", null));
  speakers.set("admin", await bindPerson(db, "admin", "admin", null));
  speakers.set("stranger", { externalId: "stranger" });
  const stc = id("STC");
  await plantTask(db, { content: "Bí mật của STC", lead: stc, coordinating: [id("STP")] });
  await plantTask(db, { content: "Việc hai", lead: stc, dueOn: "2026-11-10", awaiting: true });
  await plantTask(db, { content: "Hạn chế ba", lead: stc, restricted: true });
  await plantTask(db, { content: "Việc của SNV", lead: id("SNV"), awaiting: true });
  await plantTask(db, { content: "Việc hai nữa", lead: stc, dueOn: "2026-11-30" });
  const asked = await plantTask(db, { content: "Việc hai thêm", lead: stc, dueOn: "2026-11-30" });
  await plantOpenMatters(db, asked);
  await db.chat.create({
    data: {
      channel: "test",
      externalId: "-100",
      kind: "group",
      title: "nhóm",
      bindings: { create: { purpose: "committee", wantsRanking: true } },
    },
  });
  return speakers;
};

/** Whoever may not gets a sentence, and nothing of what a task says. */
export const SECRETS = /Bí mật|Việc hai|Hạn chế ba|Việc của SNV/;
