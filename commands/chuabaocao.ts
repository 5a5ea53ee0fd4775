// Purpose: who has not reported on a task, as a plain list to paste anywhere; alone: the tasks
//          that reports are missing of.
// Grammar:  /chuabaocao NV-012 [chưa nhận | quá hạn] [AGENCIES]
//           /chuabaocao [AGENCIES] [trang 2]
import { agenciesNamed } from "#src/agencies/agencies-named.ts";
import { formatTaskCode } from "#src/language/task-code.ts";
import { say } from "#src/messages/reply.ts";
import * as words from "#src/messages/words/missing.ts";
import { agenciesWithPeople } from "#src/people/bound-agencies.ts";
import { rolesFor } from "#src/people/permissions.ts";
import type { Command, Outcome, Request } from "#src/requests/request.ts";
import { missingIn } from "#src/tasks/missing-in.ts";
import { tasksWithOpenLeads } from "#src/tasks/missing-store.ts";
import { countMissing, tasksMissingReply } from "#src/tasks/missing-tasks-view.ts";
import { missingReply } from "#src/tasks/missing-view.ts";
import { type MissingWords, readMissing, typedFor } from "#src/tasks/missing-words.ts";

const ofTask = async (request: Request, taskId: number, said: MissingWords): Promise<Outcome> => {
  const { tx, language } = request;
  const named = formatTaskCode(taskId);
  const { chosen, agencies, only, missing } = await missingIn(
    request,
    taskId,
    said,
    (names) => `/chuabaocao ${named} ${typedFor[said.which]} ${names}`,
  );
  if (missing === 0) return { reply: say(words.nobodyMissing(language, named, agencies)) };
  if (chosen.length === 0) {
    return { reply: say(words.noneSuch(language, named, said.which, only)) };
  }
  const task = await tx.task.findUniqueOrThrow({ where: { id: taskId } });
  const ids = chosen.map(({ agencyId }) => agencyId);
  const bound = await agenciesWithPeople(tx, ids);
  const shown = {
    taskId,
    // It will be pasted elsewhere.
    content: task.restricted ? null : task.content,
    missing: chosen,
    agencies,
    unbound: new Set(ids.filter((id) => !bound.has(id))),
  };
  return { reply: missingReply(request, shown, said.names) };
};

const ofAll = async (request: Request, said: MissingWords): Promise<Outcome> => {
  const { tx, language, today } = request;
  const named = await agenciesNamed(request, said.names, (names) => `/chuabaocao ${names}`);
  const counted = countMissing(await tasksWithOpenLeads(tx, named?.ids ?? null), today);
  if (counted.length === 0) return { reply: say(words.nothingMissing(language)) };
  return { reply: tasksMissingReply(request, counted, said) };
};

export const chuabaocao: Command = {
  name: "chuabaocao",
  aliases: ["chuanop", "unreported"],
  summary: { vi: "Cơ quan nào chưa báo cáo", en: "Who has not reported" },
  example: "/chuabaocao NV-012",
  roles: rolesFor("see lists"),
  chats: ["private"],
  kind: "read",
  run: async (request) => {
    // A colon brings no message here: what follows are names.
    const said = readMissing(request.args.replace(/[:：\n]/gu, " "));
    return said.taskId === null ? ofAll(request, said) : ofTask(request, said.taskId, said);
  },
};
