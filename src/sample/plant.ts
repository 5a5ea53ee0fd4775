// Fills an empty database with the sample province, in one transaction.
import { importAgencies } from "#src/agencies/import-agencies.ts";
import { civilToday, instantAt } from "#src/calendar/zone.ts";
import type { Db, Tx } from "#src/database/client.ts";
import { loadCalendar } from "#src/schedule/calendar-store.ts";
import { agencyRows } from "./agencies.ts";
import { castOf } from "./cast.ts";
import { documentsOf } from "./documents/index.ts";
import { peopleOf } from "./people.ts";
import { buildPlan } from "./plan/build.ts";
import { COMMUNES_GROUP, DEPARTMENTS_GROUP } from "./province.ts";
import { storeDocuments } from "./store/documents.ts";
import { storeGroups } from "./store/groups.ts";
import { known } from "./store/known.ts";
import { storePeople } from "./store/people.ts";
import { storeRegister } from "./store/register.ts";

export type SampleTerms = {
  seed: number;
  now: Date;
  /** Threads of topics by name, where the stand-in gave others than expected. */
  threads?: Readonly<Record<string, number>>;
};

/** The province was set up so many days ago. */
const BEGAN = 240;

const storeAgencies = async (tx: Tx, seed: number): Promise<Map<string, number>> => {
  const done = await importAgencies(tx, agencyRows(seed));
  if (done.kind === "refused") throw new Error(`sample agencies: ${JSON.stringify(done.errors)}`);
  const rows = await tx.agency.findMany({ select: { id: true, code: true } });
  return new Map(rows.map(({ id, code }) => [code, id]));
};

const rankingGroups = async (tx: Tx): Promise<Map<string, number>> => {
  const rows = await tx.agencyGroup.findMany();
  const ids = new Map(rows.map(({ id, name }) => [name, id]));
  return new Map([
    ["departments", known(ids, DEPARTMENTS_GROUP)],
    ["communes", known(ids, COMMUNES_GROUP)],
  ]);
};

const plant = async (tx: Tx, { seed, now, threads = {} }: SampleTerms): Promise<void> => {
  const calendar = await loadCalendar(tx);
  const plan = buildPlan(seed, civilToday(now), calendar);
  const began = instantAt(plan.days.ago(BEGAN), "08:00");

  const people = peopleOf(seed);
  const agencyIds = await storeAgencies(tx, seed);
  const personIds = await storePeople(tx, people, agencyIds, began);
  await storeGroups(tx, { agencyIds, byId: known(personIds, "admin"), at: began, threads });

  const byKey = new Map(people.map((person) => [person.key, person]));
  const documents = documentsOf(plan, known(byKey, "chairman").firstName);
  const inCast = new Set(castOf(seed).map(({ id }) => id));
  await storeRegister(tx, plan.tasks, {
    agencyIds,
    personIds,
    groupIds: await rankingGroups(tx),
    documentIds: await storeDocuments(tx, documents),
    cast: new Map(people.flatMap((one) => (inCast.has(one.telegramId) ? [[one.key, one]] : []))),
    agencyNames: new Map(agencyRows(seed).map(({ code, name }) => [code, name])),
    calendar,
  });
};

/** Fills an empty database with the sample; true where it did. */
export const plantSample = async (db: Db, terms: SampleTerms): Promise<boolean> => {
  if ((await db.agency.count()) > 0) return false;
  await db.$transaction((tx) => plant(tx, terms));
  return true;
};
