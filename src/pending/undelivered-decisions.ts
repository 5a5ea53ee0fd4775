// What the secretariat decides about messages that did not arrive, or may not have: /guilai 12,
// /guilai nhóm 5, /guilai người 7 send again, the same behind "bỏ" lets go.
import { audit } from "#src/delivery/audit.ts";
import { type Letter, letGo, type NotSent, sendLetter } from "#src/delivery/send-again.ts";
import {
  endRegistration,
  letterToDecide,
  type TroubledGroup,
  troubledGroups,
  type UnreachedPerson,
  unreachedPeople,
} from "#src/delivery/undelivered.ts";
import { fold } from "#src/language/fold.ts";
import { type Button, paragraph, type Reply, say } from "#src/messages/reply.ts";
import { UserError } from "#src/messages/user-error.ts";
import * as house from "#src/messages/words/house.ts";
import { unnamedGroup } from "#src/messages/words/publication.ts";
import * as words from "#src/messages/words/undelivered.ts";
import { may } from "#src/people/permissions.ts";
import type { Outcome, Request } from "#src/requests/request.ts";

type Asked = { of: "letter" | "group" | "person"; id: number; drop: boolean };

const ASKED = /^(bo |huy |drop )?(?:(nhom|group) |(nguoi|person) )?(\d{1,15})$/;

const LET_GO = /^(?:bo|huy|drop)(?![a-z0-9])/;

/** Which of them was named; null where it is not clear. Pure. */
export const readAsked = (args: string): Asked | null => {
  const found = ASKED.exec(fold(args).trim().replace(/\s+/g, " "));
  if (found === null) return null;
  const [, drop, group, person, number] = found;
  const id = Number(number);
  const of = group !== undefined ? "group" : person !== undefined ? "person" : "letter";
  if (of !== "letter" && id > 0x7fffffff) return null;
  return { of, id, drop: drop !== undefined };
};

const record = ({ tx, now, actor, inboxId }: Request, action: string, subject: string, n: number) =>
  audit(tx, {
    at: now,
    actorId: actor.personId,
    action,
    subject,
    inboxId,
    data: { messages: n },
  });

const withButton = (text: string, button: Button): Reply => ({
  blocks: [paragraph(text)],
  buttons: [[button]],
});

const lostGroup = ({ language }: Request, { chatId, title }: TroubledGroup): Reply =>
  withButton(words.groupStillLost(language, title ?? unnamedGroup(language)), {
    label: words.undeliveredLabels(language).endRegistration,
    command: `/guilai bỏ nhóm ${chatId}`,
    style: "danger",
  });

const lostPerson = ({ language }: Request, person: UnreachedPerson): Reply =>
  withButton(words.personStillLost(language, person.fullName), {
    label: words.letGoButton(language, person.letters.length),
    command: `/guilai bỏ người ${person.personId}`,
    style: "danger",
  });

type Tally = { sent: number; why: NotSent | null };

const sendAll = async (request: Request, letters: readonly Letter[]): Promise<Tally> => {
  const { tx, now, inboxId } = request;
  let tally: Tally = { sent: 0, why: null };
  for (const letter of letters) {
    // A group's message was asked for now; a notice keeps to its reader's quiet hours.
    const as = letter.kind === "notice" ? "itself" : "answer";
    const sent = await sendLetter(tx, letter, { as, language: "vi" }, { now, inboxId });
    tally =
      sent.kind === "queued" ? { ...tally, sent: tally.sent + 1 } : { ...tally, why: sent.why };
  }
  return tally;
};

const sendThem = async (
  request: Request,
  letters: readonly Letter[],
  subject: string,
): Promise<Outcome> => {
  const { language } = request;
  const { sent, why } = await sendAll(request, letters);
  if (sent > 0) {
    await record(request, "send again", subject, sent);
    return { reply: say(house.sentAgain(language, sent)) };
  }
  const erased = why === "erased" ? words.textErased : house.nothingToShowAgain;
  return { reply: say(erased(language)) };
};

const dropThem = async (request: Request, letters: readonly Letter[]): Promise<number> => {
  let count = 0;
  for (const letter of letters) {
    if (await letGo(request.tx, letter, `person:${request.actor.personId}`)) count += 1;
  }
  return count;
};

const dropped = async (
  request: Request,
  letters: readonly Letter[],
  subject: string,
): Promise<Outcome> => {
  const { language } = request;
  const count = await dropThem(request, letters);
  if (count === 0) return { reply: say(words.nothingToLetGo(language)) };
  await record(request, "let go", subject, count);
  return { reply: say(words.lettersLetGo(language, count)) };
};

const aboutLetter = async (request: Request, { id, drop }: Asked): Promise<Outcome> => {
  const { tx, language } = request;
  const letter = await letterToDecide(tx, BigInt(id));
  const subject = `outbox:${id}`;
  if (drop) return dropped(request, letter === null ? [] : [letter], subject);
  if (letter === null) return { reply: say(house.nothingToShowAgain(language)) };
  const [group] = await troubledGroups(tx, letter.chatId);
  if (group !== undefined && group.lost !== null) return { reply: lostGroup(request, group) };
  const person = (await unreachedPeople(tx, letter.personId ?? 0))[0];
  if (person?.reachable === false) return { reply: lostPerson(request, person) };
  return sendThem(request, [letter], subject);
};

const aboutGroup = async (request: Request, { id, drop }: Asked): Promise<Outcome> => {
  const { tx, now, language } = request;
  const [group] = await troubledGroups(tx, id);
  const subject = `chat:${id}`;
  if (!drop) {
    if (group === undefined) return { reply: say(house.nothingToShowAgain(language)) };
    if (group.lost !== null) return { reply: lostGroup(request, group) };
    return sendThem(request, group.letters, subject);
  }
  const chat = await tx.chat.findUnique({ where: { id, kind: "group" } });
  if (chat === null) return { reply: say(words.nothingToLetGo(language)) };
  const title = chat.title ?? unnamedGroup(language);
  // An old button: somebody has added the bot again.
  if (chat.status === "active") return { reply: say(words.groupIsBack(language, title)) };
  if (group === undefined) return { reply: say(words.nothingToLetGo(language)) };
  const count = await dropThem(request, group.letters);
  await endRegistration(tx, id, now);
  await record(request, "unbind group", subject, count);
  return { reply: say(words.registrationEnded(language, title, count)) };
};

const aboutPerson = async (request: Request, { id, drop }: Asked): Promise<Outcome> => {
  const { tx, language } = request;
  const [person] = await unreachedPeople(tx, id);
  const subject = `person:${id}`;
  if (drop) return dropped(request, person?.letters ?? [], subject);
  if (person === undefined) return { reply: say(house.nothingToShowAgain(language)) };
  if (!person.reachable) return { reply: lostPerson(request, person) };
  return sendThem(request, person.letters, subject);
};

const about = { letter: aboutLetter, group: aboutGroup, person: aboutPerson };

/**
 * Does what was asked about others' messages; null where none was named. @throws UserError where
 * the person may not, or it is not clear what is to be let go.
 */
export const decideUndelivered = async (request: Request): Promise<Outcome | null> => {
  const { args, actor, language } = request;
  const asked = readAsked(args);
  if (asked === null && !LET_GO.test(fold(args).trim())) return null;
  if (asked === null || !may(actor, "publish ranking")) {
    throw new UserError(say(words.againNotRead(language)));
  }
  return about[asked.of](request, asked);
};
