// What a decision about agencies means, as values. A party without an id yet is one that the
// decision makes: its id is negative.
import type { SuccessionKind } from "#prisma/generated/enums.ts";
import type { AgencyValue } from "#src/agencies/directory.ts";
import type { CivilDate } from "#src/calendar/civil-date.ts";

export type Party = {
  id: number;
  name: string;
  code: string;
  type: string;
  groupId: number | null;
  ranked: boolean;
};

export const isNew = ({ id }: Party): boolean => id < 0;

/** Tasks by number, else words that mean a person or a function; `to` null = stays. */
export type OrderMove = { numbers: number[]; words: string; to: Party | null };

export type OrderProblem =
  | { kind: "unknown"; phrase: string; nearest: { name: string; code: string }[] }
  | { kind: "ambiguous"; phrase: string; nearest: { name: string; code: string }[] }
  /** It had ended before that day; `heirs` stand for it. */
  | { kind: "ended"; name: string; heirs: { name: string; code: string }[] }
  /** Another decision ends it, or is this very one. */
  | { kind: "ending"; name: string; on: CivilDate; number: number | null }
  | { kind: "done already"; number: number; applied: boolean }
  /** It began on that day or later. */
  | { kind: "too young"; name: string; since: CivilDate }
  | { kind: "exists"; name: string; of: string }
  | { kind: "same name"; name: string }
  | { kind: "one only"; names: string[] }
  | { kind: "one receiver"; names: string[] }
  | { kind: "two needed" }
  | { kind: "undated decision"; number: string }
  | { kind: "future decision"; date: CivilDate }
  | { kind: "unclear day"; phrase: string; nearest: CivilDate | null }
  | { kind: "code taken"; code: string; by: string }
  | { kind: "no code"; name: string }
  | { kind: "which new"; phrase: string; names: string[] }
  | { kind: "unknown group"; phrase: string; names: string[] }
  /** Said, not refused. */
  | { kind: "like another"; name: string; other: { name: string; code: string } };

/** Problems that are only said. */
export const isRemark = ({ kind }: OrderProblem): boolean => kind === "like another";

export type OrderStep =
  | "from"
  | "function"
  | "to"
  | "decision"
  | "effective"
  /** Something that was said of it cannot be used. */
  | "amend"
  | "confirm"
  /** Nothing that is asked would help: it stands already, or cannot be. */
  | "refused";

export type Order = {
  kind: SuccessionKind;
  from: AgencyValue[];
  /** Those of `from` that end. */
  ended: AgencyValue[];
  to: Party[];
  /** Takes what nobody else was named for; null: that stays where it is. */
  rest: Party | null;
  function: string | null;
  decision: { number: string; date: CivilDate } | null;
  effectiveOn: CivilDate | null;
  moves: OrderMove[];
  /** Names taken in spite of a slip. */
  near: { phrase: string; name: string }[];
  problems: OrderProblem[];
  step: OrderStep;
};

/** An earlier decision, as far as a new one can repeat it. */
export type KnownOrder = {
  number: number;
  kind: SuccessionKind;
  decision: string;
  effectiveOn: CivilDate;
  fromIds: readonly number[];
  toIds: readonly number[];
  function: string | null;
  applied: boolean;
};
