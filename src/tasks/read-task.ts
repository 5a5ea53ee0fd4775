import { findTaskCodes } from "#src/language/task-code.ts";

/** A task's number and what was typed besides it; null where there is none. */
export const readTask = (args: string): { number: number; rest: string } | null => {
  const [first] = findTaskCodes(args);
  if (first === undefined) return null;
  const before = args.slice(0, first.from).trim();
  const behind = args
    .slice(first.to)
    .replace(/^[\s:,·–-]+/, "")
    .trim();
  return { number: first.number, rest: [before, behind].filter((part) => part !== "").join(" ") };
};
