// Purpose: approves a ranking that waits, so that it is posted in its group.
// Grammar:  /dang [2026-W47 [number of the group]]      (alone: the only one that waits)
import { audit } from "#src/delivery/audit.ts";
import { paragraph, say } from "#src/messages/reply.ts";
import { UserError } from "#src/messages/user-error.ts";
import * as words from "#src/messages/words/people.ts";
import { rolesFor } from "#src/people/permissions.ts";
import type { Command, Request } from "#src/requests/request.ts";
import { approvePublication } from "#src/standings/publish.ts";

const named = (args: string) => {
  const [, period, binding] = /(\d{4}-W\d{2})?\s*(?:\b(\d{1,9}))?\s*$/i.exec(args) ?? [];
  return {
    ...(period === undefined ? {} : { period: period.toUpperCase() }),
    ...(binding === undefined ? {} : { bindingId: Number(binding) }),
  };
};

const waiting = async ({ tx, args }: Request) => {
  const rows = await tx.publication.findMany({
    where: { state: "draft", ...named(args) },
    orderBy: { id: "asc" },
  });
  return rows.length === 1 ? rows[0] : undefined;
};

/** Somebody of the secretariat was first; null where nothing was named, or nothing is posted. */
const postedAlready = async ({ tx, args }: Request): Promise<string | null> => {
  const { period, bindingId } = named(args);
  if (period === undefined) return null;
  const row = await tx.publication.findFirst({
    where: { state: "posted", period, ...(bindingId === undefined ? {} : { bindingId }) },
  });
  const draft = await tx.publication.count({ where: { state: "draft", period } });
  return row === null || draft > 0 ? null : row.period;
};

export const dang: Command = {
  name: "dang",
  aliases: ["publish"],
  summary: { vi: "Duyệt đăng bảng xếp hạng", en: "Post a ranking that waits" },
  example: "/dang 2026-W47",
  roles: rolesFor("publish ranking"),
  chats: ["private"],
  kind: "write",
  run: async (request) => {
    const { tx, now, actor, language } = request;
    const row = await waiting(request);
    const { personId } = actor;
    const message =
      row === undefined
        ? null
        : await approvePublication(tx, {
            period: row.period,
            bindingId: row.bindingId,
            byPersonId: personId,
            now,
          });
    const posted = row === undefined ? await postedAlready(request) : null;
    if (posted !== null) return { reply: say(words.rankingPostedBefore(language, posted)) };
    if (row === undefined || message === null) {
      throw new UserError({
        blocks: [paragraph(words.noSuchRanking(language))],
        buttons: [[{ label: "/choxuly", command: "/choxuly" }]],
      });
    }
    await audit(tx, {
      at: now,
      actorId: personId,
      action: "publish ranking",
      subject: `publication:${row.id}`,
      inboxId: request.inboxId,
    });
    return { reply: say(words.rankingPosted(language, row.period)), messages: [message] };
  },
};
