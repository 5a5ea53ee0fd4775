// Purpose: days of leave, and who stands in: rights and messages follow on those days.
// Grammar:  /vangmat 24/11-28/11 thay bởi Nguyễn Văn A     (từ … đến …, ngày mai, tuần sau; @a)
//           /vangmat của Trần Thị B 24/11 thay bởi C       (for somebody else)
//           /vangmat hủy [của Trần Thị B] [24/11]          /vangmat (mine, and for whom I stand in)
import { findDays } from "#src/language/day-range.ts";
import { fold } from "#src/language/fold.ts";
import { paragraph, say } from "#src/messages/reply.ts";
import * as words from "#src/messages/words/absence.ts";
import {
  type AbsenceDraft,
  absentMeant,
  commandOf,
  daysMeant,
  fromStored,
  substituteMeant,
  substitutesFor,
  toStored,
} from "#src/people/absence-draft.ts";
import { readAbsence } from "#src/people/absence-words.ts";
import { boundPeople } from "#src/people/colleagues-store.ts";
import { endLeave } from "#src/people/end-leave.ts";
import { leaveOverview } from "#src/people/leave-overview.ts";
import { rolesFor } from "#src/people/permissions.ts";
import { personButtons } from "#src/people/person-or-ask.ts";
import { checkFree, saveLeave } from "#src/people/save-leave.ts";
import { cancelledForm, isNo } from "#src/requests/answers.ts";
import { closeForm, findForm, openForm } from "#src/requests/forms-store.ts";
import type { Command, FormState, Outcome, Request } from "#src/requests/request.ts";

/** The name of the absent person; null where that is who asks. */
const nameOf = ({ actor }: Request, { absent }: Pick<AbsenceDraft, "absent">): string | null =>
  absent.id === actor.personId ? null : absent.fullName;

/** Asks for what is missing, or notes the leave. */
const goOn = async (request: Request, draft: AbsenceDraft): Promise<Outcome> => {
  const { language, tx } = request;
  const { absent, days, substitute } = draft;
  const name = nameOf(request, draft);
  if (days !== null) await checkFree(request, draft.absent, days);
  if (days !== null && substitute !== null) {
    const outcome = await saveLeave(request, { absent, days, substitute });
    const form = await findForm(request);
    if (form?.command === "vangmat") await closeForm(request, form);
    return outcome;
  }
  const people = await boundPeople(tx);
  const able = substitutesFor(request, absent, people);
  if (able.length === 0) return { reply: say(words.nobodyStandsIn(language, name)) };
  const step = days === null ? "days" : "who";
  await openForm(request, { command: "vangmat", step, data: toStored(draft) });
  if (days === null) return { reply: say(words.whichDays(language, name)) };
  return {
    reply: {
      blocks: [paragraph(words.whoStandsIn(language, name, days))],
      buttons: personButtons(able, people, (who) => commandOf(request, draft, people, who)),
    },
  };
};

const answer = async (request: Request, form: FormState): Promise<Outcome> => {
  const { args, language, today, calendar } = request;
  if (isNo(args)) return cancelledForm(request, form);
  const draft = await fromStored(request, form.data);
  if (draft === null) return cancelledForm(request, form);
  if (form.step === "who") {
    return goOn(request, { ...draft, substitute: await substituteMeant(request, args, draft) });
  }
  const said = readAbsence(args, today, calendar);
  const days = daysMeant(
    request,
    said.days.length > 0 ? said.days : findDays(args, today, calendar),
  );
  if (days === null) return { reply: say(words.daysNotUnderstood(language, args)) };
  const substitute =
    said.who === null
      ? draft.substitute
      : await substituteMeant(request, said.who, { ...draft, days });
  return goOn(request, { ...draft, days, substitute });
};

export const vangmat: Command = {
  name: "vangmat",
  aliases: ["absent", "nghiphep"],
  summary: { vi: "Ghi ngày vắng và người thay", en: "Days of leave and who stands in" },
  example: "/vangmat 24/11-28/11 thay bởi Nguyễn Văn A",
  roles: rolesFor("name substitute"),
  chats: ["private"],
  kind: "write",
  takesText: () => true,
  // Somebody may be called Nhàn.
  answeredBy: (text) => fold(text) === "nhan",
  run: async (request) => {
    const { args, language, today, calendar } = request;
    if (args.trim() === "") return leaveOverview(request);
    const said = readAbsence(args, today, calendar);
    const named = said.owner ?? "";
    const retold = (name: string) => `/vangmat ${args.replace(named, () => name)}`;
    const absent = await absentMeant(request, said.owner, retold);
    if (said.ends) return endLeave(request, absent, said.days);
    const days = daysMeant(request, said.days);
    if (days === null && said.who === null && said.owner === null) {
      return {
        reply: say(words.daysNotUnderstood(language, args), words.whichDays(language, null)),
      };
    }
    const substitute =
      said.who === null ? null : await substituteMeant(request, said.who, { absent, days });
    return goOn(request, { absent, days, substitute });
  },
  answer,
};
