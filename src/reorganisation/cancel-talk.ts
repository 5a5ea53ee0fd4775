// Calls off a decision that is still to come: it is shown again, and asked about.
import { z } from "zod";
import { paragraph, say } from "#src/messages/reply.ts";
import { UserError } from "#src/messages/user-error.ts";
import * as words from "#src/messages/words/reorganisation-done.ts";
import * as readWords from "#src/messages/words/reorganisation-read.ts";
import { labels } from "#src/messages/words/tasks.ts";
import { isYes, notYesOrNo } from "#src/requests/answers.ts";
import { closeForm, openForm } from "#src/requests/forms-store.ts";
import type { FormState, Outcome, Request } from "#src/requests/request.ts";
import { causeOf } from "#src/tasks/cause.ts";
import { showStored, stateOf } from "./orders-view.ts";
import { cancelOrder, lockAgencies, orderById, type Stored } from "./reorganisations-store.ts";

export const orderOrSay = async (request: Request, number: number): Promise<Stored> => {
  const order = await orderById(request.tx, number);
  if (order !== null) return order;
  throw new UserError({
    blocks: [paragraph(words.noSuch(request.language, number))],
    buttons: [[{ label: "/sapxep", command: "/sapxep" }]],
  });
};

/** One that is still to come; else it is said why not. */
const plannedOrder = async (request: Request, number: number): Promise<Stored> => {
  const order = await orderOrSay(request, number);
  const state = stateOf(order);
  if (state === "planned") return order;
  throw new UserError(say(words.cannotCancel(request.language, number, state)));
};

export const askCancel = async (request: Request, number: number): Promise<Outcome> => {
  const { language } = request;
  const order = await plannedOrder(request, number);
  const form = await openForm(request, { command: "sapxep", step: "cancel", data: { number } });
  const drawnFrom = { of: "form" as const, id: form.id, version: form.version };
  const shown = await showStored(request, order);
  return {
    reply: {
      blocks: [...shown.blocks, paragraph(words.askCancel(language, number))],
      buttons: [
        [
          {
            label: readWords.labels(language).cancel,
            command: "/dongy",
            drawnFrom,
            style: "danger",
          },
          { label: labels(language).stop, command: "/thoi", drawnFrom },
        ],
      ],
    },
  };
};

const cancelData = z.object({ number: z.number() });

export const cancel = async (request: Request, form: FormState): Promise<Outcome> => {
  const { language, tx, args } = request;
  if (!isYes(args)) return notYesOrNo(request);
  const { number } = cancelData.parse(form.data);
  await closeForm(request, form);
  await lockAgencies(tx);
  const order = await plannedOrder(request, number);
  const isCancelled = await cancelOrder(tx, order, causeOf(request));
  const text = isCancelled ? words.cancelledOrder : words.othersRestOnIt;
  return { reply: say(text(language, number)) };
};
