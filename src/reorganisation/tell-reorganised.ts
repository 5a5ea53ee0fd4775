// Everybody concerned hears of it once: the people of the old and the new agencies, their groups,
// and whoever entered it, where it was carried out without them.
import type { Tx } from "#src/database/client.ts";
import { privateChatsOf } from "#src/delivery/chats-store.ts";
import { formatTaskCode } from "#src/language/task-code.ts";
import type { Language } from "#src/messages/language.ts";
import { type Block, type OutgoingMessage, paragraph, type Reply } from "#src/messages/reply.ts";
import * as words from "#src/messages/words/reorganisation.ts";
import { agenciesIn, type Described, describe } from "./described.ts";
import type { PersonMoved } from "./move-people.ts";
import type { Plan } from "./plan.ts";
import type { Stored } from "./reorganisations-store.ts";
import type { OpenRow } from "./situation-store.ts";

type Done = { people: readonly PersonMoved[]; left: readonly OpenRow[]; actorId: number | null };

/** How many went where. */
export const countsOf = ({ moved = [] }: Plan, name: (id: number) => string) =>
  [...new Set(moved.map(({ toId }) => toId))].map((toId) => {
    const there = moved.filter((one) => one.toId === toId);
    const lead = there.filter(({ role }) => role === "lead").length;
    return { to: name(toId), lead, coordinating: there.length - lead };
  });

const news = (language: Language, { plan }: Stored, said: Described): Block[] => {
  const counts = countsOf(plan, said.name);
  return [
    paragraph(words.headline(language, said)),
    ...(counts.length === 0 ? [paragraph(words.nothingMoved(language))] : []),
    ...counts.map((count) => paragraph(words.movedTo(language, count))),
    ...(counts.length === 0 ? [] : [paragraph(words.howItCounts(language))]),
  ];
};

const toPerson = (
  order: Stored,
  said: Described,
  person: { id: number; language: Language },
  { people, left }: Done,
): Reply => {
  const { language } = person;
  const own = people.filter(({ personId }) => personId === person.id);
  const [went] = own.filter(({ toId }) => toId !== null);
  const isLost = own.length > 0 && went === undefined;
  const codes = left.map(({ taskId }) => formatTaskCode(taskId));
  const isAuthor = person.id === order.createdById;
  return {
    blocks: [
      ...news(language, order, said),
      ...(went === undefined
        ? []
        : [paragraph(words.youBelongTo(language, said.name(went.toId ?? 0)))]),
      ...(isLost ? [paragraph(words.yourRoleEnds(language))] : []),
      ...(isAuthor && codes.length > 0 ? [paragraph(words.nobodyTook(language, codes))] : []),
    ],
    buttons: isLost ? [] : [[{ label: words.seeTasks(language), command: "/viec" }]],
  };
};

/** Members of all agencies concerned, as they are now and as they were. */
const concerned = async (tx: Tx, order: Stored, { people, actorId }: Done) => {
  const members = await tx.membership.findMany({
    where: { agencyId: { in: agenciesIn(order) }, endedAt: null },
    select: { personId: true },
  });
  const author = order.createdById === null ? [] : [order.createdById];
  const ids = new Set([
    ...members.map(({ personId }) => personId),
    ...people.map(({ personId }) => personId),
    ...author,
  ]);
  // Whoever does it now reads the answer.
  if (actorId !== null) ids.delete(actorId);
  return tx.person.findMany({
    where: { id: { in: [...ids] }, active: true },
    orderBy: { id: "asc" },
    select: { id: true, language: true },
  });
};

const toGroups = async (tx: Tx, order: Stored, said: Described): Promise<OutgoingMessage[]> => {
  const bindings = await tx.chatBinding.findMany({
    where: {
      purpose: "agency",
      agencyId: { in: agenciesIn(order) },
      endedAt: null,
      chat: { status: "active" },
    },
    orderBy: { id: "asc" },
  });
  return bindings.map(({ id, chatId, threadId }) => ({
    to: { chatId, threadId },
    kind: "notice",
    key: `reorganised:${order.id}:group:${id}`,
    // A group has no language of its own.
    reply: { blocks: news("vi", order, said) },
  }));
};

export const tellReorganised = async (
  tx: Tx,
  order: Stored,
  done: Done,
): Promise<OutgoingMessage[]> => {
  const said = await describe(tx, order);
  const messages: OutgoingMessage[] = [];
  const goers = done.people.flatMap(({ personId, toId }) => (toId === null ? [personId] : []));
  const chats = await privateChatsOf(tx, [...new Set(goers)]);
  for (const { id, language } of await concerned(tx, order, done)) {
    const person = { id, language: language === "en" ? ("en" as const) : ("vi" as const) };
    // What waits for a person is dropped once they belong no more; that they do not is said to
    // their chat.
    const chatId = chats.get(id);
    messages.push({
      to: chatId === undefined ? { personId: id } : { chatId },
      kind: "notice",
      key: `reorganised:${order.id}:${id}`,
      reply: toPerson(order, said, person, done),
    });
  }
  return [...messages, ...(await toGroups(tx, order, said))];
};
