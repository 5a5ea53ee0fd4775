// Makes the people and groups of the sample in the stand-in, as they were before the story begins.
import type { GroupHandle, Person, Playground } from "#src/playground/server.ts";
import { type SampleGroup, type SamplePerson, sampleGroups } from "#src/sample/index.ts";

export type Placed = {
  people: ReadonlyMap<number, Person>;
  groups: ReadonlyMap<number, GroupHandle>;
  /** Threads of the topics, by name. */
  threads: Record<string, number>;
};

const openTopics = (
  { topics }: SampleGroup,
  group: GroupHandle,
  owner: Person | undefined,
): Record<string, number> => {
  const there = new Map(group.record().topics.map(({ name, threadId }) => [name, threadId]));
  const threads = topics.map(({ name, threadId }): [string, number] => [
    name,
    there.get(name) ?? (owner === undefined ? threadId : group.createTopic(owner, name)),
  ]);
  return Object.fromEntries(threads);
};

/** Who and what is there already is left as it is. */
export const placePeople = (server: Playground, everybody: readonly SamplePerson[]): Placed => {
  const people = new Map(
    everybody.map(({ telegramId, firstName, username }) => [
      telegramId,
      server.createUser({ id: telegramId, firstName, username, started: true }),
    ]),
  );
  const groups = new Map<number, GroupHandle>();
  const threads: Record<string, number> = {};
  for (const group of sampleGroups) {
    const members = group.members.flatMap((id) => people.get(id) ?? []);
    const { id, title, type, isForum, bot } = group;
    const made = server.createGroup({ id, title, type, isForum, bot, members });
    groups.set(id, made);
    Object.assign(threads, openTopics(group, made, members[0]));
  }
  return { people, groups, threads };
};
