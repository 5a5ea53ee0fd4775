// From what somebody said to what is done about it: who speaks, which command, may they, then the
// command itself. Default deny. Free of any channel; everything happens in the given transaction.
import type { WorkCalendar } from "#src/calendar/working-days.ts";
import { civilToday } from "#src/calendar/zone.ts";
import type { Tx } from "#src/database/client.ts";
import type { IncomingMessage } from "#src/delivery/channel.ts";
import { chatOf } from "#src/delivery/chats-store.ts";
import type { Opened } from "#src/directives/open/open-document.ts";
import { readTaskCode } from "#src/language/task-code.ts";
import { say } from "#src/messages/reply.ts";
import * as words from "#src/messages/words/house.ts";
import { roleNames } from "#src/messages/words/roles.ts";
import { hasRole } from "#src/people/actor.ts";
import { findActor } from "#src/people/people-store.ts";
import { cancelledForm, isNo } from "./answers.ts";
import { refuseStale } from "./drawn-from.ts";
import type { Found, makeCommandFinder } from "./find-command.ts";
import { closeForm, findForm } from "./forms-store.ts";
import { isHouseForm, waitingFiles, wholeSaid } from "./half-said.ts";
import { notUnderstood } from "./not-understood.ts";
import type { Attached, Command, FormState, GuestRequest, Outcome, Request } from "./request.ts";

export type DispatchDeps = {
  commands: readonly Command[];
  finder: ReturnType<typeof makeCommandFinder>;
  inviteLink: (code: string) => string | null;
};

export type Spoken = {
  incoming: IncomingMessage;
  attached: readonly Attached[];
  opened?: ReadonlyMap<number, Opened>;
  now: Date;
  calendar: WorkCalendar;
  inboxId: bigint | null;
  correctsInboxId?: bigint;
};

export type Dispatched = {
  chatId: number;
  threadId: number;
  kind: "read" | "write";
  /** Null: nothing to say (talk in a group that is not for the bot). */
  outcome: Outcome | null;
  /** In a group: only the asker may read the answer. */
  onlyAsker: boolean;
  personId: number | null;
  /** Said at most once with this key, whatever comes. */
  onceKey?: string;
};

type Base = Pick<Dispatched, "chatId" | "threadId">;

const guestRequest = (
  tx: Tx,
  spoken: Spoken,
  chat: { id: number; title: string | null },
  inviteLink: DispatchDeps["inviteLink"],
): GuestRequest => {
  const { incoming, now } = spoken;
  return {
    who: incoming.who,
    chat: {
      id: chat.id,
      kind: incoming.chat.kind,
      threadId: incoming.chat.threadId,
      title: chat.title,
    },
    args: "",
    attached: spoken.attached,
    ...(spoken.opened === undefined ? {} : { opened: spoken.opened }),
    via: incoming.via,
    ...(incoming.drawnFrom === undefined ? {} : { drawnFrom: incoming.drawnFrom }),
    ...(incoming.repliedTo === undefined ? {} : { repliedTo: incoming.repliedTo }),
    ...(incoming.repliedToBot === true ? { repliedToBot: true } : {}),
    ...(incoming.forwarded === true ? { forwarded: true } : {}),
    ...(spoken.correctsInboxId === undefined ? {} : { correctsInboxId: spoken.correctsInboxId }),
    now,
    today: civilToday(now),
    language: "vi",
    calendar: spoken.calendar,
    inviteLink,
    inboxId: spoken.inboxId,
    tx,
  };
};

const forGuest = async (request: GuestRequest, found: Found, base: Base): Promise<Dispatched> => {
  const inGroup = request.chat.kind === "group";
  const answered = { ...base, kind: "write" as const, onlyAsker: false, personId: null };
  if (found.kind === "command" && found.command.runForGuest !== undefined && !inGroup) {
    const outcome = await found.command.runForGuest({ ...request, args: found.args });
    return { ...answered, outcome };
  }
  if (!inGroup) return { ...answered, outcome: { reply: say(words.stranger("vi")) } };
  return (
    (await inStrangeGroup(request, base)) ?? {
      ...answered,
      outcome: { reply: say(words.stranger("vi")) },
      // Once for each person: a group is not to be filled with refusals.
      onceKey: `stranger:${request.chat.id}:${request.who.externalId}`,
    }
  );
};

/** A group that nobody registered gets one sentence, once; null where the group is known. */
const inStrangeGroup = async (request: GuestRequest, base: Base): Promise<Dispatched | null> => {
  if (request.chat.kind !== "group") return null;
  const binding = await request.tx.chatBinding.findFirst({
    where: { chatId: request.chat.id, endedAt: null },
  });
  if (binding !== null) return null;
  return {
    ...base,
    kind: "write",
    onlyAsker: false,
    personId: null,
    outcome: { reply: say(words.strangerGroup("vi")) },
    onceKey: `stranger-group:${request.chat.id}`,
  };
};

const denial = (command: Command, request: Request): Outcome | null => {
  const { language, chat } = request;
  if (command.roles !== "anyone" && !hasRole(request.actor, ...command.roles)) {
    const whoMay = roleNames(language, command.roles);
    return { reply: say(words.notAllowed(language, command.name, whoMay)) };
  }
  if (!command.chats.includes(chat.kind)) {
    const word = chat.kind === "group" ? words.privateOnly : words.groupOnly;
    return { reply: say(word(language, command.name)) };
  }
  return null;
};

const runCommand = async (
  command: Command,
  spokenRequest: Request,
  base: Base,
  form: FormState | null = null,
): Promise<Dispatched> => {
  const waiting = spokenRequest.attached.length === 0 ? waitingFiles(command, form) : [];
  const request = waiting.length === 0 ? spokenRequest : { ...spokenRequest, attached: waiting };
  const onlyAsker = (command.audience ?? "asker") === "asker";
  const dispatched = {
    ...base,
    kind: command.kind,
    onlyAsker,
    personId: request.actor.personId,
  };
  const denied = denial(command, request);
  if (denied !== null) return { ...dispatched, kind: "read", outcome: denied };
  if (request.via === "edit" && command.kind === "write" && command.onEdit !== "again") {
    const outcome = { reply: say(words.cannotCorrect(request.language)) };
    return { ...dispatched, kind: "read", outcome };
  }
  await refuseStale(request);
  if (form !== null && waiting.length > 0) await closeForm(request, form);
  const outcome = await command.run(request);
  return { ...dispatched, ...(outcome.queued === true ? { kind: "write" } : {}), outcome };
};

/** What came without a command, taken by the first that it looks to be for. */
const takenUnasked = async (
  request: Request,
  commands: readonly Command[],
  base: Base,
): Promise<Dispatched | null> => {
  for (const command of commands) {
    if (command.unasked === undefined || denial(command, request) !== null) continue;
    const outcome = await command.unasked(request);
    if (outcome === null) continue;
    return { ...base, kind: "write", onlyAsker: true, personId: request.actor.personId, outcome };
  }
  return null;
};

const TALK: Found = { kind: "text", mentioned: [] };

/** "Tiến độ NV-012 chậm" is a content where the form asks for one, not a report. */
const isAnswerText = (
  { via, text }: IncomingMessage,
  found: Found,
  form: (FormState & { command: string }) | null,
  commands: readonly Command[],
): boolean => {
  if (form === null || via !== "message" || found.kind !== "command") return false;
  const owner = commands.find(({ name }) => name === form.command);
  if (owner?.answeredBy?.(text) === true) return true;
  // A whole message that is a key ("Quá hạn") is tapped, not composed.
  const composed = found.args !== "" && !text.trimStart().startsWith("/");
  return composed && owner?.takesText?.(form.step) === true;
};

/** Does what was said. Throws `UserError` where the person must be told something instead. */
export const dispatch = async (
  tx: Tx,
  spoken: Spoken,
  { commands, finder, inviteLink }: DispatchDeps,
): Promise<Dispatched> => {
  const { incoming } = spoken;
  // Somebody else's words are no command of whoever passes them on.
  let found: Found = incoming.forwarded === true ? TALK : finder.find(incoming.text);
  const chat = await chatOf(tx, incoming.who.channel, incoming.chat, spoken.now);
  const base: Base = { chatId: chat.id, threadId: incoming.chat.threadId };
  const silent = { ...base, kind: "read" as const, outcome: null, onlyAsker: true, personId: null };
  if (!incoming.addressed) return silent;

  const guest = guestRequest(tx, spoken, chat, inviteLink);
  const actor = await findActor(tx, incoming.who, guest.today);
  if (actor === null) {
    const talk = incoming.chat.kind === "group" && found.kind === "text";
    return talk ? silent : forGuest(guest, found, base);
  }

  const request: Request = { ...guest, actor, language: actor.language };
  if (found.kind !== "command" || found.command.bindsGroup !== true) {
    const strange = await inStrangeGroup(guest, base);
    if (strange !== null) return found.kind === "text" ? silent : strange;
  }
  const form = await findForm(request);
  if (isAnswerText(incoming, found, form, commands)) found = TALK;
  if (found.kind === "command") {
    return runCommand(found.command, { ...request, args: found.args }, base, form);
  }

  // An answer to a question that was asked since: the new words would answer the wrong one.
  if (found.kind === "text" && request.via === "edit") {
    const outcome = { reply: say(words.cannotCorrect(request.language)) };
    const personId = actor.personId;
    if (incoming.chat.kind === "group") return silent;
    return { ...base, kind: "read", onlyAsker: true, personId, outcome };
  }
  const owner = commands.find((command) => command.name === form?.command);
  if (found.kind === "text" && form !== null && owner !== undefined && isHouseForm(form)) {
    if (isNo(incoming.text)) {
      const outcome = await cancelledForm(request, form);
      return { ...base, kind: "write", onlyAsker: true, personId: actor.personId, outcome };
    }
    const args = wholeSaid(form, incoming.text);
    if (args !== null) {
      await closeForm(request, form);
      return runCommand(owner, { ...request, args }, base);
    }
  } else if (found.kind === "text" && form !== null && owner?.answer !== undefined) {
    const denied = denial(owner, request);
    const kind = denied === null ? ("write" as const) : ("read" as const);
    const outcome =
      denied ?? (await owner.answer({ ...request, args: incoming.text.trim() }, form));
    return { ...base, kind, onlyAsker: true, personId: actor.personId, outcome };
  }
  const viec = commands.find(({ name }) => name === "viec");
  if (viec !== undefined && readTaskCode(incoming.text) !== null && request.attached.length === 0) {
    return runCommand(viec, { ...request, args: incoming.text }, base);
  }
  // People talk in groups; only what looks like a command is answered there.
  if (incoming.chat.kind === "group" && found.kind === "text") return silent;
  if (found.kind === "text") {
    const said = { ...request, args: incoming.text.trim() };
    const taken = await takenUnasked(said, commands, base);
    if (taken !== null) return taken;
  }
  return {
    ...base,
    kind: "read",
    onlyAsker: true,
    personId: actor.personId,
    outcome: await notUnderstood(
      { ...request, args: incoming.text.trim() },
      found,
      commands.filter((command) => denial(command, request) === null),
    ),
  };
};
