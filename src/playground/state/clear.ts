import { randomUUID } from "node:crypto";

import { saveProfile, type World } from "./world.ts";

const tables = ["user", "chat", "message", "update", "file", "read"];

/**
 * Throws away people, chats, messages, files and waiting updates, and begins a new epoch. What the
 * bot set about itself stays, and so do the sequences: no update's number ever comes twice.
 */
export function clearWorld(world: World) {
  for (const name of tables) {
    for (const key of [...world.store.table(name).keys()]) world.store.remove(name, key);
  }
  world.messagesByChat.clear();
  world.bytes.clear();
  forgetChats(world);
  world.epoch = randomUUID();
  world.store.put("kept", "epoch", world.epoch);
  world.store.commit();
  world.cleared.emit();
}

/** Menus that were set for one chat: another chat may have its number next. */
function forgetChats(world: World) {
  const { commands, menuButtons } = world.profile;
  for (const key of Object.keys(commands)) if (/^chat\S* -?\d/.test(key)) delete commands[key];
  for (const key of Object.keys(menuButtons)) if (key !== "") delete menuButtons[key];
  saveProfile(world);
}
