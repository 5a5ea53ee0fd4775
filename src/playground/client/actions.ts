// What a visitor does. Whatever fails is said in a toast; nothing typed is lost by it.
import { post, stageFile } from "./api.ts";
import { glass, lastDeed, type Pane, toast } from "./state.ts";

/** Runs a deed; false where it failed, and the reason was shown. */
export async function trying(deed: () => Promise<void>): Promise<boolean> {
  try {
    await deed();
    return true;
  } catch (error) {
    toast(error instanceof Error ? error.message : String(error), "error");
    return false;
  }
}

const did = (message: string): void => {
  lastDeed.value = message;
  if (glass.value !== null) glass.value = "";
};

const place = ({ person, chat, thread }: Pane) => ({
  person,
  chat,
  ...(thread === undefined ? {} : { thread }),
});

const answering = (replyTo?: string) => (replyTo === undefined ? {} : { replyTo });

export const sayText = (pane: Pane, text: string, replyTo?: string): Promise<boolean> =>
  trying(async () => {
    const { message } = await post("say", { ...place(pane), text, ...answering(replyTo) });
    did(message);
  });

export type FileToSend = { file: File; as: "photo" | "document" };

/** Sends files, several as an album; what the server finds is no picture goes as a file. */
export const sayFiles = (
  pane: Pane,
  files: readonly FileToSend[],
  { caption, replyTo }: { caption?: string; replyTo?: string },
): Promise<boolean> =>
  trying(async () => {
    const staged = [];
    for (const { file, as } of files) staged.push({ as, ...(await stageFile(file)) });
    const arePictures = staged.every(({ as, isPicture }) => as === "photo" && isPicture);
    const { messages } = await post("say-files", {
      ...place(pane),
      files: staged.map(({ token }) => ({ token, as: arePictures ? "photo" : "document" })),
      ...(caption ? { caption } : {}),
      ...answering(replyTo),
    });
    const [first] = messages;
    if (first !== undefined) did(first);
  });

export const editText = (person: number, message: string, text: string): Promise<boolean> =>
  trying(async () => {
    const changed = await post("edit", { person, message, text });
    did(changed.message);
  });

export const forwardTo = (person: number, message: string, chat: number): Promise<boolean> =>
  trying(async () => {
    const passed = await post("forward", { person, message, chat });
    did(passed.message);
  });

/** Taps a button under a message; what the bot answers with is shown above the page. */
export const tapButton = (pane: Pane, message: string, data: string): Promise<boolean> =>
  trying(async () => {
    did(message);
    const { person, chat } = pane;
    const { answer } = await post("tap", { person, chat, message, data });
    if (answer.text) toast(answer.text, answer.showAlert ? "alert" : "info");
  });
