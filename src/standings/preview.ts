// What a group's next ranking would be, looked at without fixing or posting anything.
import { addDays, isoWeekKey, startOfWeek } from "#src/calendar/civil-date.ts";
import { type Window, weekWindow } from "#src/calendar/periods.ts";
import type { Store } from "#src/database/client.ts";
import type { Language } from "#src/messages/language.ts";
import type { Reply } from "#src/messages/reply.ts";
import type { Request } from "#src/requests/request.ts";
import type { RankingChat } from "./publish.ts";
import { forGroups, weeklyReply } from "./weekly-message.ts";
import { previewWeek } from "./weekly-store.ts";

/** The draft that waits for a group, if one does. */
export const draftOf = async (
  store: Store,
  { bindingId }: Pick<RankingChat, "bindingId">,
): Promise<{ period: string; reply: Reply } | null> => {
  const found = await store.publication.findFirst({
    where: { bindingId, state: "draft" },
    orderBy: { period: "desc" },
  });
  // A reply is plain JSON by its type (src/messages/reply.ts).
  return found && { period: found.period, reply: found.payload as unknown as Reply };
};

/**
 * The week whose ranking comes next: the one that ended, until its figures are fixed on the first
 * working day after it; then the one that runs.
 */
export const nextWeek = async ({
  tx,
  today,
  calendar,
}: Pick<Request, "tx" | "today" | "calendar">): Promise<Window> => {
  const monday = startOfWeek(today);
  const ended = weekWindow(addDays(monday, -1));
  const taken = await tx.standingSnapshot.count({ where: { period: isoWeekKey(ended.to) } });
  return taken === 0 && today <= calendar.nextWorkingDay(monday) ? ended : weekWindow(today);
};

/** The very message, as of the moment; null where no agency of these groups is ranked. */
export const previewReply = async (
  request: Pick<Request, "tx" | "today" | "calendar">,
  groupIds: readonly number[],
  language: Language,
): Promise<{ reply: Reply; unfinished: boolean } | null> => {
  const week = await nextWeek(request);
  const figures = forGroups(await previewWeek(request.tx, week, request.today), groupIds);
  if (figures.rankings.length === 0) return null;
  return { reply: weeklyReply(language, figures), unfinished: week.to > request.today };
};
