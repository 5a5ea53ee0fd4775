import { type Actor, hasRole } from "./actor.ts";

/** The four keys under a leader's input line; each is the words of a command. */
export const standingKeys = (actor: Actor): string[][] | undefined => {
  if (!hasRole(actor, "leader")) return undefined;
  return actor.language === "en"
    ? [
        ["Overdue", "Due"],
        ["Ranking", "Pending"],
      ]
    : [
        ["Quá hạn", "Đến hạn"],
        ["Xếp hạng", "Chờ quyết định"],
      ];
};
