// Purpose: enters a decision that changes agencies; everything is read back before it is taken,
//          and carried out at once or on the morning of its day.
// Grammar:  /sapxep đổi tên A thành B | hợp nhất A, B thành C | sáp nhập A vào B
//           | tách A thành B, C | giải thể A [giao B] | chuyển CHỨC NĂNG từ A sang B
//             theo SỐ ngày D từ D [; NV-003, NV-007 sang C] [; CÁN BỘ sang C] [; mã SNM] [; mặc định C]
//           /sapxep           what is planned and what was done
//           /sapxep 3         one of them        /sapxep hủy 3    calls off a planned one
import { code, paragraph } from "#src/messages/reply.ts";
import * as toldWords from "#src/messages/words/reorganisation.ts";
import * as askWords from "#src/messages/words/reorganisation-asked.ts";
import * as words from "#src/messages/words/reorganisation-done.ts";
import { rolesFor } from "#src/people/permissions.ts";
import { askCancel, cancel, orderOrSay } from "#src/reorganisation/cancel-talk.ts";
import { carryOut } from "#src/reorganisation/carry-out.ts";
import { type Considered, consider, orderTextOf } from "#src/reorganisation/consider.ts";
import { describe } from "#src/reorganisation/described.ts";
import { fillOrder } from "#src/reorganisation/fill-order.ts";
import {
  type OrderText,
  orderTextShape,
  readCancel,
  readNumber,
} from "#src/reorganisation/order-text.ts";
import { showOrder, showRefused } from "#src/reorganisation/order-view.ts";
import { showOrders, showStored } from "#src/reorganisation/orders-view.ts";
import {
  lockAgencies,
  registerOrder,
  type Stored,
} from "#src/reorganisation/reorganisations-store.ts";
import { countsOf } from "#src/reorganisation/tell-reorganised.ts";
import { cancelledForm, isNo, isYes } from "#src/requests/answers.ts";
import { closeForm, openForm, updateForm } from "#src/requests/forms-store.ts";
import type { Command, FormState, Outcome, Request } from "#src/requests/request.ts";
import { causeOf } from "#src/tasks/cause.ts";

const command = "sapxep";

/** Keeps the words, says what comes next. */
const carryOn = async (
  request: Request,
  typed: OrderText,
  form: FormState | null,
): Promise<Outcome> => {
  const considered = await consider(request, typed);
  if (considered.step === "refused") {
    if (form !== null) await closeForm(request, form);
    return { reply: showRefused(request, considered) };
  }
  const filling = { step: considered.step, data: considered.text };
  const next =
    form === null
      ? await openForm(request, { command, ...filling })
      : await updateForm(request, form, filling);
  return { reply: showOrder(request, considered, next) };
};

const done = async (request: Request, order: Stored): Promise<Outcome> => {
  const { tx, language } = request;
  const carried = await carryOut(tx, order, causeOf(request));
  const { plan } = carried.order;
  const { name } = await describe(tx, carried.order);
  return {
    reply: {
      blocks: [
        paragraph(words.carriedOut(language, order.id, plan.peopleMoved ?? 0)),
        ...countsOf(plan, name).map((count) => paragraph(toldWords.movedTo(language, count))),
      ],
      buttons: [[{ label: words.seeButton(language, order.id), command: `/sapxep ${order.id}` }]],
    },
    messages: carried.messages,
    changed: carried.changed,
  };
};

const register = async (request: Request, form: FormState, text: OrderText): Promise<Outcome> => {
  const { tx, today, language } = request;
  await lockAgencies(tx);
  const considered: Considered = await consider(request, text);
  const { order, laidOut } = considered;
  // The register may have changed since it was read back.
  if (considered.step !== "confirm" || laidOut === null || order.effectiveOn === null) {
    return carryOn(request, text, form);
  }
  await closeForm(request, form);
  const stored = await registerOrder(tx, order, laidOut.layout, causeOf(request));
  if (stored.effectiveOn <= today) return done(request, stored);
  return {
    reply: {
      blocks: [paragraph(words.planned(language, stored.id, stored.effectiveOn))],
      buttons: [[{ label: words.seeButton(language, stored.id), command: `/sapxep ${stored.id}` }]],
    },
  };
};

const answer = async (request: Request, form: FormState): Promise<Outcome> => {
  const typed = request.args.normalize("NFC").trim();
  if (isNo(typed)) return cancelledForm(request, form);
  if (form.step === "cancel") return cancel(request, form);
  const text = orderTextShape.parse(form.data);
  const { step } = await consider(request, text);
  if (step === "confirm" && isYes(typed)) return register(request, form, text);
  const filled = isYes(typed) ? null : fillOrder(text, step, typed, request);
  if (filled !== null) return carryOn(request, filled, form);
  const again = await carryOn(request, text, form);
  const sorry = paragraph(askWords.notUnderstood(request.language, typed));
  return { reply: { ...again.reply, blocks: [sorry, ...again.reply.blocks] } };
};

export const sapxep: Command = {
  name: command,
  aliases: ["reorganise"],
  summary: {
    vi: "Sắp xếp cơ quan: đổi tên, hợp nhất, tách, giải thể, chuyển chức năng",
    en: "Rename, merge, split or dissolve agencies, move functions",
  },
  example: askWords.examples[1],
  roles: rolesFor("reorganise"),
  chats: ["private"],
  kind: "write",
  run: async (request) => {
    const { drawnFrom, tx } = request;
    const args = request.args.normalize("NFC").trim();
    // A suggestion that was tapped answers the open form.
    if (drawnFrom?.of === "form") {
      const form = await tx.form.findUniqueOrThrow({ where: { id: drawnFrom.id } });
      return answer({ ...request, args }, form);
    }
    if (args === "") return { reply: await showOrders(request) };
    const cancelled = readCancel(args);
    if (cancelled !== null) return askCancel(request, cancelled);
    const number = readNumber(args);
    if (number !== null) {
      return { reply: await showStored(request, await orderOrSay(request, number)) };
    }
    const text = await orderTextOf(request, args);
    if (text !== null) return carryOn(request, text, null);
    const examples = askWords.examples.map((example) => paragraph(code(example)));
    return {
      reply: {
        blocks: [
          paragraph(askWords.notUnderstood(request.language, args)),
          paragraph(askWords.howTo(request.language)),
          ...examples,
        ],
      },
    };
  },
  answer,
};
