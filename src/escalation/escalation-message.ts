// What one person is told: what waits, since when, and the first step to tap.
import type { CivilDate } from "#src/calendar/civil-date.ts";
import type { WorkCalendar } from "#src/calendar/working-days.ts";
import { shorten } from "#src/messages/format.ts";
import type { Language } from "#src/messages/language.ts";
import { type Block, type Button, bold, paragraph, type Reply } from "#src/messages/reply.ts";
import * as words from "#src/messages/words/escalation.ts";
import { ladderNames, type Rung } from "#src/office/ladders.ts";
import { type Actor, hasRole } from "#src/people/actor.ts";
import { maySeeContent, rolesFor } from "#src/people/permissions.ts";
import { agenciesOfTask } from "#src/tasks/card.ts";
import { formatMatter } from "#src/tasks/matter-code.ts";
import { lineStart, namedCode, shownCode } from "#src/tasks/occurrence-view.ts";
import { aboutOf, ladderOf, type Shown } from "./matter.ts";

export type Told = { matter: Shown; rung: Rung };

export type Day = { today: CivilDate; calendar: WorkCalendar };

const MOST_LINES = 12;
const MOST_BUTTONS = 4;
const LONGEST = 90;

const lineOf = ({ matter }: Told, actor: Actor, { today, calendar }: Day) => {
  const { row, kind, began } = matter;
  const content = maySeeContent(actor, agenciesOfTask(row)) ? row.task.content : "…";
  const days = calendar.workingDaysBetween(began, today);
  return {
    about: aboutOf(matter),
    runs: [
      ...lineStart(actor.language, row, row.agency.name),
      shorten(content, LONGEST),
      ` · ${words.since(actor.language, kind, began, days)}`,
    ],
  };
};

/** What the person can do about it at once; for most it is the card, with its own buttons. */
const buttonOf = ({ matter, rung }: Told, language: Language): Button => {
  const { row, kind, id } = matter;
  const named = namedCode(row);
  const about = aboutOf(matter);
  const labels = words.stepLabels(language);
  if (kind === "unreceived" && rung === "official") {
    const command = `/nhan ${named} ${row.agency.code}`;
    return { label: `${labels.receive} ${shownCode(language, row)}`, command, about };
  }
  // An explanation is given by the agency; a blocker is answered by those above it.
  const isTheirs = kind === "explanation" ? rung === "official" : rung !== "official";
  if ((kind === "explanation" || kind === "blocker") && isTheirs) {
    const matterCode = formatMatter(kind === "blocker" ? "VM" : "GT", id);
    return { label: `${labels.answer} ${matterCode}`, command: `/traloi ${matterCode}`, about };
  }
  const command = `/viec ${named} ${row.agency.code}`;
  return { label: `${shownCode(language, row)} · ${row.agency.code}`, command, about };
};

/** One message for one person; each matter stands in it once. */
export const escalationMessage = (told: readonly Told[], actor: Actor, day: Day): Reply => {
  const { language } = actor;
  const once = [...new Map(told.map((one) => [one.matter, one])).values()];
  const blocks: Block[] = [paragraph(bold(words.escalationTitle(language, day.today)))];
  for (const name of ladderNames) {
    const items = once.filter(({ matter }) => ladderOf[matter.kind] === name);
    if (items.length === 0) continue;
    blocks.push({ kind: "heading", runs: [words.ladderTitle(language, name)] });
    blocks.push({ kind: "list", items: items.map((one) => lineOf(one, actor, day)) });
  }
  const all = hasRole(actor, ...rolesFor("decide")) ? "/choxuly" : "/viec";
  const buttons = once.slice(0, MOST_BUTTONS).map((one) => [buttonOf(one, language)]);
  return {
    blocks,
    limit: { lines: MOST_LINES, language, command: all },
    buttons: [...buttons, [{ label: words.stepLabels(language).all, command: all }]],
  };
};
