// What waits for somebody's decision. One file a kind; `/choxuly` gathers them, and the ladder of
// escalation counts them.
import type { CivilDate } from "#src/calendar/civil-date.ts";
import type { Language } from "#src/messages/language.ts";
import type { Button, Run } from "#src/messages/reply.ts";
import type { Request } from "#src/requests/request.ts";

export type PendingItem = {
  /** Null where it is about no task: a ranking, a message. */
  taskId: number | null;
  agency: { id: number; name: string; code: string } | null;
  /** The civil day since which it waits. */
  since: CivilDate;
  /** One line about it, with the code and the agency. */
  runs: Run[];
  /** Its first step: mostly the card, on which the decision is tapped. */
  button: Button;
};

export type PendingSource = {
  /** What people filter by: /choxuly kết quả. Folded words, the first shown in examples. */
  words: readonly [string, ...string[]];
  title: (language: Language) => string;
  /** What its items are called where only their number is said; "items" where it says nothing. */
  unit?: (language: Language) => string;
  /** Decides all of one task's at once; `agencies`: as typed, where only theirs are shown. */
  allOf?: (language: Language, task: string, agencies: string) => Button;
  /** Only what this person may decide, the longest waiting first. */
  load: (request: Request) => Promise<PendingItem[]>;
};
