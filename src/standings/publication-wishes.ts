// What a group is to receive, as somebody types it: "xếp hạng thứ ba 09:00, duyệt trước, chỉ các
// sở". Each wish is cut out of the text; what is left names an agency, or was not understood.
import { type CivilDate, civilDate, weekdayOf } from "#src/calendar/civil-date.ts";
import type { WorkCalendar } from "#src/calendar/working-days.ts";
import { findClockTime } from "#src/language/clock-time.ts";
import { around, cutWords } from "#src/language/cut-words.ts";
import { readDate } from "#src/language/dates.ts";

export type Wishes = {
  /** Registers the group anew as one of the committee. */
  committee: boolean;
  ranking?: boolean;
  bulletin?: boolean;
  alerts?: boolean;
  approveFirst?: boolean;
  /** ISO weekday. */
  publishOn?: number;
  /** hh:mm */
  publishAt?: string;
  /** Names of ranking groups as typed; none = all of them. */
  groups?: readonly string[];
  rest: string;
};

const NO = "(?:khong|ko|bo|thoi|no|without)\\s+(?:dang\\s+|nhan\\s+|can\\s+)?";
const RANKING = "(?:bang\\s+)?(?:xep hang|ranking)(?:\\s+tuan)?";
const BULLETIN = "(?:ban tin|bulletin)(?:\\s+tuan)?";
const ALERTS = "(?:nhac(?:\\s+han)?|alerts?)";
const word = (pattern: string): RegExp => new RegExp(`(?<![a-z0-9])(?:${pattern})(?![a-z0-9])`);

type Rule = [pattern: RegExp, wish: Partial<Omit<Wishes, "rest">>];

// In this order: what denies before what affirms.
const RULES: readonly Rule[] = [
  [
    word("(?:nhom\\s+)?(?:ban chi dao|bcd|committee)(?:\\s+(?:cchc|cai cach hanh chinh))?"),
    { committee: true },
  ],
  [word(`${NO}${RANKING}`), { ranking: false }],
  [word(`${NO}${BULLETIN}`), { bulletin: false }],
  [word(`${NO}${ALERTS}`), { alerts: false }],
  [
    word(
      "(?:khong|ko|bo)\\s+(?:can\\s+)?duyet(?:\\s+truoc)?|dang ngay(?!\\s+(?:thu|chu nhat|t?\\d))|dang luon|(?:post )?directly",
    ),
    { approveFirst: false },
  ],
  [word("duyet(?:\\s+truoc)?(?:\\s+khi dang)?|approve(?:\\s+first)?"), { approveFirst: true }],
  [
    word("(?:cho\\s+)?(?:tat ca|moi|du)\\s+(?:cac\\s+)?nhom(?:\\s+co quan)?|all groups"),
    { groups: [] },
  ],
  [word(RANKING), { ranking: true }],
  [word(BULLETIN), { bulletin: true }],
  [word(ALERTS), { alerts: true }],
];

const ONLY = /(?<![a-z0-9])(?:chi|rieng|only)\s+(?:dang\s+|gom\s+|cho\s+|nhom\s+|cac\s+)*([^;]+)$/;
const WEEKDAY =
  /(?<![a-z0-9])(?:(thu\s+(?:hai|ba|tu|nam|sau|bay|[2-7])|chu nhat|monday|tuesday|wednesday|thursday|friday|saturday|sunday)|t([2-7]))(?![a-z0-9])/;
const FILLERS = word("dang|vao|luc|ngay|hang tuan|moi tuan|nhan|on|at|every|va|and|kem|them");

// Any Monday: only the weekday of what is read counts.
const SOME_DAY: CivilDate = civilDate("2026-11-23");

/** Groups are told apart by commas and "và"; what stands behind may be another wish. */
const groupNames = (typed: string): string[] =>
  typed
    .split(/[,&+]|\s+(?:và|va|and)\s+/i)
    .map((name) => name.replace(/^\s*(?:các|cac|nhóm|nhom)\s+/i, "").trim())
    .filter((name) => name !== "");

/** Something is said about the ranking or the bulletin, which an agency's own group does not get. */
export const isAboutPublishing = (wishes: Wishes): boolean =>
  [
    wishes.ranking,
    wishes.bulletin,
    wishes.approveFirst,
    wishes.publishOn,
    wishes.publishAt,
    wishes.groups,
  ].some((wish) => wish !== undefined);

export const readWishes = (text: string, calendar: WorkCalendar): Wishes => {
  const wishes: Wishes = { committee: false, rest: text };
  for (const [pattern, wish] of RULES) {
    const cut = cutWords(wishes.rest, pattern);
    if (cut !== null) Object.assign(wishes, wish, { rest: `${cut.before} , ${cut.behind}` });
  }
  const time = findClockTime(wishes.rest);
  if (time !== null) {
    Object.assign(wishes, { publishAt: time.time, rest: `${time.before} , ${time.behind}` });
  }
  const day = cutWords(wishes.rest, WEEKDAY);
  const named = day?.found[1] ?? (day?.found[2] === undefined ? "" : `thu ${day.found[2]}`);
  const read = named === "" ? null : readDate(named, SOME_DAY, calendar);
  if (day !== null && read?.kind === "date") {
    wishes.publishOn = weekdayOf(read.due);
    wishes.rest = `${day.before} , ${day.behind}`;
  }
  const only = cutWords(wishes.rest, ONLY);
  if (only !== null) {
    const typed = wishes.rest.normalize("NFC").slice(only.before.length);
    wishes.groups = groupNames(typed.replace(/^.*?(?:chỉ|chi|riêng|rieng|only)\s+/iu, ""));
    wishes.rest = only.before;
  }
  // Beside a wish about publishing little words say nothing; in an agency's name they do.
  while (isAboutPublishing(wishes)) {
    const cut = cutWords(wishes.rest, FILLERS);
    if (cut === null) break;
    wishes.rest = around(cut);
  }
  wishes.rest = wishes.rest.replace(/^[\s,;:.–-]+|[\s,;:.–-]+$/g, "").replace(/(\s*,)+\s*/g, ", ");
  return wishes;
};
