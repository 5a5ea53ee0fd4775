// What somebody gets whose words are no command: courtesy is returned, a task is offered what can
// be done about it, a slip the likeliest command. What else was typed goes along with the tap.

import { readDocumentRef } from "#src/language/document-ref.ts";
import { fold } from "#src/language/fold.ts";
import { findPercent } from "#src/language/percent.ts";
import { findTaskCodes, formatTaskCode } from "#src/language/task-code.ts";
import { type Button, paragraph, type Reply, say } from "#src/messages/reply.ts";
import * as words from "#src/messages/words/house.ts";
import { labels } from "#src/messages/words/tasks.ts";
import { isNo, isYes } from "./answers.ts";
import type { Found } from "./find-command.ts";
import { forwardedForWhat } from "./forwarded.ts";
import { askWhatFor } from "./half-said.ts";
import type { Command, Outcome, Request } from "./request.ts";

type Misunderstood = Exclude<Found, { kind: "command" }>;

const THANKS = /^((da|vang|ok|oke|okay) )*(cam on|thanks|thank you|tks)\b/;
const GREETING = /^(xin |kinh )?(chao|hello|hi|alo)\b.{0,30}$/;

const help: Button[][] = [[{ label: "/trogiup", command: "/trogiup" }]];

const courtesy = ({ language, args }: Request): Reply | null => {
  const text = fold(args);
  // An emoji or a full stop is a nod.
  if (THANKS.test(text) || !/[\p{L}\p{N}]/u.test(text)) return say(words.youAreWelcome(language));
  if (GREETING.test(text)) return { ...say(words.greeting(language)), buttons: help };
  if (!isYes(args) && !isNo(args)) return null;
  return { ...say(words.nothingOpen(language)), buttons: help };
};

const tapFor = ({ name, summary }: Command, { language }: Request, args: string): Button[] => [
  { label: `/${name}: ${summary[language]}`, command: `/${name} ${args}`.trim() },
];

/** What can be done about a task that was named, or that the answered message is about. */
const aboutTask = (request: Request, usable: readonly Command[]): Reply | null => {
  const { args, repliedTo, language } = request;
  const [typed] = findTaskCodes(args);
  const [found] = typed === undefined ? findTaskCodes(repliedTo ?? "") : [typed];
  if (found === undefined) return null;
  const code = formatTaskCode(found.number);
  const cut = typed === undefined ? args : `${args.slice(0, typed.from)} ${args.slice(typed.to)}`;
  const rest = cut
    .replace(/^\/\S*/, "")
    .replace(/\s+/g, " ")
    .trim();
  const { report, submit, confirm, giveBack } = labels(language);
  const deeds = [
    { name: "tiendo", label: report, args: `${code} ${rest}` },
    { name: "hoanthanh", label: submit, args: `${code} ${rest}` },
    { name: "xacnhan", label: confirm, args: code },
    { name: "tralai", label: giveBack, args: code },
    { name: "viec", label: code, args: code },
  ];
  const buttons = deeds
    .filter(({ name }) => usable.some((command) => command.name === name))
    .map(({ name, label, args }) => [{ label, command: `/${name} ${args}`.trim() }]);
  return { ...say(words.whatAbout(language, code)), buttons };
};

const unknownCommand = (
  request: Request,
  { word, args, nearest }: Extract<Found, { kind: "unknown" }>,
  usable: readonly Command[],
): Reply => {
  const { language } = request;
  const sorry = say(words.unknownCommand(language, word)).blocks;
  const likely = nearest.filter((command) => usable.includes(command));
  if (likely.length > 0) {
    return {
      blocks: [...sorry, paragraph(words.perhaps(language))],
      buttons: likely.map((command) => tapFor(command, request, args)),
    };
  }
  const about = aboutTask(request, usable);
  if (about !== null) return { ...about, blocks: [...sorry, ...about.blocks] };
  return { blocks: [...sorry, paragraph(words.seeHelp(language))], buttons: help };
};

/** The card that was last shown here: "50% đã lấy ý kiến" is probably about that. */
const aboutLastCard = async (
  request: Request,
  usable: readonly Command[],
): Promise<Reply | null> => {
  const { args, tx, chat } = request;
  const says = findPercent(args) !== null || readDocumentRef(args, request.today) !== null;
  if (!says || chat.kind === "group") return null;
  const last = await tx.postedCard.findFirst({
    where: { chatId: chat.id, taskId: { not: null } },
    orderBy: { id: "desc" },
  });
  if (last?.taskId == null) return null;
  return aboutTask({ ...request, repliedTo: formatTaskCode(last.taskId) }, usable);
};

/** `usable`: the commands that this person may use here. */
export const notUnderstood = async (
  request: Request,
  found: Misunderstood,
  usable: readonly Command[],
): Promise<Outcome> => {
  const { language, attached } = request;
  if (found.kind === "unknown" && found.word !== "") {
    return { reply: unknownCommand(request, found, usable) };
  }
  const examples = usable.slice(0, 3).map((command) => [{ code: command.example }]);
  if (attached.length > 0) return askWhatFor(request, usable);
  if (found.kind === "unknown") return { reply: say(words.notUnderstood(language), ...examples) };
  if (request.forwarded === true && request.chat.kind === "private") {
    const about = aboutTask(request, usable);
    const asked = forwardedForWhat(request, usable, about);
    if (asked !== null) return { reply: asked };
  }
  const answered =
    courtesy(request) ?? aboutTask(request, usable) ?? (await aboutLastCard(request, usable));
  if (answered !== null) return { reply: answered };
  const { perhaps } = found;
  if (
    perhaps !== undefined &&
    perhaps.command.roles !== "anyone" &&
    usable.includes(perhaps.command)
  ) {
    return {
      reply: {
        ...say(words.perhaps(language)),
        buttons: [tapFor(perhaps.command, request, perhaps.args)],
      },
    };
  }
  const named = found.mentioned.filter((command) => usable.includes(command));
  if (named.length > 0) {
    const buttons = named.map((command) => tapFor(command, request, ""));
    return { reply: { ...say(words.perhaps(language)), buttons } };
  }
  return { reply: say(words.notUnderstood(language), ...examples) };
};
