import { fromDbDate } from "#src/calendar/civil-date.ts";
import type { Store } from "#src/database/client.ts";
import { fold } from "#src/language/fold.ts";
import type { KnownTask } from "./plan-import.ts";
import type { SheetStatus } from "./status-words.ts";

/** Issuers are compared without case, accents and the two ways of writing UBND. */
const issuerKey = (issuer: string): string =>
  fold(issuer)
    .replaceAll("uy ban nhan dan", "ubnd")
    .replace(/[^a-z0-9]+/g, " ")
    .trim();

/** The issuer as the register spells it already, else as it was typed, tidied. */
export async function knownIssuer(tx: Store, typed: string): Promise<string> {
  const issuers = await tx.document.findMany({ distinct: ["issuer"], select: { issuer: true } });
  const same = issuers.find(({ issuer }) => issuerKey(issuer) === issuerKey(typed));
  return same?.issuer ?? typed.normalize("NFC").replace(/\s+/gu, " ").trim();
}

/** Who issued the documents of these numbers that the register has, most frequent first. */
export async function suggestIssuers(tx: Store, numbers: readonly string[]): Promise<string[]> {
  const found = await tx.document.groupBy({
    by: ["issuer"],
    where: { number: { in: [...numbers] } },
    _count: { issuer: true },
    orderBy: { _count: { issuer: "desc" } },
    take: 3,
  });
  return found.map(({ issuer }) => issuer);
}

const sheetStatus = (state: SheetStatus | "received" | "transferred"): SheetStatus[] => {
  if (state === "transferred") return [];
  return [state === "received" ? "assigned" : state];
};

type Reference = { number: string; issuedOn: KnownTask["issuedOn"] };

/** The tasks of an issuer's documents that came from a sheet. */
export async function knownTasks(
  tx: Store,
  issuer: string,
  documents: readonly Reference[],
): Promise<KnownTask[]> {
  const dates = [...new Set(documents.map(({ issuedOn }) => issuedOn))];
  const tasks = await tx.task.findMany({
    where: {
      importKey: { not: null },
      document: { issuer, issuedOn: { in: dates.map((date) => new Date(date)) } },
    },
    include: {
      document: { select: { number: true, issuedOn: true } },
      coordination: { select: { phrase: true } },
      assignments: {
        where: { occurrence: "" },
        include: { agency: { select: { name: true } } },
        orderBy: { id: "asc" },
      },
    },
  });
  return tasks.flatMap((task): KnownTask[] => {
    if (task.document === null || task.importKey === null) return [];
    const leads = task.assignments.filter(({ role }) => role === "lead");
    const others = task.assignments.filter(({ role }) => role === "coordinating");
    return [
      {
        taskId: task.id,
        number: task.document.number,
        issuedOn: fromDbDate(task.document.issuedOn),
        key: task.importKey,
        content: task.content,
        leadPhrase: task.leadPhrase ?? "",
        deadlinePhrase: leads[0]?.deadlinePhrase ?? "",
        coordinating: [
          ...others.map(({ agency }) => agency.name),
          ...task.coordination.map(({ phrase }) => phrase),
        ],
        leaderText: task.leaderText ?? "",
        note: task.note ?? "",
        statuses: leads.flatMap(({ state }) => sheetStatus(state)),
        percents: leads.map(({ percent }) => percent),
      },
    ];
  });
}

/** Ids of an issuer's documents by number and date; those that are missing are created. */
export async function ensureDocuments(
  tx: Store,
  issuer: string,
  documents: readonly Reference[],
): Promise<{ idOf: (reference: Reference) => number; created: number }> {
  const key = ({ number, issuedOn }: Reference) => `${fold(number)}\n${issuedOn}`;
  const wanted = new Map(documents.map((reference) => [key(reference), reference]));
  const dates = [...new Set(documents.map(({ issuedOn }) => new Date(issuedOn)))];
  const select = { id: true, number: true, issuedOn: true };
  const there = await tx.document.findMany({ where: { issuer, issuedOn: { in: dates } }, select });
  const ids = new Map<string, number>();
  const remember = (rows: typeof there): void => {
    for (const { id, number, issuedOn } of rows) {
      ids.set(key({ number, issuedOn: fromDbDate(issuedOn) }), id);
    }
  };
  remember(there);
  const missing = [...wanted].filter(([id]) => !ids.has(id)).map(([, reference]) => reference);
  remember(
    await tx.document.createManyAndReturn({
      data: missing.map(({ number, issuedOn }) => ({
        issuer,
        number,
        issuedOn: new Date(issuedOn),
      })),
      select,
    }),
  );
  return {
    created: missing.length,
    idOf: (reference) => {
      const id = ids.get(key(reference));
      if (id === undefined) throw new Error(`document not stored: ${reference.number}`);
      return id;
    },
  };
}
