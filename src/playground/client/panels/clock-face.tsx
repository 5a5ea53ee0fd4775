// The province's date and time, drawn again with every minute; on its way, where it is.
import { useEffect, useState } from "preact/hooks";
import { civilDate, clockTime, nextMinute, weekday } from "../civil.ts";
import { civilNow, desk } from "../state.ts";
import { language } from "../words.ts";

/** Civil epoch ms as the clock's face shows it now. */
export function useClock(): number {
  const [, setTick] = useState(0);
  const busy = desk.value?.busy;
  const isMoving = busy?.kind === "clock";
  const now = isMoving ? busy.at : civilNow();
  useEffect(() => {
    if (isMoving) return undefined;
    const timer = setTimeout(() => setTick((tick) => tick + 1), nextMinute(now) - now + 50);
    return () => clearTimeout(timer);
  });
  return now;
}

/** Thứ Hai, 23/11/2026 · 07:31: the weekday goes first where there is no room. */
export const ClockFace = ({ at }: { at: number }) => (
  <time class="clock-face" dateTime={new Date(at).toISOString()}>
    <span class="clock-weekday">{weekday(at, language.value)}, </span>
    <span class="clock-date">{civilDate(at)}</span>
    <span aria-hidden="true"> · </span>
    <span class="clock-time">{clockTime(at)}</span>
  </time>
);
