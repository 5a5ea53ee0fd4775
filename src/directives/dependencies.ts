// A synthesis needs what it is made of: "các sở báo cáo trước 15/10. Giao Sở Nội vụ tổng hợp trước
// 30/10" is two duties, and the second waits for the first.
import { fold } from "#src/language/fold.ts";
import type { Draft } from "./reading.ts";

type Loose = Omit<Draft, "dependsOn">;

const SYNTHESIS = /tong hop|theo doi,? don doc[^.;]{0,60}bao cao/u;
/** What is put together lies no farther off, in drafts. */
const REACH = 150;
const SENDS = /(?:gui|bao cao|qua|ve)[^.;]{0,80}$/u;

/** Whether a draft's words send something to an agency. */
function sendsTo(words: string, agency: string): boolean {
  const at = words.indexOf(agency);
  return at > 0 && SENDS.test(words.slice(0, at));
}

const parentOf = (clause: string): string => clause.replace(/(?:\.[^.]+|[-+*]\d+)$/u, "");

/** The drafts with the clauses whose results they need. Pure. */
export function dependencies(drafts: readonly Loose[]): Draft[] {
  const words = drafts.map(({ text }) => fold(text));
  return drafts.map((draft, place) => {
    const [lead] = draft.leads;
    if (draft.everyAgency || lead === undefined || !SYNTHESIS.test(words[place] ?? "")) {
      return { ...draft, dependsOn: [] };
    }
    const before = drafts[place - 1];
    const sameClause =
      before !== undefined &&
      before.clause === draft.clause &&
      before.leads[0] !== lead &&
      before.deadline.kind !== "none";
    const from = Math.max(0, place - REACH);
    const feeding = drafts.slice(from, place + REACH).filter((other, step) => {
      if (!other.everyAgency) return false;
      if (other.deadline.kind !== draft.deadline.kind && other.deadline.dueOn === null)
        return false;
      const near =
        parentOf(other.clause) === parentOf(draft.clause) ||
        draft.deadline.kind === other.deadline.kind;
      return (
        near &&
        other.clause !== draft.clause &&
        sendsTo(words[from + step] ?? "", fold(lead)) &&
        (other.deadline.dueOn ?? "") <= (draft.deadline.dueOn ?? "9")
      );
    });
    const needed = [...(sameClause ? [before.clause] : []), ...feeding.map(({ clause }) => clause)];
    return { ...draft, dependsOn: [...new Set(needed)] };
  });
}
