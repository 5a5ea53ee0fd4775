// Gives a reply to Telegram, and says what became of it.
import { GrammyError, HttpError } from "grammy";
import type { Channel, SendHow, SendTo, Sent } from "#src/delivery/channel.ts";
import type { Log } from "#src/delivery/log.ts";
import type { Reply } from "#src/messages/reply.ts";
import { readEphemeralId } from "./ephemeral.ts";
import { failureOf, faultOf } from "./outcome.ts";
import { type Prepared, prepare } from "./prepared.ts";
import { sendEdit } from "./send-edit.ts";
import { sendNew } from "./send-new.ts";
import type { SendDeps, Sender } from "./sender.ts";

/** Errors that are not Telegram's: the database's may pass, those of the program will not. */
const ownFault = (log: Log, error: unknown): Sent => {
  const { code } = error as { code?: unknown };
  log.error({ err: error }, "a reply could not be made ready");
  return typeof code === "string"
    ? { kind: "retry", afterMs: null, errorCode: code }
    : { kind: "rejected", errorCode: faultOf(error).code };
};

const settle = (log: Log, error: unknown, to: SendTo): Sent => {
  if (!(error instanceof GrammyError || error instanceof HttpError)) return ownFault(log, error);
  if (error instanceof GrammyError && [401, 404].includes(error.error_code)) {
    log.error({ code: error.error_code }, "Telegram does not know the bot's token");
  }
  return failureOf(error, to.kind);
};

const route = async (
  sender: Sender,
  to: SendTo,
  prepared: Prepared,
  { editMessageId, onlyTo }: SendHow,
): Promise<Sent> => {
  if (editMessageId === undefined) return sendNew(sender, to, prepared, onlyTo);
  const isEphemeral = readEphemeralId(editMessageId) !== null;
  // What one person asked must not be drawn over a message that all can see.
  if (onlyTo !== undefined && !isEphemeral) return sendNew(sender, to, prepared, onlyTo);
  // Numbers of ephemeral messages are used again: a late change could hit another one.
  if (onlyTo === undefined && isEphemeral) return { kind: "rejected", errorCode: "ephemeral" };
  const sent = await sendEdit(sender, to, prepared, editMessageId);
  if (sent.kind !== "not-edited") return sent;
  // A card that somebody deleted stays deleted; somebody who tapped wants an answer.
  if (prepared.reply.card !== undefined) return { kind: "rejected", errorCode: "not editable" };
  return sendNew(sender, to, prepared, onlyTo);
};

/** Makes the channel's `send`; it never throws. */
export const makeSend = (deps: SendDeps): Channel["send"] => {
  const sender: Sender = { ...deps, support: { rich: true, ephemeral: true } };
  return async (to: SendTo, reply: Reply, how: SendHow): Promise<Sent> => {
    try {
      return await route(sender, to, await prepare(deps, reply), how);
    } catch (error) {
      return settle(deps.log, error, to);
    }
  };
};
