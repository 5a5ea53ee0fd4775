// A duty as it stands in its own words, before the document's other parts are consulted.
import type { ReformAreaCode } from "#src/language/reform-area.ts";
import type { Lead } from "./leads.ts";
import type { DraftDeadline, DraftTarget, Span } from "./reading.ts";

export type Duty = {
  clause: string;
  text: string;
  lead: Lead;
  coordinating: readonly string[];
  deadline: DraftDeadline;
  targets: readonly DraftTarget[];
  area: ReformAreaCode;
  /** The area of the headings above it, which a document may give to one agency. */
  headingArea: ReformAreaCode | null;
  span: Span;
};
