// Speaks to the dispatcher directly, in a transaction that is undone: for tables of cases where a
// server and a clock would add nothing.
import { commands } from "#commands/index.ts";
import { civilDate, toDbDate } from "#src/calendar/civil-date.ts";
import { productDayOffs } from "#src/calendar/product-day-offs.ts";
import { makeWorkCalendar } from "#src/calendar/working-days.ts";
import type { Db, Tx } from "#src/database/client.ts";
import type { IncomingMessage } from "#src/delivery/channel.ts";
import { chatOf } from "#src/delivery/chats-store.ts";
import type { Block, OutgoingMessage, Reply } from "#src/messages/reply.ts";
import { type HalfSaid, UserError } from "#src/messages/user-error.ts";
import type { Role } from "#src/people/actor.ts";
import { grantRole, personBehind } from "#src/people/invites.ts";
import { findActor } from "#src/people/people-store.ts";
import { dispatch } from "#src/requests/dispatch.ts";
import { makeCommandFinder } from "#src/requests/find-command.ts";
import { rememberHalf } from "#src/requests/half-said.ts";
import type { Attached } from "#src/requests/request.ts";

const finder = makeCommandFinder(commands);
const calendar = makeWorkCalendar(productDayOffs());

class Undo extends Error {}

const runsText = (block: Block): string => {
  switch (block.kind) {
    case "heading":
    case "paragraph":
      return block.runs
        .map((run) => (typeof run === "string" ? run : Object.values(run)[0]))
        .join("");
    case "list":
      return block.items.map((item) => runsText({ kind: "paragraph", runs: item.runs })).join("\n");
    case "table":
      return [
        block.caption ?? "",
        ...[block.header, ...block.rows].map((row) => row.join(" | ")),
      ].join("\n");
    case "details":
      return [block.summary, ...block.blocks.map(runsText)].join("\n");
  }
};

/** A reply as plain text, its buttons in brackets. */
export const textOf = (reply: Reply): string =>
  [
    ...reply.blocks.map(runsText),
    ...(reply.buttons ?? []).flat().map(({ label, command }) => `[${label} → ${command}]`),
  ].join("\n");

export type Speaker = { externalId: string };

/** A person with a role, known to the database. */
export const bindPerson = async (
  db: Db,
  externalId: string,
  role: Role,
  agencyId: number | null,
): Promise<Speaker> => {
  await db.$transaction(async (tx) => {
    const who = { channel: "test", externalId, displayName: externalId, username: null };
    const now = new Date("2026-11-01T08:00:00+07:00");
    const personId = await personBehind(tx, who, now);
    await grantRole(tx, personId, { role, agencyId }, now);
  });
  return { externalId };
};

export type Where = { kind: "private" } | { kind: "group"; externalId: string };

export type Answer = {
  text: string;
  reply: Reply | null;
  told: number;
  /** What others are told. */
  messages: readonly OutgoingMessage[];
};

const keepHalf = (db: Db, half: HalfSaid, externalId: string, chatId: string, on: string) =>
  db.$transaction(async (tx) => {
    const now = new Date(`${on}T09:00:00+07:00`);
    const who = { channel: "test", externalId };
    const actor = await findActor(tx, who, civilDate(on));
    const chat = { externalId: chatId, kind: "private" as const, threadId: 0, title: null };
    if (actor !== null) {
      await rememberHalf({ tx, now, actor, chat: await chatOf(tx, "test", chat, now) }, half);
    }
  });

/** What somebody gets for a line, as of a civil day; nothing of it stays unless `keep`. */
export const speak = async (
  db: Db,
  speaker: Speaker,
  line: string,
  options: {
    where?: Where;
    on?: string;
    keep?: boolean;
    /** How it came, where not as a new message of one's own words. */
    way?: Partial<IncomingMessage>;
    attached?: readonly Attached[];
    /** The stored update behind it, and the one that it corrects. */
    inboxId?: bigint;
    correctsInboxId?: bigint;
  } = {},
): Promise<Answer> => {
  const { where = { kind: "private" }, on = "2026-11-20", keep = false } = options;
  const { way = {}, attached = [], inboxId = null, correctsInboxId } = options;
  const { externalId } = speaker;
  const chatId = where.kind === "private" ? externalId : where.externalId;
  let answer: Answer = { text: "", reply: null, told: 0, messages: [] };
  const run = async (tx: Tx) => {
    const result = await dispatch(
      tx,
      {
        incoming: {
          kind: "message",
          who: { channel: "test", externalId, displayName: externalId, username: null },
          chat: { externalId: chatId, kind: where.kind, threadId: 0, title: "nhóm" },
          text: line,
          via: "message",
          files: [],
          addressed: true,
          messageKey: null,
          ...way,
        },
        attached,
        now: new Date(`${on}T09:00:00+07:00`),
        calendar,
        inboxId,
        ...(correctsInboxId === undefined ? {} : { correctsInboxId }),
      },
      { commands, finder, inviteLink: (code) => `https://t.me/bot?start=${code}` },
    );
    const { outcome } = result;
    answer = {
      text: outcome === null ? "" : textOf(outcome.reply),
      reply: outcome?.reply ?? null,
      told: outcome?.messages?.length ?? 0,
      messages: outcome?.messages ?? [],
    };
  };
  try {
    await db.$transaction(async (tx) => {
      await run(tx);
      if (!keep) throw new Undo();
    });
  } catch (error) {
    if (error instanceof UserError) {
      if (keep && error.half !== undefined) await keepHalf(db, error.half, externalId, chatId, on);
      return { text: textOf(error.reply), reply: error.reply, told: 0, messages: [] };
    }
    if (!(error instanceof Undo)) throw error;
  }
  return answer;
};

/** A lead assignment in some state, with its task, put there directly. */
export const plantTask = async (
  db: Db,
  task: {
    content: string;
    lead: number;
    coordinating?: number[];
    dueOn?: string;
    awaiting?: boolean;
    restricted?: boolean;
  },
): Promise<number> => {
  const day = toDbDate(civilDate("2026-11-02"));
  const due = task.dueOn === undefined ? null : toDbDate(civilDate(task.dueOn));
  const dated = {
    deadlineKind: due === null ? ("none" as const) : ("date" as const),
    dueOn: due,
    originalDueOn: due,
    deadlinePhrase: task.dueOn ?? "",
    assignedOn: day,
  };
  const row = await db.task.create({
    data: {
      content: task.content,
      registeredOn: day,
      restricted: task.restricted ?? false,
      assignments: {
        create: [
          {
            agencyId: task.lead,
            role: "lead",
            ...dated,
            ...(task.awaiting === true ? { state: "awaiting_confirmation", submittedOn: day } : {}),
          },
          ...(task.coordinating ?? []).map((agencyId) => ({
            agencyId,
            role: "coordinating" as const,
            ...dated,
          })),
        ],
      },
    },
    include: { assignments: true },
  });
  const [lead] = row.assignments.filter(({ role }) => role === "lead");
  if (task.awaiting === true && lead !== undefined) {
    await db.result.create({
      data: { assignmentId: lead.id, note: "xong", submittedOn: day, submittedAt: day },
    });
  }
  return row.id;
};
