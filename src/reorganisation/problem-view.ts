// What is said about an order that cannot be taken as it is.
import type { SuccessionKind } from "#prisma/generated/enums.ts";
import type { Language } from "#src/messages/language.ts";
import type { Button } from "#src/messages/reply.ts";
import * as words from "#src/messages/words/reorganisation-problems.ts";
import type { LayoutProblem } from "./lay-out.ts";
import type { OrderProblem } from "./order.ts";
import type { OrderText } from "./order-text.ts";

export type Problem = OrderProblem | LayoutProblem;

export const problemText = (language: Language, kind: SuccessionKind, one: Problem): string => {
  switch (one.kind) {
    case "unknown":
      return words.unknownAgency(language, one.phrase, one.nearest);
    case "ambiguous":
      return words.ambiguousAgency(language, one.phrase, one.nearest);
    case "ended":
      return words.endedAgency(language, one.name, one.heirs);
    case "ending":
      return words.endingAgency(language, one.name, one.on, one.number);
    case "done already":
      return words.standsAlready(language, one.number, one.applied);
    case "too young":
      return words.tooYoung(language, one.name, one.since);
    case "exists":
      return words.existsAlready(language, one.name);
    case "same name":
      return words.sameName(language, one.name);
    case "one only":
      return words.oneOnly(language, one.names);
    case "one receiver":
      return words.oneReceiver(language, one.names);
    case "two needed":
      return words.twoNeeded(language, kind);
    case "undated decision":
      return words.undatedDecision(language, one.number);
    case "future decision":
      return words.futureDecision(language, one.date);
    case "unclear day":
      return words.unclearDay(language, one.phrase, one.nearest);
    case "code taken":
      return words.codeTaken(language, one.code, one.by);
    case "no code":
      return words.codeMissing(language, one.name);
    case "which new":
      return words.whichNew(language, one.phrase, one.names);
    case "unknown group":
      return words.unknownGroup(language, one.phrase, one.names);
    case "like another":
      return words.likeAnother(language, one.name, one.other);
    case "not open":
      return words.notOpen(language, one.codes);
    case "which person":
      return words.whichPerson(language, one.phrase, one.names);
    case "nobody takes":
      return words.nobodyTakes(language, one.codes);
  }
};

/** Answers that can be tapped. */
export const suggestionsFor = (one: Problem): Button[] =>
  one.kind === "unknown" || one.kind === "ambiguous"
    ? one.nearest.slice(0, 3).map(({ name, code }) => ({
        label: name,
        command: `/sapxep ${code}`,
      }))
    : [];

/** A rename to the name of another agency is a merger: one tap, with what was said already. */
export const otherOrders = (language: Language, one: Problem, text: OrderText): Button[] => {
  if (one.kind !== "exists") return [];
  const decision = text.decision === null ? "" : ` theo ${text.decision}`;
  const since = text.effective === null ? "" : ` từ ${text.effective}`;
  return [
    {
      label: words.mergeInstead(language, one.of, one.name),
      command: `/sapxep sáp nhập ${one.of} vào ${one.name}${decision}${since}`,
    },
  ];
};
