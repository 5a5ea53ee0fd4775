// Sends a petition about a published ranking to those who decide about it.
import { audit } from "#src/delivery/audit.ts";
import { type OutgoingMessage, paragraph, type Reply, say } from "#src/messages/reply.ts";
import * as words from "#src/messages/words/petitions.ts";
import type { Outcome, Request } from "#src/requests/request.ts";
import { tellDeciders } from "#src/tasks/tell.ts";
import { formatPetition } from "./petition.ts";
import type { OwnAgency } from "./petition-request.ts";
import {
  createPetition,
  type PetitionRow,
  type PublishedWeek,
  publishedRow,
} from "./petition-store.ts";

/** What is asked, beside the figures as they were published. */
const toDecide = async (
  request: Request,
  row: PetitionRow,
  language: Request["language"],
): Promise<Reply> => {
  const { snapshotId, agencyId, agency, snapshot, reason } = row;
  const figures = await publishedRow(request.tx, { snapshotId, agencyId });
  const named = formatPetition(row.id);
  const { period, group } = snapshot;
  return {
    blocks: [
      paragraph(words.petitionToDecide(language, named, agency.name, period, group.name, reason)),
      ...(figures === null
        ? []
        : [
            paragraph(
              words.figuresPublished(language, {
                rank: figures.rank,
                rate: figures.rate,
                parts: `${figures.doneOnTime}/${figures.doneLate}/${figures.overdueOpen}`,
              }),
            ),
          ]),
      paragraph(words.howDecided(language)),
    ],
    buttons: [
      [
        { label: words.acceptButton(language), command: `/duyet ${named}`, style: "primary" },
        { label: words.rejectButton(language), command: `/tuchoi ${named}` },
      ],
    ],
  };
};

/** Records the petition and tells those who may decide about it. */
export const sendPetition = async (
  request: Request,
  agency: OwnAgency,
  week: PublishedWeek,
  reason: string,
): Promise<Outcome> => {
  const { tx, actor, now, language } = request;
  const row = await createPetition(tx, {
    snapshotId: week.snapshotId,
    agencyId: agency.id,
    reason,
    askedById: actor.personId,
    askedAt: now,
    inboxId: request.inboxId,
  });
  await audit(tx, {
    at: now,
    actorId: actor.personId,
    action: "petition",
    subject: `petition:${row.id}`,
    inboxId: request.inboxId,
    data: { period: week.period, agencyId: agency.id },
  });
  const about = { agencyId: agency.id, task: { leaderInChargeId: null } };
  const messages: OutgoingMessage[] = await tellDeciders(request, about, {
    key: `petition:${row.id}`,
    reply: (decider) => toDecide(request, row, decider.language),
  });
  const named = formatPetition(row.id);
  return {
    reply: say(words.petitionSaved(language, named, week.period, week.group.name)),
    messages,
  };
};
