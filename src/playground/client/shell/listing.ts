// The list of chats: who and what stands in it, in an order that stays. Pure.
import type { ChatView, PersonView } from "../../page/contract.ts";
import { cleanName } from "../conversation/names.ts";
import { finds } from "./naming.ts";

export type Row = { chat: ChatView; person?: PersonView };

export type Listing = { people: Row[]; groups: Row[]; others: Row[] };

type Known = { chats: readonly ChatView[]; persons: readonly PersonView[] };

/** Persons by their chat with the bot, those of the main cast first; then the groups. */
export function listingOf({ chats, persons }: Known): Listing {
  const rowsOf = (some: readonly PersonView[]): Row[] =>
    some.flatMap((person) => {
      const chat = chats.find(
        ({ type, members }) => type === "private" && members[0] === person.id,
      );
      return chat === undefined ? [] : [{ chat, person }];
    });
  return {
    people: rowsOf(persons.filter(({ main }) => main)),
    groups: chats.filter(({ type }) => type !== "private").map((chat) => ({ chat })),
    others: rowsOf(persons.filter(({ main }) => !main)),
  };
}

const said = ({ chat, person }: Row): string =>
  [chat.title, person?.name, person?.about?.vi, person?.about?.en, person?.username].join(" ");

/** Those in which every word that is sought occurs; all of them where nothing is sought. */
export function filtered({ people, groups, others }: Listing, sought: string): Listing {
  const fits = (row: Row): boolean => finds(sought.trim(), said(row));
  return { people: people.filter(fits), groups: groups.filter(fits), others: others.filter(fits) };
}

export const allRows = ({ people, groups, others }: Listing): Row[] => [
  ...people,
  ...groups,
  ...others,
];

export const unreadIn = (rows: readonly Row[]): number =>
  rows.reduce((sum, { chat }) => sum + chat.unread, 0);

/** How the last message begins: who said it, unless it is the bot in a chat with one person. */
export function previewSender({ type, last }: ChatView, you: string): string {
  if (last === undefined) return "";
  if (type !== "private") return cleanName(last.from);
  return last.byBot ? "" : you;
}
