// /duyet KN-3 …, /tuchoi KN-3 …: by somebody of another agency. What is typed behind the code is
// published (accepted) or told to the agency (rejected); without it the next message is asked for.

import { audit } from "#src/delivery/audit.ts";
import { type OutgoingMessage, paragraph, say } from "#src/messages/reply.ts";
import { UserError } from "#src/messages/user-error.ts";
import * as words from "#src/messages/words/petitions.ts";
import { agencyReceivers } from "#src/people/people-store.ts";
import { may } from "#src/people/permissions.ts";
import { closeForm, findForm, openForm } from "#src/requests/forms-store.ts";
import type { Outcome, Request } from "#src/requests/request.ts";
import { formatPetition } from "#src/standings/petition.ts";
import { decidePetition, lockPetition, type PetitionRow } from "#src/standings/petition-store.ts";
import { tell } from "#src/tasks/tell.ts";
import type { Decidable } from "./decidable.ts";

type Verb = { command: "duyet" | "tuchoi"; accepted: boolean };

const APPROVE: Verb = { command: "duyet", accepted: true };
const REJECT: Verb = { command: "tuchoi", accepted: false };

const refuse = (text: string): UserError =>
  new UserError({
    blocks: [paragraph(text)],
    buttons: [[{ label: "/choxuly", command: "/choxuly" }]],
  });

/** The petition, locked, if this person may decide about it now. */
const toDecide = async (request: Request, id: number): Promise<PetitionRow> => {
  const { tx, actor, language } = request;
  const row = await lockPetition(tx, id);
  const code = formatPetition(id);
  if (row === null) throw refuse(words.noSuchPetition(language, code));
  if (!may(actor, "decide", row.agencyId) || row.askedById === actor.personId) {
    throw refuse(words.notOnOwnPetition(language, row.agency.name));
  }
  if (row.accepted !== null) throw refuse(words.decidedBefore(language, code, row.accepted));
  return row;
};

/** The next message is taken as what is missing (src/pending/by-code.ts). */
const askRest = async (request: Request, id: number, verb: Verb): Promise<Outcome> => {
  const data = { prefix: "KN", id };
  await openForm(request, { command: verb.command, step: "petition", data });
  const ask = verb.accepted ? words.askCorrection : words.askRejection;
  return { reply: say(ask(request.language, formatPetition(id))) };
};

/** The form that asked for it, if there was one. */
const closeAsked = async (request: Request, verb: Verb): Promise<void> => {
  const form = await findForm(request);
  if (form?.command === verb.command && form.step === "petition") await closeForm(request, form);
};

/** Whoever asked, and the others of the agency. */
const tellAgency = async (
  request: Request,
  row: PetitionRow,
  decision: string,
  { accepted }: Verb,
): Promise<OutgoingMessage[]> => {
  const of = { agencyId: row.agencyId, holderId: null };
  const people = await agencyReceivers(request.tx, of, request.today);
  const text = accepted ? words.yourPetitionAccepted : words.yourPetitionRejected;
  const asker = row.askedById === null ? [] : [row.askedById];
  return tell(request, [...asker, ...people], {
    key: `petition-decided:${row.id}`,
    reply: ({ language }) =>
      say(text(language, formatPetition(row.id), row.snapshot.period, decision)),
  });
};

const decide =
  (verb: Verb) =>
  async (request: Request, id: number, rest: string): Promise<Outcome> => {
    const { tx, actor, now, language } = request;
    const row = await toDecide(request, id);
    const decision = rest.trim();
    if (decision === "") return askRest(request, id, verb);
    await closeAsked(request, verb);
    const { accepted } = verb;
    await decidePetition(tx, row, { accepted, decision, byPersonId: actor.personId, now });
    await audit(tx, {
      at: now,
      actorId: actor.personId,
      action: accepted ? "accept petition" : "reject petition",
      subject: `petition:${id}`,
      inboxId: request.inboxId,
      data: { decision },
    });
    const code = formatPetition(id);
    const { name } = row.agency;
    const text = accepted
      ? words.petitionAccepted(language, code, name, row.snapshot.period, decision)
      : words.petitionRejected(language, code, name);
    return { reply: say(text), messages: await tellAgency(request, row, decision, verb) };
  };

export const petitionDecisions: Decidable = {
  prefix: "KN",
  approve: decide(APPROVE),
  reject: decide(REJECT),
};
