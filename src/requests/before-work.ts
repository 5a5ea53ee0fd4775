// What takes its time is done before the transaction of the effect: documents are opened. Whoever
// waits is told what is being read, where the channel can say so at once.
import type { Clock } from "#src/clock.ts";
import type { Db } from "#src/database/client.ts";
import type { Channel, IncomingMessage } from "#src/delivery/channel.ts";
import { type Opened, openDocument } from "#src/directives/open/open-document.ts";
import { findTaskCodes } from "#src/language/task-code.ts";
import { say } from "#src/messages/reply.ts";
import type { Actor } from "#src/people/actor.ts";
import { hasRole } from "#src/people/actor.ts";
import { storedFile } from "#src/sheets/stored-file.ts";
import type { DispatchDeps } from "./dispatch.ts";
import type { Found } from "./find-command.ts";
import { isFilesForm, waitingFiles } from "./half-said.ts";
import { isOneDocument } from "./one-document.ts";
import type { Attached, Command, FormState } from "./request.ts";

type Deps = Pick<DispatchDeps, "commands" | "finder"> & {
  db: Db;
  channel: Channel;
  clock: Clock;
};

type Said = { incoming: IncomingMessage; attached: readonly Attached[]; actor: Actor };

type OpenForm = FormState & { command: string };

/** A chat that waits for its turn longer than this is not told. */
const LONGEST_WAIT_MS = 1_000;

const TALK: Found = { kind: "text", mentioned: [] };

const mayRun = ({ roles }: Command, actor: Actor): boolean =>
  roles === "anyone" || hasRole(actor, ...roles);

const formHere = ({ db, clock }: Deps, { incoming, actor }: Said): Promise<OpenForm | null> => {
  const { who, chat } = incoming;
  return db.form.findFirst({
    where: {
      personId: actor.personId,
      chat: { channel: who.channel, externalId: chat.externalId },
      expiresAt: { gt: clock.now() },
    },
    select: { id: true, version: true, step: true, data: true, command: true },
  });
};

/** Who reads a file that came without a command; null where it may be for something else. */
const unaskedReader = async (deps: Deps, said: Said): Promise<Command | null> => {
  const { incoming, attached, actor } = said;
  const reader = deps.commands.find(({ opensFiles, unasked }) => opensFiles && unasked);
  if (reader === undefined || !mayRun(reader, actor)) return null;
  const form = await formHere(deps, said);
  const isFree = form === null || isFilesForm(form);
  const asker = isFree ? undefined : deps.commands.find(({ name }) => name === form.command);
  if (asker?.opensFiles === true) return reader;
  // What comes with a task's code is about that task.
  const isBare = isOneDocument(attached) && findTaskCodes(incoming.text).length === 0;
  return isFree && isBare ? reader : null;
};

type Work = { reader: Command; args: string; files: readonly Attached[] };

/** The command that something is to be prepared for, and the files that it will read. */
const workOf = async (deps: Deps, said: Said): Promise<Work | null> => {
  const { incoming, attached, actor } = said;
  const brought = attached.length > 0;
  const found = brought && incoming.forwarded === true ? TALK : deps.finder.find(incoming.text);
  if (found.kind === "command") {
    const { command: reader, args } = found;
    if (!mayRun(reader, actor)) return null;
    if (brought) return reader.opensFiles === true ? { reader, args, files: attached } : null;
    const form = reader.opensFiles === true ? await formHere(deps, said) : null;
    return { reader, args, files: waitingFiles(reader, form) };
  }
  if (!brought || found.kind !== "text") return null;
  const reader = await unaskedReader(deps, said);
  return reader === null ? null : { reader, args: "", files: attached };
};

const tell = async ({ channel }: Deps, { incoming }: Said, text: string): Promise<void> => {
  const { externalId, kind, threadId } = incoming.chat;
  const to = { externalId, kind, threadId };
  if ((channel.readyIn?.(to) ?? 0) > LONGEST_WAIT_MS) return;
  await channel.send(to, say(text), {});
};

/** Several at once are read by nobody: they need not be opened. */
const openOne = async (db: Db, files: readonly Attached[]): Promise<Map<number, Opened>> => {
  const opened = new Map<number, Opened>();
  const [file, ...more] = files;
  if (file === undefined || more.length > 0) return opened;
  const bytes = await storedFile(db, file.fileId);
  if (bytes !== null) opened.set(file.fileId, await openDocument(bytes, file.name));
  return opened;
};

/**
 * Opens the document of a message, or one that waited, for the command that reads it; undefined
 * where there is none. `isFirst`: the update is tried for the first time, and nobody was told yet.
 */
export const beforeWork = async (
  deps: Deps,
  said: Said,
  isFirst: boolean,
): Promise<ReadonlyMap<number, Opened> | undefined> => {
  const { incoming, actor } = said;
  if (incoming.chat.kind !== "private" || incoming.via === "edit") return undefined;
  const work = await workOf(deps, said);
  if (work === null) return undefined;
  const { reader, args, files } = work;
  const text = reader.beforeWork?.({ args, files, language: actor.language }) ?? null;
  if (text !== null && isFirst) await tell(deps, said, text);
  return files.length === 0 ? undefined : openOne(deps.db, files);
};
