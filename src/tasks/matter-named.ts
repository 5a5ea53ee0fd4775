// VM-3 or GT-4 as somebody typed it: found, seen by whoever may, open, its assignment locked.
import type { Blocker, ExplanationRequest } from "#prisma/generated/client.ts";
import { civilToday } from "#src/calendar/zone.ts";
import { type Button, paragraph } from "#src/messages/reply.ts";
import { UserError } from "#src/messages/user-error.ts";
import * as words from "#src/messages/words/blockers.ts";
import { may } from "#src/people/permissions.ts";
import type { Request } from "#src/requests/request.ts";
import { type AssignmentRow, lockAssignment } from "./assignment-store.ts";
import { formatMatter, type MatterCode, readMatter } from "./matter-code.ts";
import { namedCode } from "./occurrence-view.ts";

export type Matter = { assignment: AssignmentRow } & (
  | { kind: "VM"; row: Blocker }
  | { kind: "GT"; row: ExplanationRequest }
);

/** The code that was typed, or the one in the message that is answered; and what else was said. */
export const readNamed = ({ args, repliedTo }: Request): (MatterCode & { rest: string }) | null => {
  const typed = readMatter(args);
  if (typed !== null) return typed;
  const answered = repliedTo === undefined ? null : readMatter(repliedTo);
  return answered === null ? null : { ...answered, rest: args.trim() };
};

const load = async ({ tx }: Request, { kind, id }: MatterCode) => {
  if (kind === "VM") {
    const row = await tx.blocker.findUnique({ where: { id } });
    return row === null ? null : { kind, row };
  }
  const row = await tx.explanationRequest.findUnique({ where: { id } });
  return row === null ? null : { kind, row };
};

/** @throws UserError where there is none, where the person may not see it, or where it is closed. */
export const openMatter = async (request: Request, named: MatterCode): Promise<Matter> => {
  const { tx, actor, language } = request;
  const code = formatMatter(named.kind, named.id);
  const noSuch = new UserError({ blocks: [paragraph(words.noSuchMatter(language, code))] });
  const first = await load(request, named);
  if (first === null || first.row.assignmentId === null) throw noSuch;
  const assignment = await lockAssignment(tx, first.row.assignmentId);
  if (!may(actor, "see content", assignment.agencyId)) throw noSuch;
  // Again under the lock: somebody may have closed it meanwhile.
  const found = await load(request, named);
  if (found === null) throw noSuch;
  if (found.row.closedAt === null) return { ...found, assignment };
  const closed = words.matterClosed(language, code, civilToday(found.row.closedAt));
  const again = named.kind === "VM" && may(actor, "raise blocker", assignment.agencyId);
  throw new UserError({
    blocks: [
      paragraph(closed),
      ...(again ? [paragraph(words.newBlockerInstead(language, namedCode(assignment)))] : []),
    ],
  });
};

const MOST_OFFERED = 5;

/** "Which one?", with those that the person may mean to tap. */
export const whichMatter = async (
  request: Request,
  command: "traloi" | "dong",
): Promise<UserError> => {
  const { tx, actor, language } = request;
  const where = { closedAt: null, ...(command === "traloi" ? { answeredAt: null } : {}) };
  const page = { orderBy: { id: "asc" as const }, include: { assignment: true }, take: 200 };
  const blockers = await tx.blocker.findMany({ where, ...page });
  const asked = await tx.explanationRequest.findMany({ where, ...page });
  const codes = [
    ...blockers
      .filter(({ assignment }) =>
        may(actor, command === "traloi" ? "answer blocker" : "raise blocker", assignment?.agencyId),
      )
      .map(({ id }) => formatMatter("VM", id)),
    ...asked
      .filter(({ agencyId }) =>
        may(actor, command === "traloi" ? "answer explanation" : "ask explanation", agencyId),
      )
      .map(({ id }) => formatMatter("GT", id)),
  ];
  const buttons = codes
    .slice(0, MOST_OFFERED)
    .map((code): Button[] => [
      { label: code, command: `/${command} ${code} ${request.args}`.trim() },
    ]);
  return new UserError({
    blocks: [paragraph(words.whichMatter(language, command))],
    ...(buttons.length === 0 ? {} : { buttons }),
  });
};
