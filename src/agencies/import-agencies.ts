import { addDays, type CivilDate, toDbDate } from "#src/calendar/civil-date.ts";
import type { Store } from "#src/database/client.ts";
import { fold } from "#src/language/fold.ts";
import { loadDirectory } from "./agencies-store.ts";
import type { AgencyError, AgencyRow } from "./agency-csv.ts";
import type { AgencyValue } from "./directory.ts";

/** Names of the agencies that were added, changed or found as they stand; or why nothing was. */
export type AgencyImport =
  | { kind: "imported"; added: string[]; changed: string[]; unchanged: string[]; groups: string[] }
  | { kind: "refused"; errors: AgencyError[] };

type Stated = Pick<AgencyRow, "name" | "code" | "validFrom" | "validTo">;

const keyOf = ({ name, validFrom }: Stated): string => `${name} ${validFrom ?? ""}`;
const dbDate = (date: CivilDate | null): Date | null => (date === null ? null : toDbDate(date));

/** The agency that a successor's code or name means: the one valid on the day after the end. */
function successorOf(row: AgencyRow, all: readonly Stated[]): Stated | undefined {
  if (row.successor === null || row.validTo === null) return undefined;
  const day = addDays(row.validTo, 1);
  const wanted = fold(row.successor);
  const called = all.filter(
    (each) =>
      keyOf(each) !== keyOf(row) && (fold(each.code) === wanted || fold(each.name) === wanted),
  );
  const covers = ({ validFrom, validTo }: Stated) =>
    (validFrom === null || validFrom <= day) && (validTo === null || day <= validTo);
  return called.find(covers) ?? called.find(({ validFrom }) => validFrom && validFrom > day);
}

function problems(rows: readonly AgencyRow[], known: readonly AgencyValue[]): AgencyError[] {
  const all: Stated[] = [...rows, ...known];
  const restated = new Set(rows.map(keyOf));
  const taken = known.filter((agency) => !restated.has(keyOf(agency)));
  return rows.flatMap((row): AgencyError[] => {
    const errors: AgencyError[] = [];
    const clash = taken.some((a) => a.code === row.code && a.validFrom === row.validFrom);
    if (clash) {
      errors.push({ row: row.row, column: "code", cell: row.code, problem: "code-twice" });
    }
    if (row.successor !== null && successorOf(row, all) === undefined) {
      const cell = row.successor;
      errors.push({ row: row.row, column: "successor", cell, problem: "unknown-successor" });
    }
    return errors;
  });
}

const sameAs = (row: AgencyRow, old: AgencyValue, groupId: number | null): boolean =>
  row.code === old.code &&
  row.type === old.type &&
  row.ranked === old.ranked &&
  row.validTo === old.validTo &&
  groupId === old.groupId &&
  [...row.aliases].sort().join("|") === [...old.aliases].sort().join("|");

/** Creates the groups that are not there yet; all groups by name. */
async function ensureGroups(tx: Store, rows: readonly AgencyRow[]) {
  const groups = await tx.agencyGroup.findMany({ select: { id: true, name: true } });
  const ids = new Map(groups.map(({ id, name }) => [name, id]));
  const named = new Set(rows.map(({ group }) => group).filter((name) => name !== null));
  const missing = [...named].filter((name) => !ids.has(name));
  const created = await tx.agencyGroup.createManyAndReturn({
    data: missing.map((name, at) => ({ name, sortOrder: groups.length + at })),
  });
  for (const { id, name } of created) ids.set(name, id);
  return { ids, added: missing };
}

/** Writes down who takes over from whom, from the day after the end; how many were new. */
async function addSuccessions(tx: Store, rows: readonly AgencyRow[]): Promise<Set<string>> {
  const { agencies, successions } = await loadDirectory(tx);
  const ids = new Map(agencies.map((agency) => [keyOf(agency), agency.id]));
  const known = new Set(successions.map(({ fromId, toId }) => `${fromId} ${toId}`));
  const fresh = rows.flatMap((row) => {
    const heir = successorOf(row, agencies);
    const fromId = ids.get(keyOf(row));
    const toId = heir && ids.get(keyOf(heir));
    if (fromId === undefined || toId === undefined || row.validTo === null) return [];
    if (known.has(`${fromId} ${toId}`)) return [];
    return [{ key: keyOf(row), fromId, toId, effectiveOn: toDbDate(addDays(row.validTo, 1)) }];
  });
  await tx.agencySuccession.createMany({
    data: fresh.map(({ fromId, toId, effectiveOn }) => ({
      fromId,
      toId,
      effectiveOn,
      kind: "rename" as const,
    })),
  });
  return new Set(fresh.map(({ key }) => key));
}

/**
 * Takes over a list of agencies: an agency is known by its name and first day; the order of the
 * rows is the order of the lists. Refuses before anything is written, so all or nothing.
 */
export async function importAgencies(tx: Store, rows: readonly AgencyRow[]): Promise<AgencyImport> {
  const { agencies } = await loadDirectory(tx);
  const errors = problems(rows, agencies);
  if (errors.length > 0) return { kind: "refused", errors };

  const groups = await ensureGroups(tx, rows);
  const before = new Map(agencies.map((agency) => [keyOf(agency), agency]));
  const valuesOf = (row: AgencyRow) => ({
    code: row.code,
    type: row.type,
    groupId: row.group === null ? null : (groups.ids.get(row.group) ?? null),
    ranked: row.ranked,
    validTo: dbDate(row.validTo),
    sortOrder: rows.indexOf(row) + 1,
  });
  const added = rows.filter((row) => !before.has(keyOf(row)));
  const created = await tx.agency.createManyAndReturn({
    data: added.map((row) => ({
      ...valuesOf(row),
      name: row.name,
      validFrom: dbDate(row.validFrom),
    })),
    select: { id: true },
  });
  await tx.agencyAlias.createMany({
    data: created.flatMap(({ id }, at) =>
      (added[at]?.aliases ?? []).map((alias) => ({ agencyId: id, alias })),
    ),
  });

  const changed = new Set<string>();
  for (const row of rows) {
    const old = before.get(keyOf(row));
    if (old === undefined) continue;
    const values = valuesOf(row);
    await tx.agency.update({ where: { id: old.id }, data: values });
    if (sameAs(row, old, values.groupId)) continue;
    changed.add(keyOf(row));
    await tx.agencyAlias.deleteMany({ where: { agencyId: old.id } });
    await tx.agencyAlias.createMany({
      data: row.aliases.map((alias) => ({ agencyId: old.id, alias })),
    });
  }
  const renamed = await addSuccessions(tx, rows);
  const kept = rows.filter((row) => before.has(keyOf(row)));
  const isChanged = (row: AgencyRow) => changed.has(keyOf(row)) || renamed.has(keyOf(row));
  return {
    kind: "imported",
    added: added.map(({ name }) => name),
    changed: kept.filter(isChanged).map(({ name }) => name),
    unchanged: kept.filter((row) => !isChanged(row)).map(({ name }) => name),
    groups: groups.added,
  };
}
