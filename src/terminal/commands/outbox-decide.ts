// dondoc outbox resend, dondoc outbox drop: what becomes of messages that may not have arrived, or
// never did. Each is claimed and audited by itself: of two operators one does it.
import type { Tx } from "#src/database/client.ts";
import { audit } from "#src/delivery/audit.ts";
import {
  type Letter,
  letGo,
  type NotSent,
  readerLanguage,
  sendLetter,
} from "#src/delivery/send-again.ts";
import { plural } from "#src/messages/format.ts";
import { shownAgain } from "#src/messages/words/house.ts";
import {
  type CliOption,
  type DatabaseCommand,
  type Given,
  type House,
  JSON_OUT,
} from "../cli-command.ts";
import { wrongUsage } from "../cli-error.ts";
import { choiceOf, chosen } from "../outbox/letters.ts";
import { placesOf } from "../outbox/places.ts";
import { tidy } from "../text-columns.ts";

type Deed = { id: string; done: boolean; what: string };

const OPTIONS = {
  unknown: { type: "boolean", help: "all that may not have arrived" },
  dead: { type: "boolean", help: "all that were refused for good" },
  reachable: { type: "boolean", help: "only those whose chat can be written to" },
  json: JSON_OUT,
} satisfies Record<string, CliOption>;

const note = (
  { recordedAt: at }: House,
  action: string,
  id: bigint,
  data: Record<string, string>,
) => ({
  at,
  actorId: null,
  actorLabel: "cli",
  action,
  subject: `outbox:${id}`,
  inboxId: null,
  data,
});

const TAKEN = "somebody else decided about it meanwhile";

const whyLeft = (why: NotSent, chat: string): string => {
  switch (why) {
    case "taken":
      return TAKEN;
    case "unreachable":
      return `not sent: the chat of ${chat} is gone; it can be sent once they are back`;
    case "erased":
      return "not sent: its text was for one use and is erased; type the command anew, and drop this";
    case "alert":
      return "not sent: an alert is worked out anew each morning; drop it";
  }
};

const resendOne = async (tx: Tx, house: House, letter: Letter, chat: string): Promise<Deed> => {
  const language = await readerLanguage(tx, letter.chat);
  const cause = { now: house.recordedAt, inboxId: null };
  const sent = await sendLetter(tx, letter, { as: "itself", language }, cause);
  const id = String(letter.id);
  if (sent.kind === "left") return { id, done: false, what: whyLeft(sent.why, chat) };
  const as = String(sent.id);
  await audit(tx, note(house, "send again", letter.id, { as, state: letter.state }));
  return { id, done: true, what: `queued again as ${as}, to ${chat}` };
};

const dropOne = async (tx: Tx, house: House, letter: Letter, why: string): Promise<Deed> => {
  const id = String(letter.id);
  if (!(await letGo(tx, letter, why))) return { id, done: false, what: TAKEN };
  await audit(tx, note(house, "let go", letter.id, { why, state: letter.state }));
  return { id, done: true, what: "dropped" };
};

/** Each message in a transaction of its own; 1 where something that was asked for was not done. */
const decide = async (
  house: House,
  given: Given,
  verb: string,
  one: (tx: Tx, letter: Letter, chat: string) => Promise<Deed>,
): Promise<number> => {
  const { db, out } = house;
  const { letters, missing } = await chosen(db, choiceOf(given));
  const placeOf = await placesOf(
    db,
    letters.map(({ chat }) => chat),
  );
  const deeds: Deed[] = [];
  for (const letter of letters) {
    const chat = tidy(placeOf(letter.chat).chat);
    deeds.push(await db.$transaction((tx) => one(tx, letter, chat)));
  }
  const not = given.flag("reachable") ? ", or not reachable" : "";
  for (const id of missing) {
    deeds.push({ id, done: false, what: `it is neither unknown nor dead${not}` });
  }
  const done = deeds.filter((deed) => deed.done).length;
  const open = deeds.length - done;
  if (given.flag("json"))
    out(JSON.stringify({ [verb]: done, left: open, messages: deeds }, null, 2));
  else {
    for (const { id, what } of deeds) out(`${id}: ${what}`);
    out(`${plural(done, "message")} ${verb}${open === 0 ? "" : `, ${open} left`}.`);
  }
  return open === 0 ? 0 : 1;
};

export const outboxResend: DatabaseCommand = {
  name: "outbox resend",
  summary: "Send again what may not have arrived, or never did",
  usage: "ID… | --unknown | --dead [--reachable] [--json]",
  options: OPTIONS,
  example: "outbox resend 1204 1207",
  details: [
    `What may have arrived is marked ${shownAgain("vi")}. Nothing is sent to a chat that is gone; with`,
    "--reachable such messages are passed over in silence. Alerts are never sent again: they are",
    "worked out anew each morning.",
  ],
  database: "there",
  run: (house, given) =>
    decide(house, given, "queued again", (tx, letter, chat) => resendOne(tx, house, letter, chat)),
};

export const outboxDrop: DatabaseCommand = {
  name: "outbox drop",
  summary: "Let go of messages that may not have arrived, or never did",
  usage: 'ID… | --unknown | --dead [--reachable] --why "…" [--json]',
  options: { ...OPTIONS, why: { type: "string", value: "TEXT", help: "kept in the audit trail" } },
  example: 'outbox drop 1204 --why "told by telephone"',
  details: ["They are not shown any more, neither here nor in /choxuly. It cannot be undone."],
  database: "there",
  run: async (house, given) => {
    const why = given.text("why")?.trim() ?? "";
    if (why === "") throw wrongUsage('--why is missing, for example --why "told by telephone"');
    return decide(house, given, "dropped", (tx, letter) => dropOne(tx, house, letter, why));
  },
};
