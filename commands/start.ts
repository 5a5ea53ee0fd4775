// Purpose: binds a person by a one-time code; greets whoever is bound already. Of a code that was
// shown nothing stays: in the stored update it is blotted out.
// Grammar:  /start [code]
import { civilTime, civilToday } from "#src/calendar/zone.ts";
import { maskStored } from "#src/delivery/inbox-store.ts";
import { showDate } from "#src/messages/format.ts";
import { type Reply, say } from "#src/messages/reply.ts";
import { stranger } from "#src/messages/words/house.ts";
import * as words from "#src/messages/words/people.ts";
import { hasRole } from "#src/people/actor.ts";
import { redeemInvite } from "#src/people/invites.ts";
import { findActorById } from "#src/people/people-store.ts";
import { standingKeys } from "#src/people/standing-keys.ts";
import type { Command, GuestRequest, Outcome, Request } from "#src/requests/request.ts";

/** Any one of the codes that we make; what else is typed is no secret. */
const CODE = /^[\w-]{20,64}$/;

const bind = async (request: GuestRequest, code: string): Promise<Outcome> => {
  const { tx, who, now, inboxId, language } = request;
  if (inboxId !== null && CODE.test(code)) await maskStored(tx, inboxId, code);
  const redeemed = await redeemInvite(tx, code, who, now, inboxId);
  if (redeemed.kind === "not-looked-at") {
    const { until } = redeemed;
    const moment = `${civilTime(until)} ${showDate(civilToday(until))}`;
    return { reply: say(words.codesNotLookedAt(language, moment)) };
  }
  if (redeemed.kind !== "bound") return { reply: say(words.badCode(language, redeemed.kind)) };
  const actor = await findActorById(tx, redeemed.personId, request.today);
  if (actor === null) return { reply: say(stranger(language)) };
  const grant = words.grantText(actor.language, redeemed.role, redeemed.agencyName);
  const reply = say(words.welcome(actor.language, actor.fullName, grant));
  return { reply: withNextStep(reply, standingKeys(actor)) };
};

/** Leaders get their four keys; everybody else the way to the help. */
const withNextStep = (reply: Reply, keys: string[][] | undefined): Reply =>
  keys === undefined
    ? { ...reply, buttons: [[{ label: "/trogiup", command: "/trogiup" }]] }
    : { ...reply, keys };

/** An administrator who was named by number in the configuration brings the name along. */
const takeName = async ({ tx, actor, who }: Request): Promise<string> => {
  if (!hasRole(actor, "admin") || !actor.fullName.endsWith(who.externalId)) return actor.fullName;
  await tx.person.update({ where: { id: actor.personId }, data: { fullName: who.displayName } });
  return who.displayName;
};

export const start: Command = {
  name: "start",
  aliases: ["batdau"],
  summary: { vi: "Bắt đầu, hoặc kết nối bằng mã mời", en: "Start, or connect by an invitation" },
  example: "/start",
  roles: "anyone",
  chats: ["private"],
  kind: "write",
  run: async (request) => {
    const code = request.args.trim();
    if (code !== "") return bind(request, code);
    const name = await takeName(request);
    const reply = say(words.helloAgain(request.language, name));
    return { reply: withNextStep(reply, standingKeys(request.actor)) };
  },
  runForGuest: async (request) => {
    const code = request.args.trim();
    return code === "" ? { reply: say(stranger(request.language)) } : bind(request, code);
  },
};
