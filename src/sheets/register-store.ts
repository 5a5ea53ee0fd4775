import { type CivilDate, fromDbDate, toDbDate } from "#src/calendar/civil-date.ts";
import type { Store } from "#src/database/client.ts";
import { fold } from "#src/language/fold.ts";
import type { RegisterTask } from "./export-rows.ts";
import { loadRegister } from "./register-tasks.ts";
import type { SheetTask } from "./sheet-row.ts";

const CHUNK = 1_000;

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

/** Each issuer that rows name, as the register spells it already. */
export async function knownIssuers(
  tx: Store,
  typed: readonly string[],
): Promise<(issuer: string) => string> {
  const spelt = new Map<string, string>();
  for (const issuer of new Set(typed)) spelt.set(issuer, await knownIssuer(tx, issuer));
  return (issuer) => spelt.get(issuer) ?? issuer;
}

type Named = Pick<SheetTask, "source" | "issuedOn" | "key">;

const idIn = (code: string): number => Number(/^NV-(\d+)/.exec(code)?.[1] ?? 0);

/** The tasks of the register that the rows of a sheet may speak of, all that is known of them. */
export async function knownTasks(tx: Store, rows: readonly Named[]): Promise<RegisterTask[]> {
  const dates = [...new Set(rows.map(({ issuedOn }) => issuedOn))].map(toDbDate);
  const issuers = rows.flatMap(({ source }) =>
    source.of === "document" && source.issuer !== null ? [source.issuer] : [],
  );
  const codes = rows.flatMap(({ source }) => (source.of === "register" ? [source.code] : []));
  const byCode = [{ id: { in: codes.map(idIn) } }, { importKey: { in: codes } }];
  return loadRegister(tx, {
    task: {
      OR: [
        { document: { issuer: { in: [...new Set(issuers)] }, issuedOn: { in: dates } } },
        ...(codes.length > 0
          ? [{ documentId: null, registeredOn: { in: dates }, OR: byCode }]
          : []),
      ],
    },
  });
}

type Reference = { number: string; issuer: string; issuedOn: CivilDate };

/** Ids of documents by issuer, number and date; those that are missing are created. */
export async function ensureDocuments(
  tx: Store,
  documents: readonly Reference[],
): Promise<{ idOf: (reference: Reference) => number; created: number }> {
  const key = ({ number, issuer, issuedOn }: Reference) =>
    [issuer, fold(number), issuedOn].join("\n");
  const wanted = new Map(documents.map((reference) => [key(reference), reference]));
  const dates = [...new Set(documents.map(({ issuedOn }) => issuedOn))].map(toDbDate);
  const issuers = [...new Set(documents.map(({ issuer }) => issuer))];
  const select = { id: true, number: true, issuer: true, issuedOn: true };
  const there = await tx.document.findMany({
    where: { issuer: { in: issuers }, issuedOn: { in: dates } },
    select,
  });
  const ids = new Map<string, number>();
  const remember = (rows: typeof there): void => {
    for (const { id, issuedOn, ...row } of rows) {
      ids.set(key({ ...row, issuedOn: fromDbDate(issuedOn) }), id);
    }
  };
  remember(there);
  const missing = [...wanted].filter(([id]) => !ids.has(id)).map(([, reference]) => reference);
  for (let at = 0; at < missing.length; at += CHUNK) {
    const data = missing
      .slice(at, at + CHUNK)
      .map(({ issuedOn, ...reference }) => ({ ...reference, issuedOn: toDbDate(issuedOn) }));
    remember(await tx.document.createManyAndReturn({ data, select }));
  }
  return {
    created: missing.length,
    idOf: (reference) => {
      const id = ids.get(key(reference));
      if (id === undefined) throw new Error(`document not stored: ${reference.number}`);
      return id;
    },
  };
}
