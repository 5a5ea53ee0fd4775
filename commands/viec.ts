// Purpose: my agency's tasks by urgency, paged in place; the card of one.
// Grammar:  /viec [của tôi] [quá hạn | đến hạn | chờ xác nhận | xong | chưa rõ hạn | tất cả | phối hợp]
//                 [agency] [trang 2]
//           /viec NV-012 [Quý III] [agency]      (of a recurring duty: one of its periods)

import { agencyOrAsk } from "#src/agencies/find-agency.ts";
import { formatTaskCode } from "#src/language/task-code.ts";
import { bold, list, paragraph, type Reply } from "#src/messages/reply.ts";
import { UserError } from "#src/messages/user-error.ts";
import { listTitles, noSuchTask, severalAgencies } from "#src/messages/words/commands.ts";
import { myTasks } from "#src/messages/words/reception.ts";
import { ownAgencies } from "#src/people/actor.ts";
import { may, maySeeContent, rolesFor } from "#src/people/permissions.ts";
import type { Command, Request } from "#src/requests/request.ts";
import { type AssignmentRow, findAssignments } from "#src/tasks/assignment-store.ts";
import { agenciesOfTask, renderCard } from "#src/tasks/card.ts";
import { currentOf, onePerAgency } from "#src/tasks/current-assignment.ts";
import { listReply, taskLine } from "#src/tasks/list-view.ts";
import { readListFilter } from "#src/tasks/list-words.ts";
import { takePeriod } from "#src/tasks/named-occurrence.ts";
import { readTask } from "#src/tasks/read-task.ts";

const MOST_SHOWN = 20;

/** A task of many agencies: how each stands, to those who see them all. */
const overview = (request: Request, rows: AssignmentRow[], code: string): Reply => ({
  blocks: [
    paragraph(bold(severalAgencies(request.language, code, rows.length))),
    paragraph(rows[0]?.task.content ?? ""),
    list(rows.slice(0, MOST_SHOWN).map((row) => taskLine(row, request, true).slice(1))),
    ...(rows.length > MOST_SHOWN ? [paragraph(`… +${rows.length - MOST_SHOWN}`)] : []),
  ],
});

const card = async (request: Request, number: number, typed: string): Promise<Reply> => {
  const { tx, actor, language } = request;
  const code = formatTaskCode(number);
  const rows = await findAssignments(
    tx,
    { taskId: number, task: { status: "registered" } },
    { skip: 0, take: 500, orderBy: [{ role: "asc" }, { agencyId: "asc" }] },
  );
  const visible = rows.filter((row) => maySeeContent(actor, agenciesOfTask(row)));
  if (visible.length === 0)
    throw new UserError({ blocks: [paragraph(noSuchTask(language, code))] });
  const meant = takePeriod(visible, typed, request);
  const { rest } = meant;
  if (rest !== "") {
    const agency = await agencyOrAsk(request, rest, (name) => `/viec ${code} ${name}`);
    const named = currentOf(meant.rows.filter((row) => row.agencyId === agency.id));
    const open = named !== undefined && may(actor, "see content", agency.id);
    if (named !== undefined && open) return renderCard(named, request);
  }
  const own = currentOf(meant.rows.filter((row) => ownAgencies(actor).includes(row.agencyId)));
  const leading = onePerAgency(meant.rows.filter((row) => row.role === "lead"));
  // Whoever gave it up to another agency no longer counts, unless nobody has it.
  const held = leading.filter(({ state }) => state !== "transferred");
  const leads = held.length > 0 ? held : leading;
  const shown = own ?? (leads.length === 1 ? leads[0] : undefined);
  return shown === undefined ? overview(request, leads, code) : renderCard(shown, request);
};

export const viec: Command = {
  name: "viec",
  aliases: ["tasks", "nhiemvu", "nv"],
  summary: {
    vi: "Các việc của cơ quan, hoặc một nhiệm vụ",
    en: "Tasks of the agency, or one task",
  },
  example: "/viec quá hạn",
  roles: rolesFor("see content"),
  chats: ["private", "group"],
  kind: "read",
  run: async (request) => {
    const read = readTask(request.args);
    if (read !== null) return { reply: await card(request, read.number, read.rest) };
    const { filter, page, agencyName } = await readListFilter(request, "viec", "open");
    const titles = listTitles(request.language);
    const coordinating = filter.role === "coordinating" ? ` · ${titles.coordinating}` : "";
    const mine = filter.heldBy === undefined ? "" : ` · ${myTasks(request.language)}`;
    const whose = agencyName === null ? "" : ` · ${agencyName}`;
    const words = request.args.replace(/\b(trang|page)\s*\d+/i, "").trim();
    const title = `${titles[filter.listing]}${coordinating}${mine}${whose}`;
    return {
      reply: await listReply(request, { command: `/viec ${words}`, filter, page, title }),
    };
  },
};
