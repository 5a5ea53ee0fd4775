// Quiet hours: what nobody asked for right now waits for the morning; it is held, never dropped.
import { addDays } from "#src/calendar/civil-date.ts";
import { civilTime, civilToday, instantAt } from "#src/calendar/zone.ts";
import type { MessageKind } from "#src/messages/reply.ts";

/** Civil times (hh:mm) from … to; the same time twice means that it is never quiet. */
export type QuietHours = { quietFrom: string; quietTo: string };

/** The end of the quiet hours that a moment lies in; null where it is not quiet then. */
export const quietUntil = (moment: Date, { quietFrom, quietTo }: QuietHours): Date | null => {
  if (quietFrom === quietTo) return null;
  const time = civilTime(moment);
  const today = civilToday(moment);
  if (quietFrom < quietTo) {
    return time >= quietFrom && time < quietTo ? instantAt(today, quietTo) : null;
  }
  // Across midnight: the evening of one day, the early morning of the next.
  if (time >= quietFrom) return instantAt(addDays(today, 1), quietTo);
  return time < quietTo ? instantAt(today, quietTo) : null;
};

/** The first moment from this one on at which it is not quiet. */
export const afterQuiet = (moment: Date, quiet: QuietHours): Date =>
  quietUntil(moment, quiet) ?? moment;

const WAITING: readonly string[] = ["notice", "alert", "ranking"] satisfies MessageKind[];

/** Answers and redrawn cards go out at any hour; what others are told of does not. */
export const waitsForMorning = (kind: string): boolean => WAITING.includes(kind);
