import type { CivilDate } from "#src/calendar/civil-date.ts";
import type { Column } from "./columns.ts";

/** What is wrong with a cell, so that the row cannot be taken. */
export type CellProblem =
  | { kind: "empty" | "not-a-percent" | "unknown-status" | "date-without-year" }
  | { kind: "finish-date-missing" | "finish-date-unexpected" }
  | { kind: "not-a-date"; nearest: CivilDate | null }
  | { kind: "after-import"; on: CivilDate }
  | { kind: "before-document"; issuedOn: CivilDate }
  | { kind: "unknown-agency"; phrase: string; nearest: string[] }
  | { kind: "ambiguous-agency"; phrase: string; candidates: string[] }
  | { kind: "ended-agency"; name: string; validTo: CivilDate | null }
  | { kind: "empty-group"; name: string; on: CivilDate }
  | { kind: "row-twice"; first: number }
  /** A task of several rows says this in another way than its first one. */
  | { kind: "parts-differ"; first: number }
  | { kind: "agency-twice"; name: string; first: number };

/** A row is numbered as the spreadsheet shows it; `cell` is what stands there, verbatim. */
export type CellError = { row: number; column: Column; cell: string; problem: CellProblem };

/** How something was understood that the reader should look at; it does not stop the import. */
export type CellNote = { row: number; column: Column } & (
  | { kind: "near-agency"; phrase: string; name: string }
  | { kind: "taken-over"; phrase: string; name: string }
  | { kind: "not-moved"; name: string }
  | { kind: "kept-as-phrase"; phrase: string }
  | { kind: "deadline-unclear"; phrase: string }
  | { kind: "deadline-unsure"; phrase: string }
  | { kind: "status-from-percent" }
);
