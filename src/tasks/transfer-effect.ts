// Moves an assignment (of a recurring duty the whole) and tells everybody concerned.
import { formatTaskCode } from "#src/language/task-code.ts";
import { paragraph, say } from "#src/messages/reply.ts";
import { UserError } from "#src/messages/user-error.ts";
import { unreachable } from "#src/messages/words/giao.ts";
import { alsoClosed } from "#src/messages/words/set-aside.ts";
import * as words from "#src/messages/words/transfer.ts";
import type { Outcome, Request } from "#src/requests/request.ts";
import { type AssignmentRow, findAssignments, lockAssignments } from "./assignment-store.ts";
import { introducedCard, readerFor } from "./card.ts";
import { causeOf } from "./cause.ts";
import { tellAgency } from "./tell.ts";
import { transferWhole } from "./transfer.ts";

type To = { id: number; name: string };

/** Coordinating agencies hear who leads now; the receiver gets the card. */
export const moveAndTell = async (
  request: Request,
  row: AssignmentRow,
  rows: readonly AssignmentRow[],
  to: To,
  authority: string,
): Promise<Outcome> => {
  const { language, tx } = request;
  const code = formatTaskCode(row.taskId);
  const from = row.agency.name;
  const locked = await lockAssignments(
    tx,
    rows.map(({ id }) => id),
  );
  const how = { authority, carryState: false };
  const moved = await transferWhole(tx, locked, to.id, how, causeOf(request));
  if (moved.kind === "refused") {
    throw new UserError(say(words.refusals(language)[moved.why](code, to.name)));
  }
  const [received] = await findAssignments(tx, { id: moved.toId });
  const others = await findAssignments(tx, {
    taskId: row.taskId,
    role: "coordinating",
    state: { notIn: ["cancelled", "transferred"] },
    agencyId: { notIn: [row.agencyId, to.id] },
  });
  const toReceiver =
    received === undefined
      ? []
      : await tellAgency(request, received, {
          key: `transferred-to:${received.id}:${received.version}`,
          reply: (actor) =>
            introducedCard(
              readerFor(request, actor),
              received.id,
              words.yoursNow(actor.language, to.name, from, authority),
            ),
        });
  const toOthers = await Promise.all(
    [row, ...others].map((each) =>
      tellAgency(request, each, {
        key: `transferred-from:${row.id}:${row.version}:${each.id}`,
        reply: ({ language }) => ({
          ...say(words.noLongerYours(language, code, from, to.name, authority)),
          buttons: [[{ label: code, command: `/viec ${code}` }]],
        }),
      }),
    ),
  );
  const { closed } = moved;
  const hasClosed = closed.extensions + closed.blockers + closed.explanations > 0;
  return {
    reply: {
      blocks: [
        paragraph(words.transferred(language, code, from, to.name, authority)),
        ...(hasClosed ? [paragraph(alsoClosed(language, closed))] : []),
        ...(toReceiver.length === 0 ? [paragraph(unreachable(language, 1))] : []),
      ],
      buttons: [[{ label: code, command: `/viec ${code}` }]],
    },
    messages: [...toReceiver, ...toOthers.flat()],
    changed: moved.changed,
  };
};
