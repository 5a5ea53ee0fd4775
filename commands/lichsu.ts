// Purpose: who did what to a task and when, from which message; the newest first, paged in place.
// Grammar:  /lichsu NV-012 [AGENCY] [trang 2]
import { agencyOrAsk } from "#src/agencies/find-agency.ts";
import { formatTaskCode } from "#src/language/task-code.ts";
import { paragraph, say } from "#src/messages/reply.ts";
import { UserError } from "#src/messages/user-error.ts";
import { contentHidden, noSuchTask, whichTask } from "#src/messages/words/commands.ts";
import { may, maySeeContent, rolesFor } from "#src/people/permissions.ts";
import type { Command, Outcome, Request } from "#src/requests/request.ts";
import type { AssignmentRow } from "#src/tasks/assignment-store.ts";
import { agenciesOfTask } from "#src/tasks/card.ts";
import { historyReply } from "#src/tasks/history-view.ts";
import { rowsOfTask } from "#src/tasks/named-part.ts";
import { readTask } from "#src/tasks/read-task.ts";

const PAGE = /(?:^|\s)(?:trang|page)\s*(\d{1,4})\s*$/iu;

/** What was handed over goes along: the parts that a visible one was transferred from. */
const withOrigins = (
  rows: readonly AssignmentRow[],
  visible: readonly AssignmentRow[],
): AssignmentRow[] => {
  const found = new Map(visible.map((row) => [row.id, row]));
  for (const row of found.values()) {
    const origin = rows.find(({ id }) => id === row.originId);
    if (origin !== undefined) found.set(origin.id, origin);
  }
  return [...found.values()];
};

const run = async (request: Request): Promise<Outcome> => {
  const { language, actor, args } = request;
  const read = readTask(args);
  if (read === null) {
    const text = whichTask(language, "/lichsu NV-012");
    const half = { command: "lichsu", missing: "task" as const, before: "", after: args.trim() };
    throw new UserError(say(text), half);
  }
  const code = formatTaskCode(read.number);
  const rows = await rowsOfTask(request, read.number);
  const [first] = rows;
  if (first === undefined || !maySeeContent(actor, agenciesOfTask(first))) {
    throw new UserError({
      blocks: [paragraph(noSuchTask(language, code))],
      buttons: [[{ label: "/viec", command: "/viec" }]],
    });
  }
  const page = Number(PAGE.exec(read.rest)?.[1] ?? 1);
  const named = read.rest.replace(PAGE, "").trim();
  const agency =
    named === "" ? null : await agencyOrAsk(request, named, (name) => `/lichsu ${code} ${name}`);
  const visible = rows.filter(
    (row) =>
      may(actor, "see content", row.agencyId) && (agency === null || row.agencyId === agency.id),
  );
  if (agency !== null && visible.length === 0) throw new UserError(say(contentHidden(language)));
  const shown = withOrigins(rows, visible);
  return { reply: await historyReply(request, shown, read.number, agency, page) };
};

export const lichsu: Command = {
  name: "lichsu",
  aliases: ["history", "dienbien"],
  summary: { vi: "Diễn biến của một nhiệm vụ", en: "What happened to a task" },
  example: "/lichsu NV-012",
  roles: rolesFor("see content"),
  chats: ["private", "group"],
  kind: "read",
  run,
};
