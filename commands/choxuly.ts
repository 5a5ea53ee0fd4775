// Purpose: what awaits this person's decision: results, proposals, rankings to post, and group
// messages that may not have arrived.   Grammar: /choxuly
import { unknownInGroups } from "#src/delivery/unknown-outcomes.ts";
import { formatTaskCode } from "#src/language/task-code.ts";
import { type Block, type Button, bold, list, paragraph } from "#src/messages/reply.ts";
import * as words from "#src/messages/words/people.ts";
import { may, rolesFor } from "#src/people/permissions.ts";
import type { Command, Request } from "#src/requests/request.ts";
import { findAssignments } from "#src/tasks/assignment-store.ts";
import { taskLine } from "#src/tasks/list-view.ts";

const MOST = 8;

type Part = { blocks: Block[]; buttons: Button[][] };

const part = (title: string, more: string, items: { runs: Block; button: Button }[]): Part => {
  if (items.length === 0) return { blocks: [], buttons: [] };
  const shown = items.slice(0, MOST);
  const rest = items.length - shown.length;
  return {
    blocks: [
      paragraph(bold(`${title} (${items.length})`)),
      ...shown.map(({ runs }) => runs),
      ...(rest > 0 ? [paragraph(more.replace("#", String(rest)))] : []),
    ],
    buttons: shown.map(({ button }) => [button]),
  };
};

const results = async (request: Request) => {
  const rows = await findAssignments(
    request.tx,
    { role: "lead", state: "awaiting_confirmation" },
    { skip: 0, take: 300, orderBy: [{ submittedOn: "asc" }, { taskId: "asc" }] },
  );
  return rows
    .filter((row) => may(request.actor, "decide", row.agencyId))
    .map((row) => {
      const code = formatTaskCode(row.taskId);
      return {
        runs: list([taskLine(row, request, true)]),
        button: {
          label: `${code} · ${row.agency.name}`,
          command: `/viec ${code} ${row.agency.code}`,
        },
      };
    });
};

const proposals = async ({ tx, actor }: Request) => {
  const rows = await tx.task.findMany({
    where: { status: "proposed" },
    include: { proposedFor: true },
    orderBy: { id: "asc" },
  });
  return rows
    .filter((row) => may(actor, "decide", row.proposedForId))
    .map((row) => {
      const code = formatTaskCode(row.id);
      return {
        runs: list([[bold(code), ` ${row.proposedFor?.name ?? ""}: ${row.content}`]]),
        button: { label: `${code} ✓`, command: `/xacnhan ${code}` },
      };
    });
};

const rankings = async ({ tx, actor, language }: Request) => {
  if (!may(actor, "publish ranking")) return [];
  const rows = await tx.publication.findMany({
    where: { state: "draft" },
    include: { binding: { include: { chat: true } } },
    orderBy: { id: "asc" },
  });
  return rows.map((row) => ({
    runs: list([[`${row.period} · ${row.binding.chat.title ?? ""}`]]),
    button: {
      label: `${words.pendingParts(language).post} ${row.period}`,
      command: `/dang ${row.period} ${row.bindingId}`,
    },
  }));
};

const unknown = async ({ tx, actor, language }: Request) => {
  if (!may(actor, "publish ranking")) return [];
  const rows = await unknownInGroups(tx);
  return rows.map((row) => ({
    runs: list([[`${row.key} · ${row.chat.title ?? ""}`]]),
    button: {
      label: `${words.pendingParts(language).again} · ${row.chat.title ?? ""}`,
      command: `/guilai ${row.id}`,
    },
  }));
};

export const choxuly: Command = {
  name: "choxuly",
  aliases: ["pending", "choquyetdinh", "choduyet"],
  summary: { vi: "Việc chờ anh/chị quyết định", en: "What awaits your decision" },
  example: "/choxuly",
  roles: rolesFor("decide"),
  chats: ["private"],
  kind: "read",
  run: async (request) => {
    const names = words.pendingParts(request.language);
    const more = names.more(-1).replace("-1", "#");
    const parts = [
      part(names.results, more, await results(request)),
      part(names.proposals, more, await proposals(request)),
      part(names.rankings, more, await rankings(request)),
      part(names.unknown, more, await unknown(request)),
    ];
    const blocks = parts.flatMap((one) => one.blocks);
    if (blocks.length === 0) {
      return { reply: { blocks: [paragraph(words.nothingPending(request.language))] } };
    }
    return { reply: { blocks, buttons: parts.flatMap((one) => one.buttons) } };
  },
};
