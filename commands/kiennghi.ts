// Purpose: an agency says what is not right in a published ranking; somebody else decides (KN-3).
// Grammar:  /kiennghi [AGENCY] [2026-W47 | tuần 47 | tuần trước] reason
// The agency is one's own, named only where one has several. Week and reason are asked for where
// they are missing. Only the latest four weeks; one petition at a time for a week.
import { z } from "zod";
import { code, paragraph, say } from "#src/messages/reply.ts";
import { UserError } from "#src/messages/user-error.ts";
import * as words from "#src/messages/words/petitions.ts";
import { ownAgencies } from "#src/people/actor.ts";
import { may, rolesFor } from "#src/people/permissions.ts";
import { cancelledForm, isNo } from "#src/requests/answers.ts";
import { closeForm, openForm } from "#src/requests/forms-store.ts";
import type { Command, FormState, Outcome, Request } from "#src/requests/request.ts";
import { formatPetition, openWeeks, PETITION_WEEKS, weekStands } from "#src/standings/petition.ts";
import { leadingOwn, type OwnAgency } from "#src/standings/petition-request.ts";
import { openPetition, type PublishedWeek, publishedWeeks } from "#src/standings/petition-store.ts";
import { sendPetition } from "#src/standings/send-petition.ts";
import { leadingWeek } from "#src/standings/week-asked.ts";

const MOST_WEEKS = 60;

/** For which of one's agencies, and what was typed behind its name. */
const agencyMeant = async (request: Request): Promise<{ agency: OwnAgency; rest: string }> => {
  const { tx, actor, language, args } = request;
  const ids = ownAgencies(actor).filter((id) => may(actor, "petition", id));
  const select = { id: true, name: true, code: true };
  const own = await tx.agency.findMany({ where: { id: { in: ids } }, select });
  const named = leadingOwn(own, args);
  if (named !== null) return named;
  const [only, ...more] = own;
  if (only === undefined) throw new UserError(say(words.onlyOwnAgency(language)));
  if (more.length === 0) return { agency: only, rest: args.trim() };
  throw new UserError({
    blocks: [paragraph(words.whichOwnAgency(language))],
    buttons: own.map((one) => [
      { label: one.name, command: `/kiennghi ${one.code} ${args}`.trim() },
    ]),
  });
};

const weekButtons = (weeks: readonly PublishedWeek[], agency: OwnAgency, reason: string) =>
  weeks.map(({ period }) => [
    { label: period, command: `/kiennghi ${agency.code} ${period} ${reason}`.trim() },
  ]);

/** The weeks that may be petitioned about now. */
const openNow = ({ today }: Request, weeks: readonly PublishedWeek[]): PublishedWeek[] =>
  weeks.filter(({ period }) => openWeeks(today).includes(period));

const weekOf = (
  request: Request,
  weeks: readonly PublishedWeek[],
  agency: OwnAgency,
  asked: { period: string; reason: string },
): PublishedWeek => {
  const { language, today } = request;
  const published = weeks.map(({ period }) => period);
  const stands = weekStands(asked.period, published, today);
  const week = weeks.find(({ period }) => period === asked.period);
  if (stands === "open" && week !== undefined) return week;
  const open = openNow(request, weeks);
  const text =
    stands === "too-old"
      ? words.tooOld(language, asked.period, PETITION_WEEKS)
      : words.notPublishedYet(language, asked.period);
  throw new UserError({
    blocks: [
      paragraph(text),
      ...(open.length > 0
        ? [paragraph(words.publishedAre(language, open.map(({ period }) => period).join(", ")))]
        : []),
    ],
    buttons: weekButtons(open, agency, asked.reason),
  });
};

/** Sends it, or asks for what is missing. */
const take = async (
  request: Request,
  agency: OwnAgency,
  asked: { period: string | null; reason: string },
): Promise<Outcome> => {
  const { tx, language } = request;
  const weeks = await publishedWeeks(tx, agency.id, MOST_WEEKS);
  const open = openNow(request, weeks);
  const { period, reason } = asked;
  const command = "kiennghi";
  if (period === null) {
    const [latest] = open;
    if (latest === undefined) {
      throw new UserError(say(words.nothingPublished(language, agency.name, PETITION_WEEKS)));
    }
    await openForm(request, { command, step: "week", data: { agencyId: agency.id, reason } });
    const example = code(`/kiennghi ${latest.period} ${reason === "" ? "…" : reason}`);
    return {
      reply: {
        blocks: [paragraph(words.whichWeek(language), example)],
        buttons: weekButtons(open, agency, reason),
      },
    };
  }
  const week = weekOf(request, weeks, agency, { period, reason });
  const waiting = await openPetition(tx, { snapshotId: week.snapshotId, agencyId: agency.id });
  if (waiting !== null) {
    const named = formatPetition(waiting.id);
    throw new UserError(say(words.waitsAlready(language, named, period, agency.name)));
  }
  if (reason !== "") return sendPetition(request, agency, week, reason);
  await openForm(request, { command, step: "reason", data: { agencyId: agency.id, period } });
  return { reply: say(words.whyPetition(language, period)) };
};

const filling = z.object({
  agencyId: z.number(),
  period: z.string().optional(),
  reason: z.string().optional(),
});

const answer = async (request: Request, form: FormState): Promise<Outcome> => {
  if (isNo(request.args)) return cancelledForm(request, form);
  const { tx, actor, args, today, language } = request;
  const { agencyId, period, reason } = filling.parse(form.data);
  const select = { id: true, name: true, code: true };
  const agency = await tx.agency.findUniqueOrThrow({ where: { id: agencyId }, select });
  if (!may(actor, "petition", agencyId)) throw new UserError(say(words.onlyOwnAgency(language)));
  if (period !== undefined) {
    await closeForm(request, form);
    return take(request, agency, { period, reason: args.trim() });
  }
  const week = leadingWeek(args, today);
  if (week !== null) await closeForm(request, form);
  return take(request, agency, {
    period: week?.period ?? null,
    reason: week === null || week.rest === "" ? (reason ?? "") : week.rest,
  });
};

export const kiennghi: Command = {
  name: "kiennghi",
  aliases: ["petition"],
  summary: {
    vi: "Kiến nghị về kết quả xếp hạng đã công bố",
    en: "Petition about a published ranking",
  },
  example: "/kiennghi tuần trước: NV-012 đã nộp đúng hạn ngày 14/11",
  roles: rolesFor("petition"),
  chats: ["private"],
  kind: "write",
  takesText: (step) => step === "reason",
  run: async (request) => {
    const { agency, rest } = await agencyMeant(request);
    const week = leadingWeek(rest, request.today);
    return take(request, agency, {
      period: week?.period ?? null,
      reason: week === null ? rest : week.rest,
    });
  },
  answer,
};
