// The bulletin of a week as a group gets it: at the group's own time. Where the ranking is approved
// first, the bulletin, which tells of it too, goes with the approved ranking.

import { isoWeekKey } from "#src/calendar/civil-date.ts";
import type { Window } from "#src/calendar/periods.ts";
import { periodOfKey } from "#src/calendar/reporting-periods.ts";
import type { WorkCalendar } from "#src/calendar/working-days.ts";
import type { Store } from "#src/database/client.ts";
import type { OutgoingMessage } from "#src/messages/reply.ts";
import { bulletin } from "./bulletin.ts";
import { bulletinChats, type RankingChat } from "./publish.ts";

type To = Pick<RankingChat, "bindingId" | "chatId" | "threadId">;

const messageTo = async (
  tx: Store,
  to: To,
  week: Window,
  calendar: WorkCalendar,
): Promise<OutgoingMessage> => ({
  to: { chatId: to.chatId, threadId: to.threadId },
  kind: "ranking",
  key: `weekly-bulletin:${isoWeekKey(week.to)}:${to.bindingId}`,
  reply: await bulletin(tx, week, week.to, calendar),
});

/** For the groups that want it now; `momentOf` is the time of a group, null at once. */
export const bulletinMessages = async (
  tx: Store,
  week: Window,
  calendar: WorkCalendar,
  momentOf: (chat: RankingChat) => Date | null,
): Promise<OutgoingMessage[]> => {
  const messages: OutgoingMessage[] = [];
  for (const chat of await bulletinChats(tx)) {
    if (chat.approveFirst && chat.wantsRanking) continue;
    const notBefore = momentOf(chat);
    const message = await messageTo(tx, chat, week, calendar);
    messages.push(notBefore === null ? message : { ...message, notBefore });
  }
  return messages;
};

/** What goes with a ranking that was just approved; none where the group wants no bulletin. */
export const bulletinWith = async (
  tx: Store,
  { period, bindingId }: { period: string; bindingId: number },
  ranking: OutgoingMessage,
  calendar: WorkCalendar,
): Promise<OutgoingMessage[]> => {
  const chat = (await bulletinChats(tx)).find((one) => one.bindingId === bindingId);
  const week = periodOfKey(period)?.window;
  if (chat === undefined || week === undefined) return [];
  const { notBefore } = ranking;
  const message = await messageTo(tx, chat, week, calendar);
  return [notBefore === undefined ? message : { ...message, notBefore }];
};
