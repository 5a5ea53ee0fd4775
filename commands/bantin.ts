// Purpose: the week's status as plain text, to be pasted into any other group (Zalo, e-mail).
// Grammar:  /bantin [tuần trước | tuần 47 | 2026-W47]
// Codes and figures only; this week up to today where no week is named.
import { type CivilDate, startOfWeek } from "#src/calendar/civil-date.ts";
import { type Window, weekWindow } from "#src/calendar/periods.ts";
import { periodOfKey } from "#src/calendar/reporting-periods.ts";
import { code, paragraph } from "#src/messages/reply.ts";
import { UserError } from "#src/messages/user-error.ts";
import * as words from "#src/messages/words/bulletin.ts";
import { rolesFor } from "#src/people/permissions.ts";
import type { Command, Request } from "#src/requests/request.ts";
import { bulletin } from "#src/standings/bulletin.ts";
import { leadingWeek } from "#src/standings/week-asked.ts";

const LAST_WEEK = "/bantin tuần trước";

/** The week that is named; null where what was typed names none. */
const weekNamed = (typed: string, today: CivilDate): Window | null => {
  const asked = leadingWeek(typed, today);
  return asked === null || asked.rest !== "" ? null : (periodOfKey(asked.period)?.window ?? null);
};

const weekAsked = ({ args, today, language }: Request): Window => {
  const typed = args.trim();
  const week = typed === "" ? weekWindow(today) : weekNamed(typed, today);
  if (week === null || week.from > startOfWeek(today)) {
    const why = week === null ? words.noSuchWeek(language, typed) : words.weekAhead(language, week);
    throw new UserError({
      blocks: [paragraph(why, code(LAST_WEEK))],
      buttons: [[{ label: LAST_WEEK, command: LAST_WEEK }]],
    });
  }
  return week;
};

export const bantin: Command = {
  name: "bantin",
  aliases: ["tomtat", "bulletin"],
  summary: {
    vi: "Tình hình tuần dạng văn bản, để dán sang nhóm khác",
    en: "The week's status as text, to paste into another group",
  },
  example: "/bantin tuần trước",
  roles: rolesFor("see lists"),
  chats: ["private", "group"],
  kind: "read",
  run: async (request) => {
    const { tx, today, calendar, language } = request;
    return { reply: await bulletin(tx, weekAsked(request), today, calendar, language) };
  },
};
