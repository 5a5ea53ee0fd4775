// Purpose: nudges every agency that has not reported on a task, in one go; once a day each.
// Grammar:  /dondoc NV-012 [chưa báo cáo | chưa nhận | quá hạn] [AGENCIES] [: lời nhắn]
// Asks first where more than three agencies would hear it.
import { z } from "zod";
import { formatTaskCode } from "#src/language/task-code.ts";
import { type Block, bold, details, paragraph, say } from "#src/messages/reply.ts";
import { UserError } from "#src/messages/user-error.ts";
import { whichTask } from "#src/messages/words/commands.ts";
import { noneSuch } from "#src/messages/words/missing.ts";
import * as words from "#src/messages/words/nudges.ts";
import { rolesFor } from "#src/people/permissions.ts";
import { cancelledForm, isNo, isYes, notYesOrNo } from "#src/requests/answers.ts";
import { closeForm, openForm } from "#src/requests/forms-store.ts";
import type { Command, FormState, Outcome, Request } from "#src/requests/request.ts";
import { missingIn } from "#src/tasks/missing-in.ts";
import type { LeadLine } from "#src/tasks/missing-store.ts";
import { type MissingWords, readMissing, typedFor } from "#src/tasks/missing-words.ts";
import { nudgeAll, nudgedToday, reachOf } from "#src/tasks/nudge.ts";

const MOST_UNASKED = 3;
const LONGEST_MESSAGE = 1_000;

const formData = z.object({
  taskId: z.number(),
  assignmentIds: z.array(z.number()),
  message: z.string(),
});
type Data = z.infer<typeof formData>;

const nameOf = ({ agency }: { agency: { name: string } }): string => agency.name;

const listed = (
  rows: readonly { agency: { name: string } }[],
  text: (names: string[]) => string,
) => (rows.length === 0 ? [] : [paragraph(text(rows.map(nameOf)))]);

const send = async (
  request: Request,
  { taskId, assignmentIds, message }: Data,
): Promise<Outcome> => {
  const { language } = request;
  const code = formatTaskCode(taskId);
  const { reached, already, unbound, settled, messages } = await nudgeAll(
    request,
    assignmentIds,
    message,
  );
  const first =
    reached.length === 0
      ? words.nobodyReached(language, code)
      : words.nudged(language, code, reached.map(nameOf));
  return {
    reply: {
      blocks: [
        paragraph(first),
        ...listed(already, (names) => words.nudgedToday(language, names)),
        ...listed(unbound, (names) => words.toPhone(language, names)),
        ...(settled > 0 ? [paragraph(words.reportedMeanwhile(language, settled))] : []),
      ],
      buttons: [[{ label: `/chuabaocao ${code}`, command: `/chuabaocao ${code}` }]],
    },
    messages,
  };
};

const ask = async (request: Request, chosen: readonly LeadLine[], data: Data): Promise<Outcome> => {
  const { language } = request;
  const ids = chosen.map(({ id }) => id);
  const before = await nudgedToday(request, ids);
  const reach = await reachOf(
    request,
    chosen.map(({ agencyId }) => agencyId),
  );
  const fresh = chosen.filter(({ id }) => !before.has(id));
  const already = chosen.filter(({ id }) => before.has(id));
  const unbound = fresh.filter(({ agencyId }) => !reach.isReached(agencyId));
  const form = await openForm(request, { command: "dondoc", step: "confirm", data });
  const drawnFrom = { of: "form" as const, id: form.id, version: form.version };
  const code = formatTaskCode(data.taskId);
  const blocks: Block[] = [
    paragraph(bold(words.nudgeThese(language, code, fresh.length))),
    details(words.whichAgencies(language), paragraph(fresh.map(nameOf).join("; "))),
    ...(data.message === "" ? [] : [paragraph(words.theirMessage(language, data.message))]),
    ...listed(already, (names) => words.nudgedToday(language, names)),
    ...listed(unbound, (names) => words.toPhone(language, names)),
  ];
  return {
    reply: {
      blocks,
      buttons: [
        [
          { label: words.send(language), command: "/dongy", drawnFrom, style: "primary" },
          { label: words.cancel(language), command: "/thoi", drawnFrom },
        ],
      ],
    },
  };
};

const nudge = async (request: Request, taskId: number, said: MissingWords): Promise<Outcome> => {
  const { language } = request;
  const code = formatTaskCode(taskId);
  if (said.message.length > LONGEST_MESSAGE) {
    const text = words.messageTooLong(language, LONGEST_MESSAGE);
    throw new UserError({ blocks: [paragraph(text)] });
  }
  const tail = said.message === "" ? "" : `: ${said.message}`;
  const again = (names: string) =>
    `/dondoc ${code} ${typedFor[said.which]} ${names}${tail}`.replace(/ +/g, " ");
  const { chosen, only } = await missingIn(request, taskId, said, again);
  if (chosen.length === 0) return { reply: say(noneSuch(language, code, said.which, only)) };
  const data = { taskId, assignmentIds: chosen.map(({ id }) => id), message: said.message };
  const before = await nudgedToday(request, data.assignmentIds);
  return chosen.length - before.size > MOST_UNASKED
    ? ask(request, chosen, data)
    : send(request, data);
};

const answer = async (request: Request, form: FormState): Promise<Outcome> => {
  if (isNo(request.args)) return cancelledForm(request, form);
  if (!isYes(request.args)) return notYesOrNo(request);
  await closeForm(request, form);
  return send(request, formData.parse(form.data));
};

export const dondoc: Command = {
  name: "dondoc",
  aliases: ["nhacviec", "nudge"],
  summary: { vi: "Đôn đốc các cơ quan chưa báo cáo", en: "Nudge those who have not reported" },
  example: "/dondoc NV-012 chưa báo cáo: đề nghị gửi trước 25/11",
  roles: rolesFor("nudge"),
  chats: ["private"],
  kind: "write",
  run: async (request) => {
    const said = readMissing(request.args);
    if (said.taskId !== null) return nudge(request, said.taskId, said);
    throw new UserError(
      {
        blocks: [paragraph(whichTask(request.language, "/dondoc NV-012"))],
        buttons: [[{ label: "/chuabaocao", command: "/chuabaocao" }]],
      },
      { command: "dondoc", missing: "task", before: "", after: request.args.trim() },
    );
  },
  answer,
};
