// A document that comes as text, in as many messages as it takes: each is added to a form, until
// whoever sends it says that this is all.
import { z } from "zod";
import { fold } from "#src/language/fold.ts";
import { type Block, type Button, paragraph } from "#src/messages/reply.ts";
import { UserError } from "#src/messages/user-error.ts";
import * as words from "#src/messages/words/directive-input.ts";
import { deeds } from "#src/messages/words/directives.ts";
import { closeForm, openForm, updateForm } from "#src/requests/forms-store.ts";
import type { FormState, Outcome, Request } from "#src/requests/request.ts";
import { secrecyOf } from "../open/secrecy.ts";
import { refuseSecret } from "./secret.ts";
import { startReading } from "./start-reading.ts";
import { storableText } from "./text-key.ts";

export const COLLECTING = "collect";

/** 200 pages. */
const MOST_CHARACTERS = 600_000;

const collected = z.object({
  parts: z.array(z.object({ text: z.string(), inboxId: z.string().nullable() })),
});
type Part = z.infer<typeof collected>["parts"][number];

const END = /^(?:doc|doc di|het|het roi|xong|xong roi|read|done|ok)[.!]?$/;

/** "Đọc", "hết rồi": what came so far is all. */
export const isEnd = (typed: string): boolean => END.test(fold(typed));

/** A message that goes on in the middle of a sentence is no new paragraph. */
export const joinParts = (parts: readonly string[]): string =>
  parts.reduce((whole, part) => {
    if (whole === "") return part;
    const goesOn = /^\p{Ll}(?!\s?[.)])/u.test(part.trimStart()) && !/[.;:]\s*$/u.test(whole);
    return `${whole}${goesOn ? "\n" : "\n\n"}${part}`;
  }, "");

const partsIn = (form: FormState | null): Part[] =>
  form?.step === COLLECTING ? collected.parse(form.data).parts : [];

/** Asks for a document; what is typed, pasted or forwarded next is its text. */
export const askDocument = async (request: Request, why: Block[] = []): Promise<Outcome> => {
  await openForm(request, { command: "docvanban", step: COLLECTING, data: { parts: [] } });
  return { reply: { blocks: [...why, paragraph(words.askDocument(request.language))] } };
};

const secretIn = (request: Request, parts: readonly Part[]): Promise<Outcome> | null => {
  const stamp =
    parts.map(({ text }) => secrecyOf(text)).find((one) => one !== null) ??
    secrecyOf(joinParts(parts.map(({ text }) => text)));
  if (stamp === null || stamp === undefined) return null;
  const inboxIds = parts.flatMap(({ inboxId }) => (inboxId === null ? [] : [inboxId]));
  return refuseSecret(request, stamp, { fileIds: [], inboxIds });
};

/** Takes one more part. */
export const addPart = async (
  request: Request,
  form: FormState | null,
  text: string,
  why: Block[] = [],
): Promise<Outcome> => {
  const { language, inboxId } = request;
  const part = { text: storableText(text), inboxId: inboxId === null ? null : String(inboxId) };
  const parts = [...partsIn(form), part];
  const secret = secretIn(request, parts);
  if (secret !== null) return secret;
  const characters = parts.reduce((sum, one) => sum + one.text.length, 0);
  if (characters > MOST_CHARACTERS) {
    throw new UserError({ blocks: [paragraph(words.tooMuchText(language, MOST_CHARACTERS))] });
  }
  const filling = { step: COLLECTING, data: { parts } };
  if (form === null) await openForm(request, { command: "docvanban", ...filling });
  else await updateForm(request, form, filling);
  const say = deeds(language);
  const next: Button[][] = [
    [
      { label: say.read, command: "/docvanban đọc", style: "primary" },
      { label: say.stop, command: "/thoi" },
    ],
  ];
  const taken = paragraph(words.partsTaken(language, parts.length, characters));
  return { reply: { blocks: [...why, taken], buttons: next } };
};

/** Reads what was collected; asks for it where nothing was. */
export const readCollected = async (request: Request, form: FormState | null): Promise<Outcome> => {
  const parts = partsIn(form);
  if (form === null || parts.length === 0) return askDocument(request);
  const secret = secretIn(request, parts);
  if (secret !== null) return secret;
  await closeForm(request, form);
  const text = joinParts(parts.map((part) => part.text));
  return startReading(request, { text, fileId: null });
};
