// What may follow /chuabaocao and /dondoc: a task, who of its agencies, and a message to them.
import { around, cutWords } from "#src/language/cut-words.ts";
import { findTaskCodes } from "#src/language/task-code.ts";
import type { Which } from "./missing.ts";

export type MissingWords = {
  taskId: number | null;
  which: Which;
  /** Names of agencies and groups, as typed; "" = all. */
  names: string;
  page: number;
  message: string;
};

const PAGE = /(?:^| )(?:trang|page) ?(\d{1,4})(?= |$)/;
const WHO = "(?:(?:nhung |cac )?(?:co quan|don vi) )?";
const WHICH: readonly [RegExp, Which][] = [
  [new RegExp(`(?:^| |,)${WHO}(?:chua (?:tiep )?nhan|unreceived)(?= |,|$)`), "unreceived"],
  [new RegExp(`(?:^| |,)${WHO}(?:qua han|tre han|overdue)(?= |,|$)`), "overdue"],
  [new RegExp(`(?:^| |,)${WHO}(?:chua (?:bao cao|nop)(?: ket qua)?|unreported)(?= |,|$)`), "all"],
];

/** What is typed for it. */
export const typedFor: Record<Which, string> = {
  all: "",
  unreceived: "chưa nhận",
  overdue: "quá hạn",
};

/** A message to the agencies begins behind a colon or on a new line. */
const MESSAGE = /[:：]\s+|[:：](?!\d)|\n/u;

const tidy = (text: string): string =>
  text.replace(/\s+/g, " ").replace(/^[\s,;–-]+|[\s,;]+$/g, "");

/** Reads them; the words that it does not know are taken for names. */
export const readMissing = (args: string): MissingWords => {
  const text = args.normalize("NFC");
  const [code] = findTaskCodes(text);
  const head = code === undefined ? "" : text.slice(0, code.from);
  const behind = code === undefined ? text : text.slice(code.to);
  const colon = MESSAGE.exec(behind);
  const said = colon === null ? behind : behind.slice(0, colon.index);
  let names = tidy(`${head} ${said}`);
  const page = cutWords(names, PAGE);
  if (page !== null) names = around(page);
  let which: Which = "all";
  for (const [pattern, value] of WHICH) {
    const cut = cutWords(names, pattern);
    if (cut === null) continue;
    names = around(cut);
    which = value;
    break;
  }
  return {
    taskId: code?.number ?? null,
    which,
    names: tidy(names),
    page: Number(page?.found[1] ?? 1),
    message: colon === null ? "" : behind.slice(colon.index + colon[0].length).trim(),
  };
};
