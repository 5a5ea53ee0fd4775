import { civilToday } from "#src/calendar/zone.ts";
import { type TroubledGroup, troubledGroups, unreachedPeople } from "#src/delivery/undelivered.ts";
import type { Language } from "#src/messages/language.ts";
import { code } from "#src/messages/reply.ts";
import { unnamedGroup } from "#src/messages/words/publication.ts";
import * as words from "#src/messages/words/undelivered.ts";
import { may } from "#src/people/permissions.ts";
import type { Request } from "#src/requests/request.ts";
import type { PendingItem, PendingSource } from "./pending.ts";

/** What a message to a group is, by its key: `weekly-ranking:2026-W47:3`. */
const whatIs = (key: string): words.GroupLetter => {
  const found = /^weekly-(ranking|bulletin):([^:]+):/.exec(key);
  if (found === null) return { what: "answer", period: "" };
  return { what: found[1] === "ranking" ? "ranking" : "bulletin", period: found[2] ?? "" };
};

const ofGroup = (group: TroubledGroup, language: Language, now: Date): PendingItem[] => {
  const { chatId, lost, letters } = group;
  const title = group.title ?? unnamedGroup(language);
  const labels = words.undeliveredLabels(language);
  const none = { taskId: null, agency: null };
  if (lost !== null) {
    const since = lost.since === null ? null : civilToday(lost.since);
    return [
      {
        ...none,
        since: since ?? civilToday(letters[0]?.createdAt ?? now),
        runs: [words.groupLost(language, title, since, letters.length)],
        button: { label: `${labels.whatToDo} · ${title}`, command: `/guilai nhóm ${chatId}` },
      },
    ];
  }
  return letters.map(({ id, key, createdAt }) => ({
    ...none,
    since: civilToday(createdAt),
    runs: [words.groupLetter(language, title, whatIs(key)), code(`/guilai bỏ ${id}`)],
    button: { label: `${labels.again} · ${title}`, command: `/guilai ${id}` },
  }));
};

const ofPeople = async ({ tx, language }: Request): Promise<PendingItem[]> => {
  const labels = words.undeliveredLabels(language);
  return (await unreachedPeople(tx)).map(({ personId, fullName, agency, reachable, letters }) => ({
    taskId: null,
    agency,
    since: civilToday(letters[0].createdAt),
    runs: [words.personUnreached(language, fullName, agency?.name ?? null, letters.length)],
    button: {
      label: `${reachable ? labels.again : labels.whatToDo} · ${fullName}`,
      command: `/guilai người ${personId}`,
    },
  }));
};

/** Lost groups, what was refused there for good, and people whom notices do not reach. */
export const undelivered: PendingSource = {
  words: ["chua gui duoc", "undelivered"],
  title: (language) => words.undeliveredLabels(language).title,
  load: async (request) => {
    const { tx, actor, language, now } = request;
    if (!may(actor, "publish ranking")) return [];
    const groups = await troubledGroups(tx);
    return [
      ...groups.flatMap((group) => ofGroup(group, language, now)),
      ...(await ofPeople(request)),
    ];
  },
};
