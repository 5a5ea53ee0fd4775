// /duyet PA-5 … and /tuchoi KN-3 …: what has a code of its own is decided by whoever put it into
// the list (decidables.ts). A form that asks for the rest is opened by that one with the command
// "duyet" or "tuchoi" and the data { prefix, id }; the next message comes back here.
import { z } from "zod";
import { closeForm } from "#src/requests/forms-store.ts";
import type { FormState, Outcome, Request } from "#src/requests/request.ts";
import { type Decidable, readDecidable } from "./decidable.ts";
import { decidables } from "./decidables.ts";

type Verb = "approve" | "reject";

const asked = z.object({ prefix: z.enum(["PA", "KN"]), id: z.number() });

const ownerOf = (prefix: Decidable["prefix"]): Decidable | undefined =>
  decidables.find((one) => one.prefix === prefix);

/** Decides what a code at the start names; null where none stands there, or nobody owns it. */
export const decideByCode = async (request: Request, verb: Verb): Promise<Outcome | null> => {
  const read = readDecidable(request.args);
  const owner = read === null ? undefined : ownerOf(read.prefix);
  return read === null || owner === undefined ? null : owner[verb](request, read.id, read.rest);
};

/** The same with what a form asked for; null where the form is about something else. */
export const answerByCode = async (
  request: Request,
  form: FormState,
  verb: Verb,
): Promise<Outcome | null> => {
  const read = asked.safeParse(form.data);
  const owner = read.success ? ownerOf(read.data.prefix) : undefined;
  if (!read.success || owner === undefined) return null;
  await closeForm(request, form);
  return owner[verb](request, read.data.id, request.args.trim());
};
