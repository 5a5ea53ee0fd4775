// What members of the cast really say to the running bot after planting, on the last working day
// before today, so that the chats open with true conversations.
import { instantAt } from "#src/calendar/zone.ts";
import type { Db } from "#src/database/client.ts";
import { sampleGroup } from "../groups.ts";
import { peopleOf } from "../people.ts";
import { SAMPLE_SEED } from "../province.ts";
import { plantedCodes } from "./codes.ts";
import { type Said, saidOnTheDay } from "./said.ts";

export type SampleMessage = {
  at: Date;
  /** Telegram ids of who says it and where: a person's own id is their chat with the bot. */
  person: number;
  chat: number;
  /** The topic of a forum. */
  threadId?: number;
} & (
  | { text: string }
  | { file: { name: string; bytes: Uint8Array; as: "document" | "photo" }; caption: string }
);

const whereOf = (said: Said, person: number): Pick<SampleMessage, "chat" | "threadId"> => {
  if (said.in === undefined) return { chat: person };
  const { id, topics } = sampleGroup(said.in.group);
  const topic = topics.find(({ name }) => name === said.in?.topic);
  return topic === undefined ? { chat: id } : { chat: id, threadId: topic.threadId };
};

/** In order of time, all before the day of `now`; codes are looked up in the planted database. */
export const sampleTalk = async (
  db: Db,
  now: Date,
  seed: number = SAMPLE_SEED,
): Promise<SampleMessage[]> => {
  const codes = await plantedCodes(db, now, seed);
  const ids = new Map(peopleOf(seed).map(({ key, telegramId }) => [key, telegramId]));
  return saidOnTheDay(codes, seed).map((said): SampleMessage => {
    const person = ids.get(said.by);
    if (person === undefined) throw new RangeError(`nobody in the sample is ${said.by}`);
    const base = { at: instantAt(codes.days.talkOn, said.at), person, ...whereOf(said, person) };
    return "text" in said
      ? { ...base, text: said.text }
      : { ...base, file: said.file, caption: said.caption };
  });
};
