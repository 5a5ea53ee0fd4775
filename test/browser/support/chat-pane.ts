// One conversation on the screen: what stands in it, and what one does there.
import type { Locator, Page } from "playwright-core";
import type { Upload } from "./files-to-send.ts";

export type ChatPane = {
  /** The title of the chat. */
  name: string;
  pane: Locator;
  log: Locator;
  messages: Locator;
  composer: Locator;
  /** The newest message that says this, whoever wrote it; waits until there is one. */
  shows: (words: string | RegExp) => Promise<Locator>;
  /** The same, after what was said here last. */
  hears: (words: string | RegExp) => Promise<Locator>;
  /** It was said by other means than `says`: what is heard comes after it. */
  wasSaid: (text: string) => void;
  /** Types it and sends it. */
  says: (text: string) => Promise<void>;
  /** Taps a button of the newest message that has it, of those after what was said here last. */
  taps: (label: string | RegExp) => Promise<void>;
  attach: (...files: Upload[]) => Promise<void>;
  close: () => Promise<void>;
  /** Who speaks here, in a group. */
  become: (person: string) => Promise<void>;
};

/** Enough of a text to know it again. */
const LONG_ENOUGH = 50;

const literally = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

export const chatPane = (page: Page, name: string, isPhone: boolean): ChatPane => {
  const pane = page.getByRole("region", { name: new RegExp(literally(name)) });
  const log = pane.getByRole("log");
  const ofMessages = page.getByRole("button", {
    name: /^(Thao tác với tin nhắn|Message actions)$/,
    includeHidden: true,
  });
  // Lists within a message have items too: a message is what one can do something with.
  const messages = log.getByRole("listitem").filter({ has: ofMessages });
  const composer = pane.getByLabel(/^(Soạn tin nhắn|Write a message)$/);

  const newest = async (among: Locator, words: string | RegExp): Promise<Locator> => {
    const found = among.filter({ hasText: words }).last();
    await found.waitFor();
    return found;
  };
  // Screen readers are told whose message it is.
  const own = messages.filter({ hasText: /(Bạn|You): / });
  let said: string | null = null;
  const wasSaid = (text: string): void => {
    said = text.slice(0, LONG_ENOUGH);
  };
  const answers = (): Locator =>
    said === null
      ? messages
      : own.filter({ hasText: said }).last().locator("xpath=following-sibling::li");

  return {
    name,
    pane,
    log,
    messages,
    composer,
    shows: (words) => newest(messages, words),
    hears: (words) => newest(answers(), words),
    wasSaid,
    says: async (text) => {
      await composer.fill(text);
      // On a phone Enter begins a new line.
      if (isPhone) await pane.getByRole("button", { name: /^(Gửi|Send|Lưu|Save)$/ }).click();
      else await composer.press("Enter");
      await page.waitForFunction(
        (box) => box instanceof HTMLTextAreaElement && box.value === "",
        await composer.elementHandle(),
      );
      wasSaid(text);
    },
    taps: async (label) => {
      await answers().getByRole("button", { name: label }).last().click();
    },
    attach: async (...files) => {
      const chooser = page.waitForEvent("filechooser");
      await pane.getByRole("button", { name: /Đính kèm tệp|Attach files/ }).click();
      await (await chooser).setFiles(files);
    },
    close: async () => {
      await pane.getByRole("button", { name: "Đóng khung này" }).click();
      await pane.waitFor({ state: "detached" });
    },
    become: async (person) => {
      const choice = pane.getByRole("combobox", { name: /bạn là|you are/i });
      const option = choice.getByRole("option", { name: new RegExp(literally(person)) });
      await choice.selectOption(await option.getAttribute("value"));
    },
  };
};
