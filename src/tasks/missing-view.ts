// The lists of /chuabaocao: names one a line, so that they can be pasted anywhere; a channel cuts
// a long list between its lines, into as many messages as it takes.
import { fromDbDate } from "#src/calendar/civil-date.ts";
import { formatTaskCode } from "#src/language/task-code.ts";
import { showDate } from "#src/messages/format.ts";
import { type Block, type Button, bold, paragraph, type Reply } from "#src/messages/reply.ts";
import * as words from "#src/messages/words/missing.ts";
import type { Request } from "#src/requests/request.ts";
import { isAskedFor, type LeadRow, missingGroup, missingGroups, type Which } from "./missing.ts";
import type { LeadLine } from "./missing-store.ts";
import { typedFor } from "./missing-words.ts";
import { periodOf } from "./occurrence-view.ts";

/** The value that most of them have; "" counts as one. */
const commonest = (values: readonly string[]): string => {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? "";
};

const dueText = ({ dueOn }: LeadRow): string => (dueOn === null ? "" : showDate(fromDbDate(dueOn)));

export type MissingList = {
  taskId: number;
  /** Null where it is not to be pasted about. */
  content: string | null;
  missing: readonly LeadLine[];
  agencies: number;
  /** Agencies that nobody is connected for. */
  unbound: ReadonlySet<number>;
};

type Usual = { due: string; occurrence: string };

const nameLine = (
  row: LeadLine,
  at: number,
  { unbound }: MissingList,
  usual: Usual,
  request: Request,
): string => {
  const { language } = request;
  const said = words.notes(language);
  const due = dueText(row);
  const isUnreceived = row.state === "assigned" && missingGroup(row, request.today) === "overdue";
  const notes = [
    ...(row.percent > 0 ? [`${row.percent}%`] : []),
    ...(isUnreceived ? [said.unreceived] : []),
    ...(row.occurrence === usual.occurrence ? [] : [periodOf(language, row)]),
    ...(due === usual.due || due === "" ? [] : [`${said.due} ${due}`]),
  ];
  const mark = unbound.has(row.agencyId) ? " *" : "";
  return `${at + 1}. ${row.agency.name}${notes.length === 0 ? "" : ` (${notes.join(", ")})`}${mark}`;
};

const nudgeButtons = (
  { taskId, missing }: MissingList,
  names: string,
  { language, today }: Request,
): Button[][] => {
  const named = formatTaskCode(taskId);
  return (["all", "overdue", "unreceived"] satisfies Which[]).flatMap((which) => {
    const count = missing.filter((row) => isAskedFor(row, which, today)).length;
    if (count === 0 || (which !== "all" && count === missing.length)) return [];
    const command = `/dondoc ${named} ${typedFor[which]} ${names}`.replace(/\s+/g, " ").trim();
    return [[{ label: words.nudgeButton(language, which, count), command }]];
  });
};

/** Who has not reported on one task. */
export const missingReply = (request: Request, shown: MissingList, names: string): Reply => {
  const { language, today } = request;
  const { missing, agencies, taskId, content, unbound } = shown;
  const usual: Usual = {
    due: commonest(missing.map(dueText)),
    occurrence: commonest(missing.map(({ occurrence }) => occurrence)),
  };
  const period = periodOf(language, usual);
  const title = words.missingTitle(language, formatTaskCode(taskId), missing.length, agencies);
  const groups = missingGroups.flatMap((group): Block[] => {
    const rows = missing.filter((row) => missingGroup(row, today) === group);
    if (rows.length === 0) return [];
    const lines = rows.map((row, at) => nameLine(row, at, shown, usual, request));
    return [
      paragraph(bold(words.groupTitle(language, group, rows.length))),
      paragraph(lines.join("\n")),
    ];
  });
  const marked = missing.some(({ agencyId }) => unbound.has(agencyId));
  return {
    blocks: [
      paragraph(bold(title)),
      ...(content === null ? [] : [paragraph(content)]),
      paragraph(words.asOf(language, usual.due === "" ? null : usual.due, period, today)),
      ...groups,
      ...(marked ? [paragraph(words.nobodyBoundNote(language))] : []),
    ],
    buttons: nudgeButtons(shown, names, request),
  };
};
