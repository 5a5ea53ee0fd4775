// Half-filled forms: rows, not coroutines, so that they survive a restart and a day's pause.
// One form a person and chat: opening another replaces it.
import type { Prisma } from "#prisma/generated/client.ts";
import type { FormState, Request } from "./request.ts";

const DAYS_KEPT = 7;
const DAY_MS = 86_400_000;

export type FormOwner = Pick<Request, "tx" | "now"> & {
  actor: { personId: number };
  chat: { id: number };
};

type Filling = { step: string; data: Prisma.InputJsonValue };

const toState = (row: FormState): FormState => ({
  id: row.id,
  version: row.version,
  step: row.step,
  data: row.data,
});

/** Opens a form of a command for the person who asked, in the chat where they asked. */
export const openForm = async (
  request: FormOwner,
  { command, step, data }: Filling & { command: string },
): Promise<FormState> => {
  const owner = { personId: request.actor.personId, chatId: request.chat.id };
  const expiresAt = new Date(request.now.getTime() + DAYS_KEPT * DAY_MS);
  const filling = { command, step, data, updatedAt: request.now, expiresAt };
  const row = await request.tx.form.upsert({
    where: { personId_chatId: owner },
    create: { ...owner, ...filling, createdAt: request.now },
    // A new form in the same row: buttons of the old one must not work on it.
    update: { ...filling, createdAt: request.now, version: { increment: 1 } },
  });
  return toState(row);
};

/** Takes the form a step further; buttons drawn before no longer work. */
export const updateForm = async (
  request: Request,
  form: FormState,
  { step, data }: Filling,
): Promise<FormState> => {
  const row = await request.tx.form.update({
    where: { id: form.id },
    data: { step, data, updatedAt: request.now, version: { increment: 1 } },
  });
  return toState(row);
};

export const closeForm = async (request: Request, form: FormState): Promise<void> => {
  await request.tx.form.deleteMany({ where: { id: form.id } });
};

/** The open form of a person in a chat, with the command that it belongs to. */
export const findForm = async (
  request: Request,
): Promise<(FormState & { command: string }) | null> => {
  const row = await request.tx.form.findUnique({
    where: { personId_chatId: { personId: request.actor.personId, chatId: request.chat.id } },
  });
  if (row === null || row.expiresAt <= request.now) return null;
  return { ...toState(row), command: row.command };
};
