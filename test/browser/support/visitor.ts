// A visitor of the page: finds everything as a person does, by role and name, and never by how
// the page happens to be built.
import type { Locator } from "playwright-core";
import { type ChatPane, chatPane } from "./chat-pane.ts";
import { type Panels, panelsOf } from "./panels.ts";
import type { Window } from "./window.ts";

/** What the page calls things, in Vietnamese: it opens so. */
export const NAMES = {
  list: "Các cuộc trò chuyện",
  back: "Về danh sách",
  beside: "Mở bên cạnh",
};

const literally = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

export type Visitor = Window &
  Panels & {
    list: Locator;
    /** The button of a chat in the list. */
    inList: (name: string) => Locator;
    /** A conversation on the screen. */
    chat: (name: string) => ChatPane;
    /** Opens a chat where the focus is; on a phone by way of the list. */
    openChat: (name: string) => Promise<ChatPane>;
    openBeside: (name: string) => Promise<ChatPane>;
    button: (name: string | RegExp) => Locator;
    dialog: (name?: string | RegExp) => Locator;
  };

/** That window in the hands of a visitor who waits until the province is there. */
export const visitor = async (window: Window): Promise<Visitor> => {
  const { page, isPhone } = window;
  const list = page.getByRole("navigation", { name: NAMES.list });
  const inList = (name: string) =>
    list.getByRole("button", { name: new RegExp(`^${literally(name)}`) });
  const chat = (name: string) => chatPane(page, name, isPhone);
  const button = (name: string | RegExp) => page.getByRole("button", { name });

  const goToList = async (): Promise<void> => {
    if (isPhone && !(await list.isVisible())) await button(NAMES.back).click();
    await list.waitFor();
  };
  const openChat = async (name: string): Promise<ChatPane> => {
    await goToList();
    await inList(name).click();
    const pane = chat(name);
    await pane.pane.waitFor();
    return pane;
  };

  const here: Visitor = {
    ...window,
    ...panelsOf(page, isPhone),
    list,
    inList,
    chat,
    openChat,
    openBeside: async (name) => {
      await inList(name).click({ modifiers: ["ControlOrMeta"] });
      const pane = chat(name);
      await pane.pane.waitFor();
      return pane;
    },
    button,
    dialog: (name) => page.getByRole("dialog", name === undefined ? {} : { name }),
  };
  await list.getByRole("button").first().waitFor();
  return here;
};
