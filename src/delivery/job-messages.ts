// Messages by jobs for people: one message a person and slot, joined into what the person has not
// got yet, and held for the next working morning where the day's number is reached.
import type { Prisma } from "#prisma/generated/client.ts";
import { fromDbDate, later, toDbDate } from "#src/calendar/civil-date.ts";
import { civilToday } from "#src/calendar/zone.ts";
import type { Tx } from "#src/database/client.ts";
import type { Language } from "#src/messages/language.ts";
import type { OutgoingMessage } from "#src/messages/reply.ts";
import { joinParts, kindOf, type Part, toPart } from "./bundle.ts";
import { type OutboxPayload, priorities } from "./outbox-payload.ts";
import { type Held, planRelease, type ReleaseRules } from "./release-plan.ts";

export type ForPerson = OutgoingMessage & { to: { personId: number } };

export type JobCause = { now: Date; job: string };

/** Where a person is reached, and in which language. */
type Reached = { personId: number; chatId: number; language: Language };

// A payload is plain JSON by its type (src/messages/reply.ts).
const asJson = (payload: OutboxPayload): Prisma.InputJsonObject =>
  payload as unknown as Prisma.InputJsonObject;

const columnsOf = (parts: Part[], language: Language) => {
  const kind = kindOf(parts);
  const payload = asJson({ reply: joinParts(parts, language), parts, language });
  return { kind, priority: priorities[kind], payload };
};

/** Nobody else plans for these people until this transaction ends; an outbox row waits as well. */
const lockPeople = async (tx: Tx, personIds: readonly number[]): Promise<void> => {
  await tx.$queryRaw`
    SELECT 1 FROM "Person" WHERE "id" = ANY(${[...personIds]}::int[]) ORDER BY "id"
    FOR NO KEY UPDATE`;
  await tx.$queryRaw`
    SELECT 1 FROM "OutboxMessage"
    WHERE "personId" = ANY(${[...personIds]}::int[]) AND "job" IS NOT NULL AND "state" = 'pending'
    ORDER BY "id" FOR UPDATE`;
};

const loadState = async (tx: Tx, personIds: number[], now: Date) => {
  const today = civilToday(now);
  const rows = await tx.outboxMessage.findMany({
    where: {
      personId: { in: personIds },
      job: { not: null },
      OR: [
        { state: "pending" },
        { state: { in: ["sending", "sent", "unknown"] }, releaseOn: { gte: toDbDate(today) } },
      ],
    },
    select: {
      id: true,
      personId: true,
      chatId: true,
      state: true,
      notBefore: true,
      releaseOn: true,
    },
    orderBy: { id: "asc" },
  });
  const byPerson = Map.groupBy(rows, ({ personId }) => personId);
  return ({ personId, chatId }: Reached) => {
    const mine = (byPerson.get(personId) ?? [])
      .filter(({ releaseOn }) => releaseOn !== null)
      .map((row) => ({
        ...row,
        // What should have gone out already goes out today.
        day: later(today, fromDbDate(row.releaseOn ?? toDbDate(today))),
        at: row.notBefore !== null && row.notBefore > now ? row.notBefore : now,
      }));
    const taken = new Map<typeof today, number>();
    for (const { day } of mine) taken.set(day, (taken.get(day) ?? 0) + 1);
    const held: Held<bigint>[] = mine.filter(
      (row) => row.state === "pending" && row.chatId === chatId,
    );
    return { held, taken };
  };
};

const join = async (tx: Tx, id: bigint, added: Part[], language: Language): Promise<void> => {
  const row = await tx.outboxMessage.findUniqueOrThrow({ where: { id } });
  const { parts = [] } = row.payload as OutboxPayload;
  await tx.outboxMessage.update({
    where: { id },
    data: columnsOf([...parts, ...added], language),
  });
};

/** A key is used up though its message went out as part of another. */
const usedUp = (
  part: Part,
  { personId, chatId }: Reached,
  { now, job }: JobCause,
): Prisma.OutboxMessageCreateManyInput => ({
  key: part.key,
  chatId,
  personId,
  job,
  kind: part.kind,
  priority: priorities[part.kind],
  payload: asJson({ reply: { blocks: [] } }),
  state: "dropped",
  errorCode: "joined",
  createdAt: now,
});

const latest = (moments: readonly Date[]): Date =>
  new Date(Math.max(...moments.map((moment) => moment.getTime())));

/** Queues for people whom a chat reaches; how many messages were new. */
export const queueForPeople = async (
  tx: Tx,
  messages: readonly ForPerson[],
  people: readonly Reached[],
  cause: JobCause,
  rules: ReleaseRules,
): Promise<number> => {
  const personIds = people.map(({ personId }) => personId).sort((a, b) => a - b);
  await lockPeople(tx, personIds);
  const known = await tx.outboxMessage.findMany({
    where: { key: { in: messages.map(({ key }) => key) } },
    select: { key: true },
  });
  const used = new Set(known.map(({ key }) => key));
  const byPerson = Map.groupBy(
    messages.filter(({ key }) => !used.has(key) && used.add(key)),
    ({ to }) => to.personId,
  );
  const stateOf = await loadState(tx, personIds, cause.now);
  const rows: Prisma.OutboxMessageCreateManyInput[] = [];
  let queued = 0;
  for (const person of people) {
    const mine = byPerson.get(person.personId) ?? [];
    const parts = mine.map(toPart);
    const [first] = parts;
    if (first === undefined) continue;
    queued += parts.length;
    const earliest = latest([cause.now, ...mine.flatMap(({ notBefore }) => notBefore ?? [])]);
    const release = planRelease(earliest, stateOf(person), rules);
    const joined = release.kind === "join" ? parts : parts.slice(1);
    if (release.kind === "join") await join(tx, release.id, parts, person.language);
    else {
      rows.push({
        key: first.key,
        chatId: person.chatId,
        personId: person.personId,
        job: cause.job,
        ...columnsOf(parts, person.language),
        createdAt: cause.now,
        notBefore: release.at > cause.now ? release.at : null,
        releaseOn: toDbDate(release.day),
      });
    }
    rows.push(...joined.map((part) => usedUp(part, person, cause)));
  }
  await tx.outboxMessage.createMany({ data: rows, skipDuplicates: true });
  return queued;
};
