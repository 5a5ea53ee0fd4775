// Purpose: says yes to the open form.   Grammar: /dongy
import { paragraph } from "#src/messages/reply.ts";
import { UserError } from "#src/messages/user-error.ts";
import { nothingOpen } from "#src/messages/words/house.ts";
import { hasRole } from "#src/people/actor.ts";
import { findForm } from "#src/requests/forms-store.ts";
import { isHouseForm, notYetSaid } from "#src/requests/half-said.ts";
import type { Command, Request } from "#src/requests/request.ts";

/** Continues the open form with a word, through the command that owns it. */
export const continueForm = async (
  request: Request,
  word: string,
  commands: readonly Command[],
) => {
  const form = await findForm(request);
  const owner = commands.find((command) => command.name === form?.command);
  if (form === null || owner?.answer === undefined) {
    throw new UserError({ blocks: [paragraph(nothingOpen(request.language))] });
  }
  // The role may have been lost since the form was opened.
  if (owner.roles !== "anyone" && !hasRole(request.actor, ...owner.roles)) {
    throw new UserError({ blocks: [paragraph(nothingOpen(request.language))] });
  }
  // It waits for a task, an agency or a deed: yes says none of them.
  if (isHouseForm(form)) return notYetSaid(request);
  return owner.answer({ ...request, args: word }, form);
};

export const makeDongy = (commands: () => readonly Command[]): Command => ({
  name: "dongy",
  aliases: ["yes"],
  summary: { vi: "Đồng ý với nội dung đang hỏi", en: "Say yes to what is being asked" },
  example: "/dongy",
  roles: "anyone",
  chats: ["private", "group"],
  kind: "write",
  run: (request) => continueForm(request, "có", commands()),
});
