// /duyet PA-5 and /tuchoi PA-5 lý do: whether what was entered for an agency is taken back.
import { z } from "zod";
import { beginning } from "#src/messages/format.ts";
import type { Language } from "#src/messages/language.ts";
import { paragraph, say } from "#src/messages/reply.ts";
import { UserError } from "#src/messages/user-error.ts";
import * as words from "#src/messages/words/on-behalf.ts";
import { may } from "#src/people/permissions.ts";
import { closeForm, findForm, openForm } from "#src/requests/forms-store.ts";
import type { Outcome, Request } from "#src/requests/request.ts";
import { causeOf } from "#src/tasks/cause.ts";
import { rejectContradiction, type Upheld, upholdContradiction } from "#src/tasks/contradict.ts";
import { whyNotDecide } from "#src/tasks/contradiction-rules.ts";
import { type About, lockContradiction } from "#src/tasks/contradictions-store.ts";
import { formatContradiction, formatEntry } from "#src/tasks/entry-code.ts";
import { shownCode } from "#src/tasks/occurrence-view.ts";
import { tellDecided } from "#src/tasks/tell-contradiction.ts";
import type { Decidable } from "./decidable.ts";

const refuse = (text: string): UserError => new UserError({ blocks: [paragraph(text)] });

/** The contradiction, if it waits and this person may decide about it. */
const toDecide = async (request: Request, id: number): Promise<About> => {
  const { tx, language, actor } = request;
  const code = formatContradiction(id);
  const about = await lockContradiction(tx, id);
  if (about === null) throw refuse(words.noSuchContradiction(language, code));
  const { contradiction, assignment, entry } = about;
  const why = whyNotDecide({
    mayDecide: may(actor, "decide", assignment.agencyId),
    actorId: actor.personId,
    contradictedById: contradiction.byId,
    enteredById: entry.enteredById,
  });
  if (why === "own agency") {
    throw refuse(words.notYourContradiction(language, code, assignment.agency.name));
  }
  if (why !== null) throw refuse(words.enteredItYourself(language, code));
  if (contradiction.upheld !== null) {
    throw refuse(words.contradictionClosed(language, code, contradiction.upheld));
  }
  return about;
};

const taskOf = ({ assignment }: About, language: Language): string =>
  shownCode(language, assignment);

const upheldText = (language: Language, about: About, upheld: Upheld): string => {
  const code = formatContradiction(about.contradiction.id);
  switch (upheld.kind) {
    case "progress":
      return words.rightedPercent(language, code, taskOf(about, language), upheld.percent);
    case "result":
      return words.resultTakenBack(language, code, taskOf(about, language));
    case "nothing left":
      return words.acceptedOnly(language, code, formatEntry(about.entry.ref));
  }
};

const approve: Decidable["approve"] = async (request, id, rest) => {
  const { tx, language } = request;
  const about = await toDecide(request, id);
  const { assignment, entry } = about;
  if (entry.confirmedOn !== null) {
    const content = beginning(assignment.task.content, 60);
    const code = formatContradiction(id);
    throw refuse(
      words.confirmedStays(
        language,
        code,
        taskOf(about, language),
        entry.confirmedOn,
        assignment.agency.code,
        content,
      ),
    );
  }
  const note = rest === "" ? null : rest;
  const upheld = await upholdContradiction(tx, assignment, about, note, causeOf(request));
  const decision = (reader: Language) => upheldText(reader, about, upheld);
  return {
    reply: say(decision(language)),
    messages: await tellDecided(request, assignment, about, { decision, note }),
    changed: [assignment.id],
  };
};

/** The form of /tuchoi brings its answer back here (by-code.ts). */
const askWhy = async (request: Request, id: number): Promise<Outcome> => {
  const data = { prefix: "PA", id };
  await openForm(request, { command: "tuchoi", step: "reason", data });
  return { reply: say(words.whyRejected(request.language, formatContradiction(id))) };
};

const asked = z.object({ prefix: z.literal("PA"), id: z.number() });

const closeAsked = async (request: Request, id: number): Promise<void> => {
  const form = await findForm(request);
  if (form !== null && asked.safeParse(form.data).data?.id === id) await closeForm(request, form);
};

const reject: Decidable["reject"] = async (request, id, rest) => {
  const { tx, language } = request;
  const about = await toDecide(request, id);
  if (rest === "") return askWhy(request, id);
  await closeAsked(request, id);
  const { assignment, contradiction } = about;
  await rejectContradiction(tx, assignment, contradiction, rest, causeOf(request));
  const decision = (reader: Language) =>
    words.rejected(reader, formatContradiction(id), taskOf(about, reader));
  return {
    reply: say(decision(language)),
    messages: await tellDecided(request, assignment, about, { decision, note: rest }),
    changed: [assignment.id],
  };
};

export const contradictionDecisions: Decidable = { prefix: "PA", approve, reject };
