// A secret document is refused, and what was taken of it is erased at once: files with the channel's
// handles, the stored messages that brought it, the parts that waited. That it happened is noted,
// nothing of what it said.
import { audit } from "#src/delivery/audit.ts";
import { eraseFiles } from "#src/delivery/erase-once.ts";
import { eraseStored, storedWith } from "#src/delivery/inbox-store.ts";
import { paragraph } from "#src/messages/reply.ts";
import { documentSecret } from "#src/messages/words/directive-files.ts";
import type { Outcome, Request } from "#src/requests/request.ts";
import type { SecrecyStamp } from "../open/secrecy.ts";

/** `inboxIds`: of other messages that brought parts of it, as decimal numbers. */
export const refuseSecret = async (
  request: Request,
  stamp: SecrecyStamp,
  brought: { fileIds: readonly number[]; inboxIds: readonly string[] },
): Promise<Outcome> => {
  const { tx, actor, chat, now, inboxId, language } = request;
  const { fileIds } = brought;
  const handles = await tx.fileCache.findMany({
    where: { fileId: { in: [...fileIds] } },
    select: { externalId: true },
  });
  const carrying = await storedWith(
    tx,
    handles.map(({ externalId }) => externalId),
  );
  const parts = brought.inboxIds.map((id) => BigInt(id));
  const own = inboxId === null ? [] : [inboxId];
  await eraseStored(tx, [...own, ...parts, ...carrying]);
  await tx.form.deleteMany({ where: { personId: actor.personId, chatId: chat.id } });
  await eraseFiles(
    tx,
    fileIds.map((fileId) => ({ fileId })),
  );
  await audit(tx, {
    at: now,
    actorId: actor.personId,
    action: "refuse secret document",
    subject: inboxId === null ? "document" : `inbox:${inboxId}`,
    inboxId,
    data: { stamp },
  });
  return { reply: { blocks: [paragraph(documentSecret(language, stamp))] } };
};
