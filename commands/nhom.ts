// Purpose: binds this group (or this topic of it), and says what it receives.
// Grammar:  /nhom                          what it is now
//           /nhom ban chỉ đạo [duyệt trước | đăng ngay] [không xếp hạng]
//           /nhom AGENCY [không nhắc hạn]
//           /nhom thôi
import { agencyOrAsk } from "#src/agencies/find-agency.ts";
import { audit } from "#src/delivery/audit.ts";
import { fold } from "#src/language/fold.ts";
import { say } from "#src/messages/reply.ts";
import * as words from "#src/messages/words/people.ts";
import { rolesFor } from "#src/people/permissions.ts";
import type { Command, Outcome, Request } from "#src/requests/request.ts";

const here = ({ chat }: Request) => ({ chatId: chat.id, threadId: chat.threadId });

const isCommittee = /\b(ban chi dao|bcd|committee)\b/;

type Wanted = {
  purpose: "committee" | "agency";
  agencyId: number | null;
  wantsRanking: boolean;
  wantsAlerts: boolean;
  approveFirst: boolean;
};

const readWanted = async (request: Request): Promise<Wanted> => {
  const text = fold(request.args);
  if (isCommittee.test(text)) {
    return {
      purpose: "committee",
      agencyId: null,
      wantsRanking: !/\b(khong xep hang|no ranking)\b/.test(text),
      wantsAlerts: false,
      approveFirst: /\b(duyet truoc|duyet|approve)\b/.test(text),
    };
  }
  const name = request.args.replace(/\bkhông nhắc( hạn)?\b|\bkhong nhac( han)?\b/i, "").trim();
  const agency = await agencyOrAsk(request, name, (found) => `/nhom ${found}`);
  return {
    purpose: "agency",
    agencyId: agency.id,
    wantsRanking: false,
    wantsAlerts: !/\bkhong nhac\b/.test(text),
    approveFirst: false,
  };
};

const show = async (request: Request): Promise<Outcome> => {
  const { tx, language } = request;
  const binding = await tx.chatBinding.findFirst({
    where: { ...here(request), endedAt: null },
    include: { agency: true },
  });
  if (binding === null) return { reply: say(words.howToBind(language)) };
  const shown = {
    purpose: binding.purpose === "agency" ? ("agency" as const) : ("committee" as const),
    agency: binding.agency?.name ?? null,
    ranking: binding.wantsRanking,
    approveFirst: binding.approveFirst,
    alerts: binding.wantsAlerts,
  };
  return { reply: say(words.bindingText(language, shown)) };
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
  summary: { vi: "Đăng ký nhóm này", en: "Register this group" },
  example: "/nhom ban chỉ đạo",
  roles: rolesFor("bind group"),
  chats: ["group"],
  kind: "write",
  audience: "chat",
  bindsGroup: true,
  run: async (request) => {
    const { tx, now, actor, language } = request;
    const text = fold(request.args).trim();
    if (text === "") return show(request);
    if (/^(thoi|huy|bo|off|stop)$/.test(text)) {
      await tx.chatBinding.updateMany({ where: here(request), data: { endedAt: now } });
      await record(request, "unbind group", {});
      return { reply: say(words.unbound(language)) };
    }
    const wanted = await readWanted(request);
    await tx.chatBinding.upsert({
      where: { chatId_threadId: here(request) },
      create: { ...here(request), ...wanted, createdById: actor.personId },
      update: { ...wanted, endedAt: null },
    });
    await record(request, "bind group", wanted);
    return show(request);
  },
};
