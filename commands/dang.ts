// Purpose: approves a ranking that waits, so that it is posted in its group, or drops it.
// Grammar:  /dang [2026-W47 [number of the group]]      (alone: the only one that waits)
//           /dang bỏ [2026-W47 [number of the group]]
import { civilTime, civilToday } from "#src/calendar/zone.ts";
import { audit } from "#src/delivery/audit.ts";
import { around, cutWords } from "#src/language/cut-words.ts";
import { paragraph, say } from "#src/messages/reply.ts";
import { UserError } from "#src/messages/user-error.ts";
import * as words from "#src/messages/words/people.ts";
import * as publication from "#src/messages/words/publication.ts";
import { rolesFor } from "#src/people/permissions.ts";
import type { Command, Outcome, Request } from "#src/requests/request.ts";
import { approvePublication, dropPublication } from "#src/standings/publish.ts";
import { leadingWeek } from "#src/standings/week-asked.ts";
import { bulletinWith } from "#src/standings/weekly-bulletin.ts";

type Draft = {
  id: number;
  period: string;
  bindingId: number;
  binding: { chat: { title: string | null } };
};

type Named = { period?: string; bindingId?: number };

const DROP = /^(?:bo|huy|khong dang|drop)(?![a-z0-9])/;

const named = (text: string, { today }: Request): Named => {
  const week = leadingWeek(text, today);
  const binding = /(?:^|\s)(\d{1,9})$/.exec((week?.rest ?? text).trim())?.[1];
  return {
    ...(week === null ? {} : { period: week.period }),
    ...(binding === undefined ? {} : { bindingId: Number(binding) }),
  };
};

const draftsOf = ({ tx }: Request, which: Named): Promise<Draft[]> =>
  tx.publication.findMany({
    where: { state: "draft", ...which },
    orderBy: { id: "asc" },
    include: { binding: { include: { chat: { select: { title: true } } } } },
  });

const titleOf = ({ binding }: Draft, { language }: Request): string =>
  binding.chat.title ?? publication.unnamedGroup(language);

/** The one draft that is meant; asks where several are. */
const theDraft = (request: Request, drafts: readonly Draft[], verb: string): Draft | undefined => {
  const [first, ...more] = drafts;
  if (more.length === 0) return first;
  throw new UserError({
    blocks: [paragraph(publication.whichDraft(request.language))],
    buttons: drafts.map((draft) => [
      {
        label: `${draft.period} · ${titleOf(draft, request)}`,
        command: `${verb} ${draft.period} ${draft.bindingId}`,
      },
    ]),
  });
};

/** Somebody of the secretariat was first; null where nothing was named, or nothing was decided. */
const decidedAlready = async (
  { tx, language }: Request,
  { period, bindingId }: Named,
): Promise<string | null> => {
  if (period === undefined) return null;
  const row = await tx.publication.findFirst({
    where: { state: { not: "draft" }, period, ...(bindingId === undefined ? {} : { bindingId }) },
    orderBy: { decidedAt: "desc" },
  });
  if (row === null) return null;
  return row.state === "posted"
    ? words.rankingPostedBefore(language, row.period)
    : publication.droppedBefore(language, row.period);
};

const record = ({ tx, now, actor, inboxId }: Request, action: string, draft: Draft) =>
  audit(tx, {
    at: now,
    actorId: actor.personId,
    action,
    subject: `publication:${draft.id}`,
    inboxId,
  });

const drop = async (request: Request, text: string): Promise<Outcome> => {
  const { tx, now, actor, language } = request;
  const which = named(text, request);
  const draft = theDraft(request, await draftsOf(request, which), "/dang bỏ");
  if (draft === undefined) {
    const before = await decidedAlready(request, which);
    throw new UserError(say(before ?? publication.noSuchDraft(language)));
  }
  const { period, bindingId } = draft;
  await dropPublication(tx, { period, bindingId, byPersonId: actor.personId, now });
  await record(request, "drop ranking", draft);
  return { reply: say(publication.dropped(language, period, titleOf(draft, request))) };
};

const post = async (request: Request): Promise<Outcome> => {
  const { tx, now, actor, language, calendar } = request;
  const which = named(request.args, request);
  const draft = theDraft(request, await draftsOf(request, which), "/dang");
  const before = draft === undefined ? await decidedAlready(request, which) : null;
  if (before !== null) return { reply: say(before) };
  const decision = { byPersonId: actor.personId, now };
  const message =
    draft === undefined
      ? null
      : await approvePublication(
          tx,
          { period: draft.period, bindingId: draft.bindingId, ...decision },
          calendar,
        );
  if (draft === undefined || message === null) {
    throw new UserError({
      blocks: [paragraph(words.noSuchRanking(language))],
      buttons: [[{ label: "/choxuly", command: "/choxuly" }]],
    });
  }
  await record(request, "publish ranking", draft);
  const { notBefore } = message;
  const text =
    notBefore === undefined
      ? words.rankingPosted(language, draft.period)
      : publication.scheduled(language, draft.period, civilToday(notBefore), civilTime(notBefore));
  const beside = await bulletinWith(tx, draft, message, calendar);
  return { reply: say(text), messages: [message, ...beside] };
};

export const dang: Command = {
  name: "dang",
  aliases: ["publish"],
  summary: { vi: "Duyệt đăng bảng xếp hạng", en: "Post a ranking that waits" },
  example: "/dang 2026-W47",
  roles: rolesFor("publish ranking"),
  chats: ["private"],
  kind: "write",
  run: (request) => {
    const dropped = cutWords(request.args, DROP);
    return dropped === null ? post(request) : drop(request, around(dropped));
  },
};
