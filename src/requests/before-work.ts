// What takes its time is done before the transaction of the effect: documents are opened. Whoever
// waits is told what is being read, where the channel can say so at once.
import type { Db } from "#src/database/client.ts";
import type { Channel, IncomingMessage } from "#src/delivery/channel.ts";
import { type Opened, openDocument } from "#src/directives/open/open-document.ts";
import { say } from "#src/messages/reply.ts";
import type { Actor } from "#src/people/actor.ts";
import { hasRole } from "#src/people/actor.ts";
import { storedFile } from "#src/sheets/stored-file.ts";
import type { DispatchDeps } from "./dispatch.ts";
import type { Found } from "./find-command.ts";
import type { Attached, Command } from "./request.ts";

type Deps = Pick<DispatchDeps, "commands" | "finder"> & { db: Db; channel: Channel };

type Said = { incoming: IncomingMessage; attached: readonly Attached[]; actor: Actor };

/** Without a command only what may be a document is opened. */
const DOCUMENT = /\.(?:docx|pdf|txt)$/i;
/** A chat that waits for its turn longer than this is not told. */
const LONGEST_WAIT_MS = 1_000;

const TALK: Found = { kind: "text", mentioned: [] };

const mayRun = ({ roles }: Command, actor: Actor): boolean =>
  roles === "anyone" || hasRole(actor, ...roles);

/** Some form of another command waits for what comes next. */
const isAwaitedElsewhere = async (db: Db, { incoming, actor }: Said, own: string) => {
  const { who, chat } = incoming;
  const form = await db.form.findFirst({
    where: {
      personId: actor.personId,
      chat: { channel: who.channel, externalId: chat.externalId },
      command: { notIn: [own, "tep"] },
    },
    select: { id: true },
  });
  return form !== null;
};

/** The command that these files are opened for, if any. */
const readerOf = async (deps: Deps, said: Said): Promise<Command | null> => {
  const { incoming, attached, actor } = said;
  const found = incoming.forwarded === true ? TALK : deps.finder.find(incoming.text);
  if (found.kind === "command") {
    return found.command.opensFiles === true && mayRun(found.command, actor) ? found.command : null;
  }
  const reader = deps.commands.find(({ opensFiles, unasked }) => opensFiles && unasked);
  const isDocument = attached.length === 1 && attached.every(({ name }) => DOCUMENT.test(name));
  if (reader === undefined || found.kind !== "text" || !isDocument || !mayRun(reader, actor)) {
    return null;
  }
  return (await isAwaitedElsewhere(deps.db, said, reader.name)) ? null : reader;
};

const tell = async ({ channel }: Deps, { incoming }: Said, text: string): Promise<void> => {
  const { externalId, kind, threadId } = incoming.chat;
  const to = { externalId, kind, threadId };
  if ((channel.readyIn?.(to) ?? 0) > LONGEST_WAIT_MS) return;
  await channel.send(to, say(text), {});
};

const openAll = async (db: Db, attached: readonly Attached[]): Promise<Map<number, Opened>> => {
  const opened = new Map<number, Opened>();
  for (const { fileId, name } of attached) {
    const bytes = await storedFile(db, fileId);
    if (bytes !== null) opened.set(fileId, await openDocument(bytes, name));
  }
  return opened;
};

/**
 * Opens the documents of a message for the command that reads them; undefined where there is none.
 * `isFirst`: the update is tried for the first time, and nobody was told yet.
 */
export const beforeWork = async (
  deps: Deps,
  said: Said,
  isFirst: boolean,
): Promise<ReadonlyMap<number, Opened> | undefined> => {
  const { incoming, attached, actor } = said;
  if (incoming.chat.kind !== "private" || incoming.via === "edit") return undefined;
  const found = deps.finder.find(incoming.text);
  const reader =
    attached.length > 0
      ? await readerOf(deps, said)
      : found.kind === "command" && mayRun(found.command, actor)
        ? found.command
        : null;
  if (reader === null) return undefined;
  const args = found.kind === "command" ? found.args : "";
  const text = reader.beforeWork?.({ args, files: attached, language: actor.language }) ?? null;
  if (text !== null && isFirst) await tell(deps, said, text);
  return attached.length === 0 ? undefined : openAll(deps.db, attached);
};
