// The groups, bound as /nhom would bind them.
import type { Tx } from "#src/database/client.ts";
import type { Binding } from "#src/standings/binding-store.ts";
import { NEW_COMMITTEE } from "#src/standings/binding-wishes.ts";
import { sampleGroup, sampleGroups } from "../groups.ts";
import { known } from "./known.ts";

export type GroupTerms = {
  agencyIds: ReadonlyMap<string, number>;
  /** Whoever bound them. */
  byId: number;
  at: Date;
  /** By the name of the topic. */
  threads: Readonly<Record<string, number>>;
};

type Bound = { key: (typeof sampleGroups)[number]["key"]; topic: string | null; binding: Binding };

const bindings = (financeId: number): Bound[] => [
  { key: "committee", topic: null, binding: NEW_COMMITTEE },
  {
    key: "finance",
    topic: null,
    binding: {
      ...NEW_COMMITTEE,
      purpose: "agency",
      agencyId: financeId,
      wantsRanking: false,
      wantsAlerts: true,
    },
  },
  { key: "helpers", topic: "Xếp hạng", binding: NEW_COMMITTEE },
  {
    key: "helpers",
    topic: "Bản tin",
    binding: { ...NEW_COMMITTEE, wantsRanking: false, wantsBulletin: true },
  },
];

const threadOf = (bound: Bound, threads: GroupTerms["threads"]): number => {
  const { key, topic } = bound;
  if (topic === null) return 0;
  const expected = sampleGroup(key).topics.find(({ name }) => name === topic)?.threadId ?? 0;
  return threads[topic] ?? expected;
};

export const storeGroups = async (tx: Tx, terms: GroupTerms): Promise<void> => {
  const { agencyIds, byId, at, threads } = terms;
  const rows = await tx.chat.createManyAndReturn({
    data: sampleGroups.map(({ id, title }) => ({
      channel: "telegram",
      externalId: String(id),
      kind: "group",
      title,
      createdAt: at,
    })),
    select: { id: true },
  });
  const chatIds = new Map(sampleGroups.map(({ key }, n) => [key, rows[n]?.id ?? 0]));
  await tx.chatBinding.createMany({
    data: bindings(known(agencyIds, "STC")).map((bound) => ({
      ...bound.binding,
      chatId: known(chatIds, bound.key),
      threadId: threadOf(bound, threads),
      createdById: byId,
      createdAt: at,
    })),
  });
};
