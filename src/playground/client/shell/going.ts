// From the list to a conversation and back: the focus goes along.
import { backToList, focused, isPhone, openBeside, openChat, panes } from "../state.ts";
import { enterPane, enterRow } from "./regions.ts";

/** Opens a chat of the list, in the focused pane or beside it, and goes there. */
export function goTo(chat: number, isBeside = false): void {
  if (isBeside) openBeside(chat);
  else openChat(chat);
  enterPane(focused.value, isPhone.value);
}

/** On a phone: to the row in the list from which the conversation was opened. */
export function goBack(): void {
  const chat = panes.value[focused.value]?.chat;
  backToList();
  if (chat !== undefined) enterRow(chat);
}
