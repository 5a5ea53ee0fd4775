// The first administrators are named by number in the configuration: nobody else could invite
// them. Everybody after them comes in by a one-time code.
import type { Db } from "#src/database/client.ts";
import { audit } from "#src/delivery/audit.ts";
import { grantRole, personBehind } from "./invites.ts";

/** Makes sure that each of the Telegram ids is an administrator; safe to run at every start. */
export const bootstrapAdmins = async (
  db: Db,
  telegramIds: readonly string[],
  now: Date,
): Promise<void> => {
  for (const externalId of telegramIds) {
    await db.$transaction(async (tx) => {
      const who = {
        channel: "telegram",
        externalId,
        // Until their first /start tells their name.
        displayName: `Quản trị ${externalId}`,
        username: null,
      };
      const personId = await personBehind(tx, who, now);
      const held = await tx.membership.count({
        where: { personId, role: "admin", endedAt: null },
      });
      if (held > 0) return;
      await grantRole(tx, personId, { role: "admin", agencyId: null }, now);
      await audit(tx, {
        at: now,
        actorId: null,
        actorLabel: "ADMIN_TELEGRAM_IDS",
        action: "bootstrap admin",
        subject: `person:${personId}`,
        inboxId: null,
      });
    });
  }
};
