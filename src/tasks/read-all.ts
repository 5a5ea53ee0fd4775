import { around, cutWords } from "#src/language/cut-words.ts";

/** "tất cả các xã trừ xã A, xã B ngày 14/10", in its parts, verbatim. */
export type AllWords = { only: string; except: string | null; day: string };

const ALL = /^(?:tat ca|toan bo|all)(?= |,|$)/;
const DAY = /(?:^| )(?:ngay|on) \d[\d/.-]*/;
const EXCEPT = /(?:^| |,)(?:ngoai tru|tru ra|tru|except)(?= |:|$)/;

/** Reads what stands behind a task's code; null where it does not speak of all. */
export const readAll = (rest: string): AllWords | null => {
  const all = cutWords(rest, ALL);
  if (all === null) return null;
  const day = cutWords(all.behind, DAY);
  const names = (day === null ? all.behind : around(day)).replace(/^[\s,:;]+|[\s,:;]+$/g, "");
  const except = cutWords(names, EXCEPT);
  return {
    only: (except === null ? names : except.before).replace(/[\s,:;]+$/, ""),
    except: except === null ? null : except.behind.replace(/^[\s:]+/, ""),
    day: day?.taken ?? "",
  };
};
