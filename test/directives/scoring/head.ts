// What the document says of itself, against the labels that have it.
import type { DocumentHead } from "#src/directives/reading.ts";
import { fold } from "#src/language/fold.ts";
import type { DocumentLabel } from "./labels.ts";
import { sameName } from "./same-name.ts";
import type { Miss } from "./tally.ts";

const FIELDS = ["kind", "number", "issuer", "place", "issuedOn", "title", "signer"] as const;

const isSame = (expected: string, got: string): boolean =>
  fold(expected) === fold(got) || sameName(expected, got);

/** Each field that is told otherwise; what the label leaves out is not compared. */
export const scoreHead = (label: DocumentLabel, head: DocumentHead): Miss[] =>
  FIELDS.flatMap((field) => {
    const [expected, got] = [label[field], head[field]];
    if (expected === undefined) return [];
    const same =
      expected === null || expected === "" ? got === null : got !== null && isSame(expected, got);
    if (same) return [];
    return [
      { what: `document ${field}`, line: 0, expected: expected ?? "blank", got: got ?? "blank" },
    ];
  });
