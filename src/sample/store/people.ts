// People with their identities, roles and private chats.
import type { Tx } from "#src/database/client.ts";
import type { SamplePerson } from "../people.ts";
import { known } from "./known.ts";

const CHANNEL = "telegram";

/** Stores everybody, bound at that moment; ids of persons by key. */
export const storePeople = async (
  tx: Tx,
  people: readonly SamplePerson[],
  agencyIds: ReadonlyMap<string, number>,
  at: Date,
): Promise<Map<string, number>> => {
  const rows = await tx.person.createManyAndReturn({
    data: people.map(({ firstName }) => ({ fullName: firstName, createdAt: at })),
    select: { id: true },
  });
  const ids = new Map(people.map(({ key }, n) => [key, rows[n]?.id ?? 0]));
  await tx.identity.createMany({
    data: people.map(({ key, telegramId, username }) => ({
      personId: known(ids, key),
      channel: CHANNEL,
      externalId: String(telegramId),
      username,
      boundAt: at,
    })),
  });
  await tx.membership.createMany({
    data: people.flatMap(({ key, grants }) =>
      grants.map(({ role, agency }) => ({
        personId: known(ids, key),
        role,
        agencyId: agency === null ? null : known(agencyIds, agency),
        validFrom: at,
      })),
    ),
  });
  // They have written to the bot before, so that it may write to them.
  await tx.chat.createMany({
    data: people.map(({ telegramId, firstName }) => ({
      channel: CHANNEL,
      externalId: String(telegramId),
      kind: "private",
      title: firstName,
      createdAt: at,
    })),
  });
  return ids;
};
