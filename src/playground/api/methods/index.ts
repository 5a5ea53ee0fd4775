import type { Handlers } from "../handlers.ts";
import { aboutBotMethods } from "./about-bot.ts";
import { answerMethods } from "./answer.ts";
import { chatMethods } from "./chat.ts";
import { commandMethods } from "./commands.ts";
import { copyMethods } from "./copy.ts";
import { deleteMethods } from "./delete.ts";
import { editMethods } from "./edit.ts";
import { ephemeralMethods } from "./ephemeral.ts";
import { fileMethods } from "./files.ts";
import { pinMethods } from "./pin.ts";
import { receiveMethods } from "./receive.ts";
import { sendMethods } from "./send.ts";
import { sendMediaMethods } from "./send-media.ts";

/** Every method that this server answers; any other name is 404. */
export const methods = {
  ...receiveMethods,
  ...sendMethods,
  ...sendMediaMethods,
  ...copyMethods,
  ...editMethods,
  ...deleteMethods,
  ...ephemeralMethods,
  ...pinMethods,
  ...answerMethods,
  ...chatMethods,
  ...fileMethods,
  ...aboutBotMethods,
  ...commandMethods,
} satisfies Partial<Handlers>;
