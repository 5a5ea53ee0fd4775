// Diễn biến: who did what and when, the newest first, a page at a time. What may be seen follows
// the cards: one's own agency's part, or all for the secretariat and the leaders.
import { civilTime, civilToday } from "#src/calendar/zone.ts";
import { formatTaskCode } from "#src/language/task-code.ts";
import { showDate } from "#src/messages/format.ts";
import type { Language } from "#src/messages/language.ts";
import {
  type Button,
  bold,
  italic,
  list,
  paragraph,
  type Reply,
  type Run,
} from "#src/messages/reply.ts";
import { pageOf } from "#src/messages/words/commands.ts";
import * as words from "#src/messages/words/history.ts";
import { labels } from "#src/messages/words/tasks.ts";
import type { Request } from "#src/requests/request.ts";
import type { AssignmentRow } from "./assignment-store.ts";
import type { EventData, EventKind } from "./events.ts";
import { type Happening, happeningsOf, type Nudged, nudgesOf } from "./history-store.ts";
import { behindCode } from "./occurrence-view.ts";

const PAGE = 10;

type Entry = { at: Date; runs: Run[] };

const moment = (at: Date): Run => bold(`${showDate(civilToday(at))} ${civilTime(at)}`);

/** One event of one kind, whichever of the kinds it is. */
type Told<K extends EventKind> = { [P in K]: { kind: P; data: EventData<P> } }[K];

const textOf = <K extends EventKind>(
  language: Language,
  { kind, data }: Told<K>,
  about: words.About,
): string => words.eventText[kind](language, data, about);

const sentence = (language: Language, { event, about }: Happening): string => {
  const field =
    event.kind === "edited" ? (words.fields[event.data.field]?.(language) ?? event.data.field) : "";
  return textOf(language, event, { ...about, field });
};

const eventEntry = (language: Language, one: Happening, whose: string): Entry => {
  const { at, on, who, onBehalfOf, source } = one;
  const later = on === civilToday(at) ? "" : ` (${words.effectiveFrom(language, on)})`;
  return {
    at,
    runs: [
      moment(at),
      ` · ${words.doneBy(language, who, onBehalfOf)}${whose}: ${sentence(language, one)}${later}`,
      ...(source === null ? [] : [" ", italic(`[${words.fromMessage(language, source)}]`)]),
    ],
  };
};

/** Each nudge by a person is a line of its own; those of jobs are counted together. */
const nudgeEntries = (
  language: Language,
  nudges: readonly Nudged[],
  whose: (assignmentId: number) => string,
): Entry[] => {
  const byPeople = nudges.flatMap(({ who, at, assignmentId }): Entry[] =>
    who === null
      ? []
      : [
          {
            at,
            runs: [moment(at), ` · ${who}${whose(assignmentId)}: ${words.nudgedBy(language)}`],
          },
        ],
  );
  const byJobs = nudges.filter(({ who }) => who === null);
  const [last] = byJobs;
  if (last === undefined) return byPeople;
  const text = words.remindedByJob(language, byJobs.length, last.on);
  return [...byPeople, { at: last.at, runs: [moment(last.at), ` · ${text}`] }];
};

const pager = (language: Language, command: string, page: number, pages: number): Button[] => {
  const { back, next } = labels(language);
  const at = (label: string, wanted: number): Button => ({
    label,
    command: `${command} trang ${wanted}`,
    inPlace: true,
  });
  return [...(page > 1 ? [at(back, page - 1)] : []), ...(page < pages ? [at(next, page + 1)] : [])];
};

/** `rows`: the assignments whose part may be seen; `agency`: the one that was asked for. */
export const historyReply = async (
  request: Request,
  rows: readonly AssignmentRow[],
  taskId: number,
  agency: { name: string; code: string } | null,
  page: number,
): Promise<Reply> => {
  const { tx, language } = request;
  const ids = rows.map(({ id }) => id);
  const [happenings, nudges] = await Promise.all([
    happeningsOf(tx, taskId, ids),
    nudgesOf(tx, ids),
  ]);
  const several = new Set(rows.map(({ agencyId }) => agencyId)).size > 1;
  const byId = new Map(rows.map((row) => [row.id, row]));
  const whose = (assignmentId: number | null): string => {
    const row = byId.get(assignmentId ?? 0);
    if (row === undefined) return "";
    return `${several ? ` · ${row.agency.name}` : ""}${behindCode(language, row)}`;
  };
  const entries = [
    ...happenings.map((one) => eventEntry(language, one, whose(one.assignmentId))),
    ...nudgeEntries(language, nudges, whose),
    // Array.sort is stable: of one moment the later event stays first.
  ].sort((a, b) => b.at.getTime() - a.at.getTime());
  const code = formatTaskCode(taskId);
  const card = [
    { label: code, command: `/viec ${code}${agency === null ? "" : ` ${agency.code}`}` },
  ];
  const pages = Math.max(1, Math.ceil(entries.length / PAGE));
  const shown = Math.min(Math.max(1, page), pages);
  const lines = entries.slice((shown - 1) * PAGE, shown * PAGE).map(({ runs }) => runs);
  const command = `/lichsu ${code}${agency === null ? "" : ` ${agency.code}`}`;
  const turns = pager(language, command, shown, pages);
  return {
    blocks: [
      paragraph(bold(words.historyTitle(language, code, agency?.name ?? null))),
      ...(lines.length === 0 ? [paragraph(words.nothingYet(language, code))] : [list(lines)]),
      ...(pages > 1 ? [paragraph(pageOf(language, shown, pages))] : []),
    ],
    buttons: [...(turns.length === 0 ? [] : [turns]), card],
  };
};
