// Parts a line such as "Sở A, Sở B thành Sở C" where its names allow it: names hold the same words
// ("UBND thành phố", "Thanh tra tỉnh").
import type { SuccessionKind } from "#prisma/generated/enums.ts";
import { allFolded } from "./folded.ts";
import { startsLikeName } from "./new-names.ts";
import { bareFunction } from "./order-text.ts";

/** Is every name in this piece known? */
export type Knows = (names: string) => boolean;

export type Parts = { from: string; to: string; into: boolean; function: string };

const INTO: Record<Exclude<SuccessionKind, "move_function">, RegExp> = {
  rename: /\s+(?:thanh|sang|->|=>|→|to)(?=\s|$)/g,
  merge: /\s+(?:thanh|(vao|ve|into)|->|=>|→)(?=\s|$)/g,
  split: /\s+(?:thanh|ra|->|=>|→|into)(?=\s|$)/g,
  dissolve:
    /[\s,]+(?:va )?(?:giao|ban giao|chuyen(?: giao)?|ve|cho|sang|->)(?: (?:ve|cho|sang))?(?=\s|$)/g,
};
const TAKES_OVER = /\s+(?:tiep nhan|dam nhiem|thuc hien|tiep quan)\b.*$/g;
const OUT_OF = /(?:^|\s+)(?:tu|cua|khoi|from)(?=\s)/g;
const OVER_TO = /\s+(?:sang|ve|cho|qua|giao cho|den|->|to)(?=\s|$)/g;
const WHAT = /\s+(?:chuc nang|linh vuc|nhiem vu|mang)\s/g;
const tidy = (text: string): string => text.replace(/^[\s,:]+|[\s,:.]+$/g, "");

const splitMove = (line: string, knows: Knows): Parts => {
  const overs = allFolded(line, OVER_TO);
  const found = allFolded(line, OUT_OF).flatMap((out) =>
    overs
      .filter(({ from }) => from > out.to)
      .map((over) => {
        const behind = line.slice(over.to);
        const [what] = out.from === 0 ? allFolded(behind, WHAT) : [];
        const to = what === undefined ? behind : behind.slice(0, what.from);
        return {
          function: bareFunction(
            what === undefined ? line.slice(0, out.from) : behind.slice(what.from),
          ),
          from: tidy(line.slice(out.to, over.from)),
          to: tidy(to),
        };
      }),
  );
  const score = (one: { from: string; to: string }) =>
    Number(knows(one.from)) * 2 + Number(knows(one.to));
  const [best] = found.sort((a, b) => score(b) - score(a));
  if (best !== undefined) return { ...best, into: true };
  const [over] = overs.filter(({ to }) => knows(tidy(line.slice(to))));
  if (over === undefined) return { function: bareFunction(line), from: "", to: "", into: true };
  const what = bareFunction(line.slice(0, over.from));
  return { function: what, from: "", to: tidy(line.slice(over.to)), into: true };
};

/** Who changes and into what; what is not said stays "". */
export const splitLine = (kind: SuccessionKind, line: string, knows: Knows): Parts => {
  if (kind === "move_function") return splitMove(line, knows);
  const places = allFolded(line, INTO[kind]);
  const at =
    places.find(({ from }) => knows(tidy(line.slice(0, from)))) ??
    places.find(({ to }) => startsLikeName(line.slice(to).trim())) ??
    places[0];
  if (at === undefined) return { from: tidy(line), to: "", into: false, function: "" };
  const behind = line.slice(at.to);
  const [over] = kind === "dissolve" ? allFolded(behind, TAKES_OVER) : [];
  return {
    from: tidy(line.slice(0, at.from)),
    to: tidy(over === undefined ? behind : behind.slice(0, over.from)),
    into: kind === "dissolve" || (at.groups[0] ?? "") !== "",
    function: "",
  };
};
