// Purpose: who inside the agency holds a task: reminders then go to that person.
// Grammar:  /phutrach NV-012 tôi     /phutrach NV-012 @lan     /phutrach NV-012 Nguyễn Thị Lan
//           /phutrach NV-012 không

import { z } from "zod";
import { fold } from "#src/language/fold.ts";
import { type OutgoingMessage, paragraph, say } from "#src/messages/reply.ts";
import { UserError } from "#src/messages/user-error.ts";
import { understoodPerson } from "#src/messages/words/colleagues.ts";
import * as words from "#src/messages/words/reception.ts";
import { type Colleague, peopleOfAgency, standsFor } from "#src/people/colleagues-store.ts";
import { presentOn } from "#src/people/people-store.ts";
import { may, rolesFor } from "#src/people/permissions.ts";
import { personButtons, personOrAsk } from "#src/people/person-or-ask.ts";
import { closeForm, findForm, openForm } from "#src/requests/forms-store.ts";
import type { Command, FormState, Outcome, Request } from "#src/requests/request.ts";
import type { AssignmentRow } from "#src/tasks/assignment-store.ts";
import { introducedCard, readerFor } from "#src/tasks/card.ts";
import { causeOf } from "#src/tasks/cause.ts";
import { mayHandOver, setHolder } from "#src/tasks/holder.ts";
import { refuseState } from "#src/tasks/named-rows.ts";
import { namedCode, shownCode } from "#src/tasks/occurrence-view.ts";
import { tell } from "#src/tasks/tell.ts";
import { ownAssignment, ownAssignmentById } from "#src/tasks/which-assignment.ts";

const wanted = { command: "phutrach", action: "name holder", verb: null } as const;

const ME = /^(toi|minh|tui|em|me|myself|i|ban than)$/;
const NOBODY = /^(khong|khong ai|chua co|bo|bo trong|nobody|none|no one|thoi phu trach)$/;

/** Who was named; null = nobody. */
const readHolder = (
  request: Request,
  typed: string,
  people: readonly Colleague[],
  code: string,
): { person: Colleague | null; near: boolean } => {
  const text = fold(typed);
  if (NOBODY.test(text)) return { person: null, near: false };
  const own = people.find(({ id }) => id === request.actor.personId);
  if (ME.test(text) && own !== undefined) return { person: own, near: false };
  return personOrAsk(request.language, typed, people, (name) => `/phutrach ${code} ${name}`);
};

/** The new holder gets the card; who held it before, a line. Substitutes hear it with them. */
const told = async (
  request: Request,
  assignment: AssignmentRow,
  person: Colleague | null,
): Promise<OutgoingMessage[]> => {
  const { tx, today, actor: by } = request;
  const key = `holder:${assignment.id}:${assignment.version}`;
  const withSubstitutes = async (id: number) => [id, ...(await presentOn(tx, [id], today))];
  const now = person === null ? [] : await withSubstitutes(person.id);
  const { holderId } = assignment;
  const before = holderId === null ? [] : await withSubstitutes(holderId);
  const messages = await tell(request, now, {
    key: `${key}:new`,
    reply: (actor) =>
      introducedCard(
        readerFor(request, actor),
        assignment.id,
        actor.personId === person?.id
          ? words.youHold(actor.language, shownCode(actor.language, assignment), by.fullName)
          : words.nowHeldBy(
              actor.language,
              shownCode(actor.language, assignment),
              by.fullName,
              person?.fullName ?? null,
            ),
      ),
  });
  const others = before.filter((id) => !now.includes(id));
  const word = {
    key: `${key}:before`,
    reply: ({ language }: { language: Request["language"] }) =>
      say(
        words.nowHeldBy(
          language,
          shownCode(language, assignment),
          by.fullName,
          person?.fullName ?? null,
        ),
      ),
  };
  return [...messages, ...(await tell(request, others, word))];
};

const take = async (
  request: Request,
  assignment: AssignmentRow,
  typed: string,
): Promise<Outcome> => {
  const { tx, language, actor, today } = request;
  const code = shownCode(language, assignment);
  const people = await peopleOfAgency(tx, assignment.agencyId);
  const { person, near } = readHolder(request, typed, people, namedCode(assignment));
  const holder = people.find(({ id }) => id === assignment.holderId);
  if ((person?.id ?? null) === assignment.holderId) {
    return { reply: say(words.holderSame(language, code, person?.fullName ?? null)) };
  }
  const allowed = mayHandOver({
    change: may(actor, "change holder", assignment.agencyId),
    name: may(actor, "name holder", assignment.agencyId),
    heldBy: holder?.id ?? null,
    standsFor: await standsFor(tx, actor.personId, today),
  });
  if (!allowed) {
    const text = words.heldByColleague(language, code, holder?.fullName ?? "");
    throw new UserError({ blocks: [paragraph(text)] });
  }
  await setHolder(tx, assignment, person?.id ?? null, causeOf(request));
  // A group reads codes and figures only.
  const said =
    person === null
      ? words.holderCleared(language, code)
      : request.chat.kind === "group"
        ? words.holderNoted(language, code)
        : words.holderSet(language, code, person.fullName);
  const readBack =
    near && person !== null ? [understoodPerson(language, typed, person.fullName)] : [];
  return {
    reply: say(...readBack, said),
    messages: await told(request, assignment, person),
    changed: [assignment.id],
  };
};

const refuseWhereOver = (request: Request, assignment: AssignmentRow): void => {
  const { state } = assignment;
  if (state === "done" || state === "cancelled" || state === "transferred") {
    throw refuseState(request, assignment);
  }
};

/** Without a name the next message is taken as one. */
const askWho = async (request: Request, assignment: AssignmentRow): Promise<Outcome> => {
  const code = namedCode(assignment);
  const data = { assignmentId: assignment.id };
  await openForm(request, { command: "phutrach", step: "who", data });
  const people = await peopleOfAgency(request.tx, assignment.agencyId);
  return {
    reply: {
      blocks: [
        paragraph(words.whoHolds(request.language, shownCode(request.language, assignment))),
      ],
      // Names of people are not for a whole group.
      ...(request.chat.kind === "group"
        ? {}
        : { buttons: personButtons(people, people, (name) => `/phutrach ${code} ${name}`) }),
    },
  };
};

const asked = z.object({ assignmentId: z.number() });

const answer = async (request: Request, form: FormState): Promise<Outcome> => {
  const { assignmentId } = asked.parse(form.data);
  const assignment = await ownAssignmentById(request, assignmentId, wanted);
  refuseWhereOver(request, assignment);
  const outcome = await take(request, assignment, request.args);
  await closeForm(request, form);
  return outcome;
};

export const phutrach: Command = {
  name: "phutrach",
  aliases: ["holder", "nguoiphutrach"],
  summary: { vi: "Giao người phụ trách trong cơ quan", en: "Who in the agency holds a task" },
  example: "/phutrach NV-012 tôi",
  roles: rolesFor("name holder", "change holder"),
  chats: ["private", "group"],
  kind: "write",
  audience: "chat",
  // Somebody may be called Nhàn.
  answeredBy: (text) => ME.test(fold(text)) || NOBODY.test(fold(text)) || fold(text) === "nhan",
  run: async (request) => {
    const { assignment, rest } = await ownAssignment(request, wanted);
    refuseWhereOver(request, assignment);
    if (rest === "") return askWho(request, assignment);
    const outcome = await take(request, assignment, rest);
    const form = await findForm(request);
    if (form?.command === "phutrach") await closeForm(request, form);
    return outcome;
  },
  answer,
};
