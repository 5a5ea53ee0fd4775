// A reply drawn over a message that is there already.
import type { InlineKeyboardMarkup } from "grammy/types";
import type { SendTo, Sent } from "#src/delivery/channel.ts";
import { type EphemeralId, readEphemeralId } from "./ephemeral.ts";
import { cannotBeEdited, isNotModified } from "./outcome.ts";
import { editEphemeralPart, editPart, type Part } from "./post.ts";
import { onePart, type Prepared } from "./prepared.ts";
import type { Sender } from "./sender.ts";
import { richOrPlain } from "./server-support.ts";

/** The message is not there, or cannot be changed: say it anew, or not at all. */
export type NotEdited = { kind: "not-edited" };

type Edit = (part: Part, markup: InlineKeyboardMarkup | undefined) => Promise<void>;

const draw = async (sender: Sender, prepared: Prepared, edit: Edit): Promise<boolean> => {
  const plain = onePart(prepared);
  if (plain === undefined) return false;
  try {
    await richOrPlain(sender.support, prepared.rich, (rich) =>
      edit(rich ?? plain, prepared.inline),
    );
  } catch (error) {
    if (!isNotModified(error)) throw error;
  }
  return true;
};

/** Files of the reply are left out: a message that is drawn again would bring them each time. */
export const sendEdit = async (
  sender: Sender,
  to: SendTo,
  prepared: Prepared,
  messageId: string,
): Promise<Sent | NotEdited> => {
  const chat = Number(to.externalId);
  const ephemeral: EphemeralId | null = readEphemeralId(messageId);
  const edit: Edit = (part, markup) =>
    ephemeral === null
      ? editPart(sender.api, chat, Number(messageId), part, markup)
      : editEphemeralPart(sender.api, chat, ephemeral, part, markup);
  try {
    if (!(await draw(sender, prepared, edit))) return { kind: "rejected", errorCode: "empty" };
    return { kind: "sent", messageId };
  } catch (error) {
    if (cannotBeEdited(error)) return { kind: "not-edited" };
    throw error;
  }
};
