import type { ChatView } from "../../../page/contract.ts";

export type Bar = "notTheirs" | "notMember" | "blocked";

/** What keeps a person from writing in a chat; null: nothing. */
export function barTo({ type, members, blocked }: ChatView, person: number): Bar | null {
  const isMember = members.includes(person);
  if (type === "private" && !isMember) return "notTheirs";
  if (blocked) return "blocked";
  return isMember ? null : "notMember";
}
