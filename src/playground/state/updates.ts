import type { Update } from "@grammyjs/types";

import { nextNumber, saveSettings, type UpdateType, type World } from "./world.ts";

/** Not sent unless the bot asks for them by name, as the Bot API documents. */
const offByDefault: readonly UpdateType[] = [
  "chat_member",
  "message_reaction",
  "message_reaction_count",
];

/** Queues an update for the bot, unless its `allowed_updates` leave this type out. */
export function pushUpdate(world: World, body: Omit<Update, "update_id">) {
  const type = Object.keys(body)[0] as UpdateType;
  const allowed = world.settings.allowedUpdates;
  if (allowed ? !allowed.includes(type) : offByDefault.includes(type)) return;

  const update: Update = { update_id: nextNumber(world, "update"), ...structuredClone(body) };
  world.store.put("update", String(update.update_id), update);
  world.updatePushed.emit(update);
}

/** Oldest first: ids only grow, and a Map keeps the order in which keys came. */
export const pendingUpdates = (world: World) => [...world.updates.values()];

export function forgetUpdates(world: World, isForgotten: (update: Update) => boolean) {
  for (const update of pendingUpdates(world)) {
    if (isForgotten(update)) world.store.remove("update", String(update.update_id));
  }
}

/** An empty list means "the default types", an absent one "as before". */
export function allowUpdates(world: World, types: readonly UpdateType[] | undefined) {
  if (types === undefined) return;
  world.settings.allowedUpdates = types.length === 0 ? null : [...types];
  saveSettings(world);
}
