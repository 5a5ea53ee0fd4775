import { Refused } from "../refused.ts";
import { commandsFor } from "../state/commands.ts";
import { messagesIn } from "../state/messages.ts";
import { behindMessage } from "./behind.ts";
import type { Behind, History, Menu } from "./contract.ts";
import { messageView } from "./message-view.ts";
import type { Page } from "./page.ts";
import { placeOf } from "./places.ts";

const usualPage = 60;
const longestPage = 200;

/** What stands behind `GET /playground/<name>`. */
export const gets: Record<string, (page: Page, query: URLSearchParams) => unknown> = {
  history: readHistory,
  commands: readMenu,
  behind: readBehind,
  clock: ({ playing }) => ({ now: playing.backend.world.now() }),
};

/** The newest messages before a place in the chat; deleted ones do not count. */
function readHistory({ cast, playing }: Page, query: URLSearchParams): History {
  const { world } = playing.backend;
  const chat = cast.chat(wholeNumber(query, "chat"));
  const limit = query.has("limit") ? wholeNumber(query, "limit") : usualPage;
  if (limit < 1 || limit > longestPage) throw new Refused(`limit: 1 to ${longestPage}`);
  const all = messagesIn(world, chat.id);
  const end = query.has("before") ? Math.max(0, wholeNumber(query, "before")) : all.length;
  const before = all.slice(0, end).filter(({ deleted }) => !deleted);
  return {
    messages: before.slice(-limit).map((record) => messageView(world, record)),
    hasMore: before.length > limit,
  };
}

function readMenu(page: Page, query: URLSearchParams): Menu {
  const { user, chat } = placeOf(page, wholeNumber(query, "person"), wholeNumber(query, "chat"));
  const commands = commandsFor(page.playing.backend.world, chat, user);
  return { commands: commands.map(({ command, description }) => ({ command, description })) };
}

async function readBehind(
  { playing, house, trail }: Page,
  query: URLSearchParams,
): Promise<Behind> {
  const { world, log } = playing.backend;
  const found = await behindMessage(
    { world, house, trail, calls: log.all },
    query.get("message") ?? "",
  );
  // The token is in no update and no argument; should it ever be, it stays here.
  return JSON.parse(JSON.stringify(found).replaceAll(world.bot.token, "…"));
}

/** @throws when the query has no such number */
function wholeNumber(query: URLSearchParams, name: string) {
  const number = Number(query.get(name) || Number.NaN);
  if (!Number.isSafeInteger(number)) throw new Refused(`${name}: a whole number is needed`);
  return number;
}
