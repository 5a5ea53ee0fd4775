// Does a task belong to a function that moves ("giảm nghèo")? A proposal only: people decide.
import { fold } from "#src/language/fold.ts";
import { readReformArea, reformArea } from "#src/language/reform-area.ts";

const wordsOf = (text: string): string[] => fold(text).match(/[\p{L}\p{Nd}]+/gu) ?? [];

/** The words of the function stand together in the task's content, or name its area. */
export const matchesFunction = (
  wanted: string,
  task: { content: string; area: string | null },
): boolean => {
  const phrase = wordsOf(wanted).join(" ");
  if (phrase === "") return false;
  if (` ${wordsOf(task.content).join(" ")} `.includes(` ${phrase} `)) return true;
  if (task.area === null) return false;
  const area = readReformArea(wanted);
  return fold(task.area) === fold(wanted) || (area !== null && reformArea(area).name === task.area);
};
