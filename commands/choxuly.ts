// Purpose: what awaits this person's decision (src/pending: one file a kind).
// Grammar: /choxuly
import { type Block, type Button, bold, list, paragraph } from "#src/messages/reply.ts";
import * as words from "#src/messages/words/pending.ts";
import { pendingSources } from "#src/pending/index.ts";
import type { PendingItem } from "#src/pending/pending.ts";
import { rolesFor } from "#src/people/permissions.ts";
import type { Command } from "#src/requests/request.ts";

const MOST = 8;

type Part = { blocks: Block[]; buttons: Button[][] };

const part = (title: string, more: (count: number) => string, items: PendingItem[]): Part => {
  if (items.length === 0) return { blocks: [], buttons: [] };
  const shown = items.slice(0, MOST);
  const rest = items.length - shown.length;
  return {
    blocks: [
      paragraph(bold(`${title} (${items.length})`)),
      ...shown.map(({ runs }) => list([runs])),
      ...(rest > 0 ? [paragraph(more(rest))] : []),
    ],
    buttons: shown.map(({ button }) => [button]),
  };
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
    const { language } = request;
    const more = (count: number) => words.morePending(language, count);
    const parts: Part[] = [];
    for (const source of pendingSources) {
      parts.push(part(source.title(language), more, await source.load(request)));
    }
    const blocks = parts.flatMap((one) => one.blocks);
    if (blocks.length === 0) {
      return { reply: { blocks: [paragraph(words.nothingPending(language))] } };
    }
    return { reply: { blocks, buttons: parts.flatMap((one) => one.buttons) } };
  },
};
