// Clauses in a row that are one duty: what only completes the words before it goes with them, what
// has its own time or its own agency begins another.

import { fold } from "#src/language/fold.ts";
import type { DeadlineMention } from "#src/language/mention.ts";
import { planYearMention } from "#src/language/plan-year.ts";
import type { TimeContext } from "#src/language/time-reading.ts";
import type { Source } from "#src/language/tokens.ts";
import type { Clause } from "./clauses.ts";
import type { Subject } from "./subjects.ts";
import { startsAsTask } from "./what-is-a-duty.ts";

/** Several clauses that are one duty, in a row. */
export type ClauseGroup = {
  clauses: Clause[];
  main: DeadlineMention | null;
  subject: Subject | null;
};

const COMPLETION =
  /^(?:va |thoi gian |thoi han |viec nay |cong viec nay |noi dung nay |tat ca )?(?:phai |can |dam bao |bao dam |phan dau )?(?:hoan thanh|hoan tat|xong|thoi gian|thoi han|han|cham nhat|truoc ngay|den het|trong quy|trong thang|trong nam|bao cao|gui|trinh|nop|tong hop|ket qua)(?!\p{L})/u;
const OWN_SENTENCE =
  /^(?:viec nay |cong viec nay |noi dung nay |tat ca |thoi gian |thoi han )?(?:phai |can )?(?:hoan thanh(?: xong)?(?: viec)?|hoan tat|xong|thoi gian|thoi han|cham nhat)(?: (?:trong|truoc|trong thang|trong quy|vao|thuc hien|hoan thanh|cong viec)| ?:)/u;
const LONGEST_COMPLETION = 26;
const GOES_ON =
  /^(?:trong do|nhat la|dac biet|dong thoi|qua do|trong so do|bao gom|gom|cu the|theo do|tu do)(?!\p{L})/u;

const isTimed = ({ main }: { main: DeadlineMention | null }): boolean =>
  main !== null && main.kind !== "weak" && main.kind !== "phase";
const isDated = ({ main }: { main: DeadlineMention | null }): boolean =>
  main?.kind === "due" || main?.kind === "impossible";

/** "hoàn thành trước ngày …", "báo cáo … trước ngày …": says only when what stands before is due. */
function completes(words: string, clause: Clause, sameSentence: boolean): boolean {
  if (!isDated(clause) && clause.main?.kind !== "recurring") return false;
  if (!sameSentence) return isDated(clause) && OWN_SENTENCE.test(words);
  return isDated(clause) && COMPLETION.test(words) && words.split(" ").length <= LONGEST_COMPLETION;
}

/** A command, or agencies by their own names: surely another's duty begins. */
const isNamed = ({ list, commanded }: Subject): boolean =>
  commanded || list.items.every(({ group }) => !group);

/** The duties among the clauses of one item. Pure. */
export function groupClauses(text: string, clauses: readonly Clause[]): ClauseGroup[] {
  const groups: ClauseGroup[] = [];
  const onlyDate = clauses.filter(isTimed).length === 1 ? clauses.find(isDated) : undefined;
  const start = (clause: Clause, subject: Subject | null): void => {
    groups.push({ clauses: [clause], main: clause.main, subject });
  };
  for (const clause of clauses) {
    const group = groups.at(-1);
    const previous = group?.clauses.at(-1);
    if (group === undefined || previous === undefined) {
      start(clause, clause.subject);
      continue;
    }
    const sameSentence = previous.sentence === clause.sentence;
    const words = fold(text.slice(clause.from, clause.to));
    const join = (): void => {
      group.clauses.push(clause);
      if (!isTimed(group) && clause.main !== null && (isTimed(clause) || group.main === null))
        group.main = clause.main;
    };
    if (
      clause.subject !== null &&
      (isNamed(clause.subject) || group.subject !== null || !sameSentence)
    ) {
      start(clause, clause.subject);
    } else if (completes(words, clause, sameSentence) && !isTimed(group)) join();
    else if (isTimed(clause)) {
      // The only date of an item, at the end of a sentence, is that of the whole sentence.
      const closes =
        sameSentence && clause === onlyDate && clause === clauses.at(-1) && !isTimed(group);
      if (closes) join();
      else start(clause, sameSentence || startsAsTask(words) ? group.subject : null);
    } else if (sameSentence) {
      if (!isTimed(group) || isDated(group) || GOES_ON.test(words)) join();
      else start(clause, group.subject);
    } else if (isTimed(group)) start(clause, startsAsTask(words) ? group.subject : null);
    else join();
  }
  return groups;
}

/** The year of a plan that a group asks for, where it says nothing else of time. */
export const planYearOf = (source: Source, group: ClauseGroup, context: TimeContext) => {
  const [first] = group.clauses;
  const last = group.clauses.at(-1);
  if (
    first === undefined ||
    last === undefined ||
    (group.main !== null && group.main.kind !== "weak")
  )
    return null;
  return planYearMention(source, first.firstToken, last.nextToken, context);
};
