import { civilToday } from "#src/calendar/zone.ts";
import { bold } from "#src/messages/reply.ts";
import * as words from "#src/messages/words/petitions.ts";
import { may } from "#src/people/permissions.ts";
import { formatPetition } from "#src/standings/petition.ts";
import { openPetitions } from "#src/standings/petition-store.ts";
import type { PendingSource } from "./pending.ts";

/** What agencies say about published rankings. */
export const petitions: PendingSource = {
  words: ["kien nghi", "petitions"],
  title: words.petitionsTitle,
  load: async ({ tx, actor }) => {
    const rows = await openPetitions(tx);
    return rows
      .filter((row) => may(actor, "decide", row.agencyId) && row.askedById !== actor.personId)
      .map((row) => {
        const code = formatPetition(row.id);
        return {
          taskId: null,
          agency: row.agency,
          since: civilToday(row.askedAt),
          runs: [bold(code), ` ${row.agency.name} · ${row.snapshot.period}: ${row.reason}`],
          button: { label: `${code} · ${row.agency.name}`, command: `/duyet ${code}` },
        };
      });
  },
};
