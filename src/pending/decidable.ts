// What is approved with /duyet and rejected with /tuchoi besides extensions (which go by the
// task's code): each kind has a prefix, and is named by it: PA-5, KN-3.
import type { Outcome, Request } from "#src/requests/request.ts";

export type Decidable = {
  /** Two capital letters. */
  prefix: "PA" | "KN";
  /** `rest`: what was typed behind the code. */
  approve: (request: Request, id: number, rest: string) => Promise<Outcome>;
  reject: (request: Request, id: number, rest: string) => Promise<Outcome>;
};

/** PA-5 at the start of what was typed: its prefix, number and the rest; null where there is none. */
export const readDecidable = (
  args: string,
): { prefix: Decidable["prefix"]; id: number; rest: string } | null => {
  const found = /^\s*(PA|KN)\s*-?\s*0*(\d{1,9})(?!\d)[\s:,–-]*/iu.exec(args);
  if (found === null) return null;
  return {
    prefix: found[1]?.toUpperCase() === "PA" ? "PA" : "KN",
    id: Number(found[2]),
    rest: args.slice(found[0].length).trim(),
  };
};
