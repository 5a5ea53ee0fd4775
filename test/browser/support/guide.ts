// What docs/huong-dan.md tells people to say, and what it promises as the answer.
//
// A fenced block is one message that its part's person sends to the bot ("```nhóm": in the
// committee group). The quotation right after it is what the answer says; … leaves something out.
import { readFileSync } from "node:fs";
import path from "node:path";

export const GUIDE = path.join(import.meta.dirname, "../../../docs/huong-dan.md");

export type Step = {
  line: number;
  /** The part's heading: who speaks follows from it. */
  part: string;
  inGroup: boolean;
  says: string;
  /** Pieces that the answer holds, in this order; empty where none is promised. */
  hears: string[];
};

const plain = (markdown: string): string => markdown.replace(/\*\*|`/g, "").trim();

const quotedAfter = (lines: readonly string[], from: number): string[] => {
  let at = from;
  while (lines[at]?.trim() === "") at += 1;
  const quoted: string[] = [];
  for (; lines[at]?.startsWith(">"); at += 1) quoted.push(plain(lines[at]?.slice(1) ?? ""));
  return quoted
    .flatMap((text) => text.split("…"))
    .map((piece) => piece.trim())
    .filter((piece) => piece !== "");
};

/** All the steps of a guide, in their order. */
export const stepsOf = (markdown: string): Step[] => {
  const lines = markdown.split("\n");
  const steps: Step[] = [];
  let part = "";
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at] ?? "";
    if (line.startsWith("## ")) part = plain(line.slice(3));
    const fence = /^```(\S*)$/.exec(line);
    if (fence === null) continue;
    const end = lines.indexOf("```", at + 1);
    const says = lines.slice(at + 1, end).join("\n");
    const inGroup = fence[1] === "nhóm";
    steps.push({ line: at + 1, part, inGroup, says, hears: quotedAfter(lines, end + 1) });
    at = end;
  }
  return steps;
};

/** The pictures that a guide shows, by file name. */
export const picturesOf = (markdown: string): string[] =>
  [...markdown.matchAll(/!\[[^\]]+\]\([^)]*?([^/)]+\.webp)\)/g)].map(([, name = ""]) => name);

export const readGuide = (): string => readFileSync(GUIDE, "utf8");
