// Purpose: binds this group (or this topic of it), and says what it receives and when.
// Grammar:  /nhom                          what it is now
//           /nhom ban chỉ đạo [WISHES]     registers it (anew)
//           /nhom WISHES                   changes what it receives
//           /nhom AGENCY [không nhắc hạn]
//           /nhom thôi
// WISHES: [không] xếp hạng · [không] bản tin · thứ ba 09:00 · duyệt trước | đăng ngay ·
//         chỉ các sở, các xã | tất cả các nhóm
import { agencyOrAsk } from "#src/agencies/find-agency.ts";
import { groupsNamed } from "#src/agencies/groups-named.ts";
import { audit } from "#src/delivery/audit.ts";
import { fold } from "#src/language/fold.ts";
import { paragraph, say } from "#src/messages/reply.ts";
import { UserError } from "#src/messages/user-error.ts";
import * as words from "#src/messages/words/people.ts";
import * as publication from "#src/messages/words/publication.ts";
import { rolesFor } from "#src/people/permissions.ts";
import type { Command, Outcome, Request } from "#src/requests/request.ts";
import {
  type Binding,
  bindingHere,
  groupNamesOf,
  saveBinding,
  unbindHere,
} from "#src/standings/binding-store.ts";
import { committeeBinding, NEW_COMMITTEE } from "#src/standings/binding-wishes.ts";
import { isAboutPublishing, readWishes, type Wishes } from "#src/standings/publication-wishes.ts";

const refuse = (text: string): UserError => new UserError(say(text));

/** Ids of the ranking groups that were named; undefined where none was. */
const groupIdsOf = async (
  { tx, language }: Request,
  { groups }: Wishes,
): Promise<number[] | undefined> => {
  if (groups === undefined) return undefined;
  const all = await tx.agencyGroup.findMany({ orderBy: [{ sortOrder: "asc" }, { id: "asc" }] });
  const found = groups.flatMap((typed) => {
    const named = groupsNamed(all, typed);
    if (named.length > 0) return named.map(({ id }) => id);
    throw new UserError({
      blocks: [
        paragraph(publication.groupsAre(language, typed)),
        { kind: "list", items: all.map(({ name }) => ({ runs: [name] })) },
      ],
    });
  });
  return [...new Set(found)];
};

const agencyBinding = async (request: Request, { rest, alerts }: Wishes): Promise<Binding> => {
  const agency = await agencyOrAsk(request, rest, (found) => `/nhom ${found}`);
  const nothing = { ...NEW_COMMITTEE, wantsRanking: false };
  return { ...nothing, purpose: "agency", agencyId: agency.id, wantsAlerts: alerts ?? true };
};

/** What the group is to be from now on. */
const wantedBinding = async (
  request: Request,
  wishes: Wishes,
  current: (Binding & { agency: { name: string } | null }) | null,
): Promise<Binding> => {
  const { language } = request;
  const publishing = isAboutPublishing(wishes);
  if (wishes.rest !== "") {
    if (publishing || wishes.committee)
      throw refuse(publication.wishNotRead(language, wishes.rest));
    return agencyBinding(request, wishes);
  }
  const ofAgency = !wishes.committee && current?.purpose === "agency";
  if (ofAgency && publishing) {
    throw refuse(publication.onlyForCommittee(language, current.agency?.name ?? ""));
  }
  if (ofAgency && wishes.alerts !== undefined) return { ...current, wantsAlerts: wishes.alerts };
  if (!publishing && !wishes.committee) throw refuse(publication.alertsNeedAgency(language));
  if ((wishes.publishOn ?? 1) > 5) throw refuse(publication.onWorkingDays(language));
  return committeeBinding(wishes, current, await groupIdsOf(request, wishes));
};

const show = async (request: Request): Promise<Outcome> => {
  const { tx, language } = request;
  const binding = await bindingHere(tx, request.chat);
  if (binding === null) return { reply: say(words.howToBind(language)) };
  const shown = {
    purpose: binding.purpose,
    agency: binding.agency?.name ?? null,
    ranking: binding.wantsRanking,
    approveFirst: binding.approveFirst,
    alerts: binding.wantsAlerts,
    bulletin: binding.wantsBulletin,
    publishOn: binding.publishOn,
    publishAt: binding.publishAt,
    groups: await groupNamesOf(tx, binding.agencyGroupIds),
  };
  return { reply: say(publication.bindingText(language, shown)) };
};

const record = (request: Request, action: string, data: object) =>
  audit(request.tx, {
    at: request.now,
    actorId: request.actor.personId,
    action,
    subject: `chat:${request.chat.id}`,
    inboxId: request.inboxId,
    data: { threadId: request.chat.threadId, ...data },
  });

export const nhom: Command = {
  name: "nhom",
  aliases: ["group"],
  summary: {
    vi: "Đăng ký nhóm này, chọn nhận gì và lúc nào",
    en: "Register this group, choose what it receives and when",
  },
  example: "/nhom ban chỉ đạo",
  roles: rolesFor("bind group"),
  chats: ["group"],
  kind: "write",
  audience: "chat",
  bindsGroup: true,
  run: async (request) => {
    const { tx, now, actor, language, calendar } = request;
    const text = fold(request.args).trim();
    if (text === "") return show(request);
    if (/^(thoi|huy|bo|off|stop)$/.test(text)) {
      await unbindHere(tx, request.chat, now);
      await record(request, "unbind group", {});
      return { reply: say(words.unbound(language)) };
    }
    const current = await bindingHere(tx, request.chat);
    const wanted = await wantedBinding(request, readWishes(request.args, calendar), current);
    await saveBinding(tx, request.chat, wanted, actor.personId);
    await record(request, "bind group", wanted);
    return show(request);
  },
};
