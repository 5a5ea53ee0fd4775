import type { BotCommand, BotCommandScope } from "@grammyjs/types";

import { badRequest } from "../../api-error.ts";
import { given } from "../../given.ts";
import { commandKey } from "../../state/commands.ts";
import { saveProfile, type World } from "../../state/world.ts";
import { countCharacters } from "../../text/formatted.ts";
import type { Handlers } from "../handlers.ts";
import { textLimits } from "../limits.ts";
import { knownChat } from "../reach.ts";

export const commandMethods = {
  setMyCommands: ({ world }, { commands, scope, language_code }) => {
    if (!Array.isArray(commands)) throw badRequest("can't parse commands JSON object");
    if (commands.length > textLimits.commands) throw badRequest("BOT_COMMANDS_TOO_MUCH");
    const key = keyOf(world, scope, language_code);
    world.profile.commands[key] = commands.map(readCommand);
    saveProfile(world);
    return true;
  },

  getMyCommands: ({ world }, { scope, language_code }) =>
    world.profile.commands[keyOf(world, scope, language_code)] ?? [],

  deleteMyCommands: ({ world }, { scope, language_code }) => {
    delete world.profile.commands[keyOf(world, scope, language_code)];
    saveProfile(world);
    return true;
  },
} satisfies Partial<Handlers>;

function readCommand({ command, description, is_ephemeral }: BotCommand): BotCommand {
  const name = String(command ?? "").replace(/^\//, "");
  if (!/^[a-z0-9_]{1,32}$/.test(name)) throw badRequest("BOT_COMMAND_INVALID");
  const length = countCharacters(String(description ?? "").trim());
  if (length < 1 || length > textLimits.commandDescription) {
    throw badRequest("BOT_COMMAND_DESCRIPTION_INVALID");
  }
  return { command: name, description: description.trim(), ...given({ is_ephemeral }) };
}

function keyOf(world: World, scope: BotCommandScope = { type: "default" }, language = "") {
  if (!("chat_id" in scope)) return commandKey({ type: scope.type }, language);
  const { id } = knownChat(world, scope.chat_id);
  return commandKey({ ...scope, chat_id: id }, language);
}
