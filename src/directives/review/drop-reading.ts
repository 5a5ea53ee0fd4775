// A reading is given up: what was registered of it stays, nothing more will be.
import { audit } from "#src/delivery/audit.ts";
import { paragraph } from "#src/messages/reply.ts";
import * as words from "#src/messages/words/directives.ts";
import type { Outcome, Request } from "#src/requests/request.ts";
import { openReading } from "./named-reading.ts";
import { formatReading } from "./reading-code.ts";
import { touchReading } from "./readings-store.ts";

/** @throws UserError where it is over already */
export const dropReading = async (request: Request, readingId: number): Promise<Outcome> => {
  const { tx, now, actor, inboxId, language } = request;
  await openReading(request, readingId);
  await touchReading(tx, readingId, now, { status: "dropped" });
  await audit(tx, {
    at: now,
    actorId: actor.personId,
    action: "drop reading",
    subject: `reading:${readingId}`,
    inboxId,
  });
  const text = words.readingDropped(language, formatReading(readingId));
  return { reply: { blocks: [paragraph(text)] } };
};
