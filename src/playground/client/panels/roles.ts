// Whom the tour plays with. It goes by what the house says about its people, and by their order
// (chairman, head of the secretariat, official of the Sở Tài chính) where that says nothing.
import type { ChatView, Desk, PersonView } from "../../page/contract.ts";

export type Roles = {
  secretary: PersonView;
  official: PersonView;
  /** The group that gets the ranking. */
  committee: ChatView | null;
};

const saysOf = (pattern: RegExp) => (person: PersonView) =>
  pattern.test(`${person.about?.vi ?? ""} ${person.name}`.normalize("NFC"));

function committeeOf(chats: readonly ChatView[]): ChatView | null {
  const groups = chats.filter(({ type }) => type !== "private");
  const named = groups.find(({ title }) => /ban chỉ đạo/i.test(title.normalize("NFC")));
  return named ?? groups[0] ?? null;
}

/** Null where the province has too few people to play with. */
export function rolesIn({ persons, chats }: Pick<Desk, "persons" | "chats">): Roles | null {
  const offered = persons.filter(({ main }) => main);
  const official = offered.find(saysOf(/sở tài chính/i)) ?? offered[2];
  const secretary =
    offered.find((one) => one !== official && saysOf(/thường trực|ban thư ký/i)(one)) ?? offered[1];
  if (!secretary || !official || secretary === official) return null;
  return { secretary, official, committee: committeeOf(chats) };
}
