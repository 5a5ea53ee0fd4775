// Small facts about this very database.
import type { Prisma } from "#prisma/generated/client.ts";
import type { Store } from "./client.ts";

export type SettingKey =
  /** True: sample data; it refuses to run with a token. */
  | "sample"
  /** Milliseconds that the playground's clock runs ahead. */
  | "clock.offset"
  /** `{ to, at }`: it was moved to a server; nobody works on it any more. */
  | "moved"
  /** What the office decides about (src/office/office-settings.ts). */
  | "office";

export const readSetting = async (store: Store, key: SettingKey): Promise<Prisma.JsonValue> =>
  (await store.setting.findUnique({ where: { key } }))?.value ?? null;

export const writeSetting = async (
  store: Store,
  key: SettingKey,
  value: Prisma.InputJsonValue,
): Promise<void> => {
  await store.setting.upsert({ where: { key }, create: { key, value }, update: { value } });
};
