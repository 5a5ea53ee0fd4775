import { badRequest } from "../../api-error.ts";
import type { Profile } from "../../state/records.ts";
import { describeBot, saveProfile, type World } from "../../state/world.ts";
import { countCharacters } from "../../text/formatted.ts";
import type { Handlers } from "../handlers.ts";
import { knownChat } from "../reach.ts";

export const aboutBotMethods = {
  getMe: ({ world }) => describeBot(world),
  logOut: () => true,
  close: () => true,

  setMyName: ({ world }, { name, language_code }) =>
    setText(world, "name", name, language_code, 64, "BOT_TITLE_INVALID"),
  getMyName: ({ world }, { language_code }) => ({
    name: textOf(world, "name", language_code) || world.bot.firstName,
  }),

  setMyDescription: ({ world }, { description, language_code }) =>
    setText(world, "description", description, language_code, 512, "BOT_DESCRIPTION_INVALID"),
  getMyDescription: ({ world }, { language_code }) => ({
    description: textOf(world, "description", language_code),
  }),

  setMyShortDescription: ({ world }, { short_description, language_code }) =>
    setText(world, "shortDescription", short_description, language_code, 120, "BOT_ABOUT_INVALID"),
  getMyShortDescription: ({ world }, { language_code }) => ({
    short_description: textOf(world, "shortDescription", language_code),
  }),

  setChatMenuButton: ({ world }, { chat_id, menu_button = { type: "default" } }) => {
    if (chat_id !== undefined) privateOnly(world, chat_id);
    world.profile.menuButtons[String(chat_id ?? "")] = menu_button;
    saveProfile(world);
    return true;
  },
  getChatMenuButton: ({ world }, { chat_id }) => {
    if (chat_id !== undefined) privateOnly(world, chat_id);
    const { menuButtons } = world.profile;
    return menuButtons[String(chat_id ?? "")] ?? menuButtons[""] ?? { type: "commands" };
  },
} satisfies Partial<Handlers>;

type TextField = Extract<keyof Profile, "name" | "description" | "shortDescription">;

/** An empty text takes the text of a language away. */
function setText(
  world: World,
  field: TextField,
  text = "",
  language = "",
  longest: number,
  error: string,
): true {
  if (countCharacters(text) > longest) throw badRequest(error);
  if (text === "") delete world.profile[field][language];
  else world.profile[field][language] = text;
  saveProfile(world);
  return true;
}

const textOf = (world: World, field: TextField, language = "") =>
  world.profile[field][language] ?? world.profile[field][""] ?? "";

function privateOnly(world: World, chatId: number) {
  if (knownChat(world, chatId).type !== "private") throw badRequest("chat not found");
}
