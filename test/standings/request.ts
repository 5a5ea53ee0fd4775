// A request as the commands take it, and its answer as plain text.
import { makeWorkCalendar } from "#src/calendar/working-days.ts";
import type { Tx } from "#src/database/client.ts";
import type { Block, Reply, Run } from "#src/messages/reply.ts";
import { UserError } from "#src/messages/user-error.ts";
import type { Grant } from "#src/people/actor.ts";
import type { Command, Request } from "#src/requests/request.ts";
import { d } from "./facts.ts";
import { at } from "./register.ts";

export const calendar = makeWorkCalendar([]);

type Asked = { today?: string; language?: "vi" | "en"; grants?: Grant[] };

const requestFor = (tx: Tx, args: string, asked: Asked): Request => {
  const { today = "2026-11-25", language = "vi", grants = [] } = asked;
  return {
    who: { channel: "test", externalId: "1", displayName: "An", username: null },
    actor: { personId: 1, fullName: "An", language, grants },
    chat: { id: 1, kind: "private", threadId: 0, title: null },
    args,
    attached: [],
    via: "message",
    now: at(today),
    today: d(today),
    language,
    calendar,
    inviteLink: () => null,
    inboxId: null,
    tx,
  };
};

/** The reply, or that of the UserError that the command throws. */
export async function ask(tx: Tx, command: Command, args = "", asked: Asked = {}): Promise<Reply> {
  try {
    return (await command.run(requestFor(tx, args, asked))).reply;
  } catch (error) {
    if (error instanceof UserError) return error.reply;
    throw error;
  }
}

const runText = (run: Run): string => {
  if (typeof run === "string") return run;
  return Object.values(run).join("");
};
const runsText = (runs: readonly Run[]): string => runs.map(runText).join("");

const blockLines = (block: Block): string[] => {
  switch (block.kind) {
    case "heading":
    case "paragraph":
      return [runsText(block.runs)];
    case "list":
      return block.items.map((item) => `- ${runsText(item.runs)}`);
    case "table":
      return [block.header, ...block.rows].map((cells) => cells.join(" | "));
    case "details":
      return [`> ${block.summary}`, ...block.blocks.flatMap(blockLines)];
  }
};

export const linesOf = (reply: { blocks: readonly Block[] }): string[] =>
  reply.blocks.flatMap(blockLines);

export const commandsOf = (reply: Reply): string[] =>
  (reply.buttons ?? []).flat().map((button) => button.command);
