import { loadDirectory } from "#src/agencies/agencies-store.ts";
import { eraOf } from "#src/agencies/directory.ts";
import { type AgencyIndex, makeAgencyIndex } from "#src/agencies/name-index.ts";
import type { CivilDate } from "#src/calendar/civil-date.ts";
import type { WorkCalendar } from "#src/calendar/working-days.ts";
import type { Store, Tx } from "#src/database/client.ts";
import { applyImport, type Imported, type ImportTerms } from "./import-store.ts";
import { MAX_ASSIGNMENTS } from "./limits.ts";
import { type ImportPlan, planImport } from "./plan-import.ts";
import { type FileProblem, readSheet, type SheetLine } from "./read-sheet.ts";
import { knownIssuer, knownTasks } from "./register-store.ts";
import { readRows } from "./sheet-row.ts";

export type PlanTerms = { issuer: string; on: CivilDate; calendar: WorkCalendar };

/** A plan, with the issuer as the register spells it; or why the file cannot be read. */
export type Planned =
  | { kind: "planned"; plan: ImportPlan; issuer: string }
  | { kind: "unreadable"; problem: FileProblem };

export type SheetImport =
  | { kind: "unreadable"; problem: FileProblem }
  /** Rows have errors: nothing was stored. */
  | { kind: "refused"; plan: ImportPlan; issuer: string }
  | { kind: "imported"; plan: ImportPlan; issuer: string; imported: Imported };

async function planLines(tx: Store, lines: readonly SheetLine[], terms: PlanTerms) {
  const directory = await loadDirectory(tx);
  const eras = new Map<CivilDate | null, AgencyIndex>();
  const agenciesOn = (date: CivilDate): AgencyIndex => {
    const era = eraOf(directory, date);
    const index = eras.get(era) ?? makeAgencyIndex(directory, date);
    eras.set(era, index);
    return { ...index, on: date };
  };
  const { calendar, on } = terms;
  const readings = readRows(lines, { agenciesOn, calendar, on });
  const issuer = await knownIssuer(tx, terms.issuer);
  const documents = readings.flatMap((each) => (each.kind === "task" ? [each.task] : []));
  return { plan: planImport(readings, await knownTasks(tx, issuer, documents)), issuer };
}

/** Reads a sheet and says what taking it over would do; stores nothing. */
export async function planSheet(tx: Store, bytes: Uint8Array, terms: PlanTerms): Promise<Planned> {
  const reading = await readSheet(bytes);
  if (!reading.ok) return { kind: "unreadable", problem: reading.problem };
  const { plan, issuer } = await planLines(tx, reading.table.lines, terms);
  const assignments = plan.create.reduce(
    (sum, task) => sum + task.leads.length + task.coordinating.length,
    0,
  );
  if (assignments > MAX_ASSIGNMENTS) {
    return { kind: "unreadable", problem: { kind: "too-many-assignments" } };
  }
  return { kind: "planned", plan, issuer };
}

/** Takes a sheet over in the caller's transaction: everything in it that is new, or nothing. */
export async function importSheet(
  tx: Tx,
  bytes: Uint8Array,
  terms: ImportTerms & { calendar: WorkCalendar },
): Promise<SheetImport> {
  const planned = await planSheet(tx, bytes, terms);
  if (planned.kind === "unreadable") return planned;
  const { plan, issuer } = planned;
  if (plan.errors.length > 0) return { kind: "refused", plan, issuer };
  const imported = await applyImport(tx, plan, { ...terms, issuer });
  return { kind: "imported", plan, issuer, imported };
}
