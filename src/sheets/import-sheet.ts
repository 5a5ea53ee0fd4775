import type { CivilDate } from "#src/calendar/civil-date.ts";
import type { WorkCalendar } from "#src/calendar/working-days.ts";
import type { Store, Tx } from "#src/database/client.ts";
import { makeReaders } from "./cell-readers.ts";
import { agencyOrder } from "./export-rows.ts";
import { applyImport, type Imported, type ImportTerms } from "./import-store.ts";
import { MAX_ASSIGNMENTS } from "./limits.ts";
import { type ImportPlan, planImport, tasksIn } from "./plan-import.ts";
import { type FileProblem, readSheet, type SheetLine } from "./read-sheet.ts";
import { knownIssuers, knownTasks } from "./register-store.ts";
import { sheetContext } from "./sheet-context.ts";
import { readRows, type SheetTask } from "./sheet-row.ts";

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

/** Sheets name the issuer row by row only where they were exported. */
function withIssuers(
  tasks: readonly SheetTask[],
  spelt: (issuer: string) => string,
  issuer: string,
): SheetTask[] {
  return tasks.map((task): SheetTask => {
    const { source } = task;
    if (source.of === "register") return task;
    const named = source.issuer === null ? issuer : spelt(source.issuer);
    return { ...task, source: { ...source, issuer: named } };
  });
}

async function planLines(tx: Store, lines: readonly SheetLine[], terms: PlanTerms) {
  const context = await sheetContext(tx, terms);
  const read = makeReaders(context);
  const { tasks, ...rest } = tasksIn(readRows(lines, read));
  const issuers = tasks.flatMap(({ source }) =>
    source.of === "document" && source.issuer !== null ? [source.issuer] : [],
  );
  const needsIssuer = tasks.some(
    ({ source }) => source.of === "document" && source.issuer === null,
  );
  const spelt = await knownIssuers(tx, [...issuers, terms.issuer]);
  const issuer = needsIssuer
    ? spelt(terms.issuer)
    : [...new Set(issuers.map(spelt))].join(", ") || terms.issuer;
  const named = withIssuers(tasks, spelt, issuer);
  const known = await knownTasks(tx, named);
  const house = { read, agencies: agencyOrder(context.agencies), needsIssuer };
  return { plan: planImport({ tasks: named, ...rest }, known, house), issuer };
}

/** Reads a sheet and says what taking it over would do; stores nothing. */
export async function planSheet(tx: Store, bytes: Uint8Array, terms: PlanTerms): Promise<Planned> {
  const reading = await readSheet(bytes);
  if (!reading.ok) return { kind: "unreadable", problem: reading.problem };
  const { plan, issuer } = await planLines(tx, reading.table.lines, terms);
  const assignments = plan.create.reduce(
    (sum, { shares, coordinating }) =>
      shares.reduce((leads, share) => leads + share.leads.length, sum) + coordinating.length,
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
