import type { Store } from "#src/database/client.ts";
import type { Language } from "#src/messages/language.ts";

/** The language that a person chose; asked for each time, for `/toi english` may change it. */
export const languageOf = async (
  store: Store,
  channel: string,
  externalId: string,
): Promise<Language> => {
  const identity = await store.identity.findUnique({
    where: { channel_externalId: { channel, externalId } },
    select: { person: { select: { language: true } } },
  });
  return identity?.person.language === "en" ? "en" : "vi";
};
