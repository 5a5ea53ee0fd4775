// What the tour's card says of what was done, and of what is being done.

import { shortMoment } from "../civil.ts";
import { chats, desk, persons } from "../state.ts";
import { language, say } from "../words.ts";
import * as words from "../words-tour.ts";
import { byChat } from "./journey.ts";
import { journey } from "./journey-watch.ts";
import { rolesIn } from "./roles.ts";
import type { Phase } from "./tour-now.ts";
import { isRide } from "./tour-script.ts";
import type { Told } from "./tour-state.ts";

/** When the clock arrived and how much came on the way, as the beginning of a sentence. */
function rideText(): string {
  const ridden = journey.value;
  if (ridden === null) return "";
  const many = byChat(ridden, chats.value).length;
  const moment = shortMoment(ridden.to, language.value);
  return say(words.ridden(moment, ridden.came.length, many));
}

/** How the step before this one ended. */
export function toldText({ step, how }: Told, code: string | null): string {
  if (how === "lost") return say(words.taskGone);
  if (how === "already") return say(words.doneBefore);
  if (how === "skipped") return say(words.wasSkipped(say(words.stepNames[step])));
  const text = say(words.after[step](code ?? "NV"));
  return isRide(step) ? `${rideText()} ${text}` : text;
}

export function phaseText(now: Phase): string {
  const roles = desk.value === null ? null : rolesIn(desk.value);
  switch (now.kind) {
    case "typing":
      return say(words.typing(persons.value.get(roles?.[now.who].id ?? 0)?.name ?? ""));
    case "waiting":
      return say(words.waiting);
    case "moving":
      return say(words.moving);
    case "asked":
      return say(words.asked);
    case "late":
      return say(words.late((desk.value?.faults.length ?? 0) > 0));
    case "failed":
      return say(words.failed);
  }
}
