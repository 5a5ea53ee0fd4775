// The groups of the sample, as the stand-in is to make them and as they are bound.
import { samplePeople } from "./people.ts";

export type SampleTopic = {
  name: string;
  /** The thread that the stand-in gives it, where the topics are opened in this order first. */
  threadId: number;
};

export type SampleGroup = {
  key: "committee" | "finance" | "helpers";
  id: number;
  title: string;
  type: "group" | "supergroup";
  isForum: boolean;
  topics: readonly SampleTopic[];
  /** Telegram ids; the first is the owner. */
  members: readonly number[];
  /** What the bot is there. */
  bot: "member" | "administrator";
};

const idsOf = (...keys: string[]): number[] =>
  keys.flatMap((key) => samplePeople.find((person) => person.key === key)?.telegramId ?? []);

const departmentsBeside = ["VPUBND", "SXD", "SNNMT", "SCT", "SVHTTDL", "SGDĐT", "SYT", "TTT"];

export const sampleGroups: readonly SampleGroup[] = [
  {
    key: "committee",
    id: -1_000_000_005_001,
    title: "Ban Chỉ đạo CCHC tỉnh",
    type: "supergroup",
    isForum: false,
    topics: [],
    members: idsOf(
      ...["head", "chairman", "deputy", "clerk", "stc", "stp", "skhcn", "commune", "ward"],
      ...["admin", ...departmentsBeside],
    ),
    bot: "administrator",
  },
  {
    key: "finance",
    id: -5002,
    title: "Sở Tài chính – Tổ CCHC",
    type: "group",
    isForum: false,
    topics: [],
    members: idsOf("stc", "head"),
    bot: "member",
  },
  {
    key: "helpers",
    id: -1_000_000_005_003,
    title: "Tổ giúp việc CCHC",
    type: "supergroup",
    isForum: true,
    // The message that tells of the bot's joining comes first.
    topics: [
      { name: "Xếp hạng", threadId: 2 },
      { name: "Bản tin", threadId: 3 },
      { name: "Trao đổi", threadId: 4 },
    ],
    members: idsOf("head", "clerk", "stc", "stp", "skhcn", "admin"),
    bot: "administrator",
  },
];

export const sampleGroup = (key: SampleGroup["key"]): SampleGroup => {
  const found = sampleGroups.find((group) => group.key === key);
  if (found === undefined) throw new RangeError(`no such group: ${key}`);
  return found;
};
