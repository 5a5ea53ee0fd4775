import { fromDbDate } from "#src/calendar/civil-date.ts";
import { civilToday } from "#src/calendar/zone.ts";
import { formatTaskCode } from "#src/language/task-code.ts";
import { code } from "#src/messages/reply.ts";
import { matterLabels } from "#src/messages/words/blockers.ts";
import { overdueSince } from "#src/messages/words/explanations.ts";
import { hasRole } from "#src/people/actor.ts";
import { presentOn } from "#src/people/people-store.ts";
import { may } from "#src/people/permissions.ts";
import type { Request } from "#src/requests/request.ts";
import {
  answeredExplanations,
  askersOf,
  type ExplanationRow,
  overdueExplanations,
} from "#src/tasks/explanation-store.ts";
import { formatMatter } from "#src/tasks/matter-code.ts";
import { behindCode, namedCode } from "#src/tasks/occurrence-view.ts";
import type { PendingItem, PendingSource } from "./pending.ts";

/** The secretariat sees them all, a leader those that they asked for themselves. */
const concerns = async ({ tx, actor, today }: Request, row: ExplanationRow): Promise<boolean> => {
  if (!may(actor, "ask explanation", row.agencyId)) return false;
  if (hasRole(actor, "secretariat")) return true;
  return (await presentOn(tx, await askersOf(tx, row), today)).includes(actor.personId);
};

const itemOf = ({ language }: Request, row: ExplanationRow): PendingItem[] => {
  const { id, agency, assignment, answer, answeredAt, dueOn } = row;
  if (assignment === null) return [];
  const request = formatMatter("GT", id);
  const due = dueOn === null ? null : fromDbDate(dueOn);
  const labels = matterLabels(language);
  const stands =
    answeredAt === null && due !== null
      ? overdueSince(language, due)
      : `${labels.explanationsAnswered}: ${answer ?? ""}`;
  return [
    {
      taskId: row.taskId,
      agency,
      since: answeredAt === null ? (due ?? civilToday(row.askedAt)) : civilToday(answeredAt),
      runs: [
        code(formatTaskCode(assignment.taskId)),
        `${behindCode(language, assignment)} · ${request} ${agency.name}: ${stands}`,
      ],
      button: {
        label: `${request} · ${agency.name}`,
        command: `/viec ${namedCode(assignment)} ${agency.code}`,
      },
    },
  ];
};

/** Explanations that did not come in time, and those that came and are to be closed. */
export const explanations: PendingSource = {
  words: ["giai trinh", "explanations"],
  title: (language) => matterLabels(language).explanations,
  load: async (request) => {
    const { tx, today } = request;
    const rows = [...(await overdueExplanations(tx, today)), ...(await answeredExplanations(tx))];
    const items: PendingItem[] = [];
    for (const row of rows) {
      if (await concerns(request, row)) items.push(...itemOf(request, row));
    }
    return items;
  },
};
