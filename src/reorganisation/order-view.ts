// Reads an order back to whoever enters it: what becomes of which agency, task and person.
import { formatTaskCode } from "#src/language/task-code.ts";
import { showDate } from "#src/messages/format.ts";
import type { Language } from "#src/messages/language.ts";
import { type Block, type Button, paragraph, type Reply } from "#src/messages/reply.ts";
import * as toldWords from "#src/messages/words/reorganisation.ts";
import * as askWords from "#src/messages/words/reorganisation-asked.ts";
import * as doneWords from "#src/messages/words/reorganisation-done.ts";
import * as words from "#src/messages/words/reorganisation-read.ts";
import { labels as taskLabels } from "#src/messages/words/tasks.ts";
import type { FormState, Request } from "#src/requests/request.ts";
import type { Considered } from "./consider.ts";
import type { Layout } from "./lay-out.ts";
import { type LaidOut, line, movesBlocks, nameIn, peopleBlocks } from "./moves-view.ts";
import { isNew, type Order, type Party } from "./order.ts";
import { otherOrders, problemText, suggestionsFor } from "./problem-view.ts";

const changeOf = (order: Order, layout: Layout | null, name: (id: number) => string) => ({
  kind: order.kind,
  from: order.from.map((agency) => agency.name),
  to: order.to.map((party) => party.name),
  toNew: order.to.some(isNew),
  functions: (layout?.plan.functions ?? []).map((one) => ({
    what: one.function,
    to: name(one.toId),
  })),
});

const partyText = (language: Language, party: Party, { directory }: Considered): string => {
  const group = directory.groups.find(({ id }) => id === party.groupId)?.name ?? null;
  return words.newAgency(language, party.name, party.code, party.type, group);
};

const remarks = (language: Language, { order, problems }: Considered): Block[] => [
  ...order.near.map(({ phrase, name }) => paragraph(words.understoodAs(language, phrase, name))),
  ...problems.map((one) => paragraph(problemText(language, order.kind, one))),
];

const drawn = (form: FormState) => ({
  drawnFrom: { of: "form" as const, id: form.id, version: form.version },
});

const yesNo = (language: Language, form: FormState): Button[][] => {
  const { register, stop } = taskLabels(language);
  return [
    [
      { label: register, command: "/dongy", ...drawn(form), style: "primary" },
      { label: stop, command: "/thoi", ...drawn(form) },
    ],
  ];
};

const readBack = (
  request: Request,
  considered: Considered,
  laidOut: LaidOut,
  form: FormState,
): Reply => {
  const { language, today } = request;
  const { order, step } = considered;
  const labels = words.labels(language);
  const made = order.to.filter(isNew);
  const said = changeOf(order, laidOut.layout, nameIn(considered));
  const codes = laidOut.layout.moves.slice(0, 2).map(({ taskId }) => formatTaskCode(taskId));
  const other = order.to.at(-1)?.name ?? "";
  const example = askWords.amendExample(
    order.kind === "rename" ? [] : codes,
    other,
    made.length > 0,
  );
  return {
    blocks: [
      paragraph(words.readBack(language)),
      ...remarks(language, considered),
      line(labels.change, toldWords.changeText(language, said)),
      ...(order.decision === null
        ? []
        : [line(labels.decision, toldWords.decisionName(order.decision))]),
      ...(order.effectiveOn === null
        ? []
        : [line(labels.from, words.whenDone(language, order.effectiveOn, today))]),
      ...made.map((party) => line(labels.made, partyText(language, party, considered))),
      ...(order.ended.length === 0
        ? []
        : [line(labels.ends, order.ended.map(({ name }) => name).join(", "))]),
      ...movesBlocks(request, considered, laidOut),
      ...peopleBlocks(language, considered, laidOut),
      paragraph(askWords.howToAmend(language, example)),
    ],
    ...(step === "confirm" ? { buttons: yesNo(language, form) } : {}),
  };
};

const question = (request: Request, { order, step, problems }: Considered): string | null => {
  const { language } = request;
  const from = order.from.map(({ name }) => name).join(", ");
  switch (step) {
    case "from":
      return askWords.askFrom(language, order.kind);
    case "function":
      return askWords.askFunction(language, from);
    case "to":
      return askWords.askTo(language, order.kind, from);
    case "decision":
      // Only its day is missing: that was said.
      return problems.some(({ kind }) => kind === "undated decision")
        ? null
        : askWords.askDecision(language);
    case "effective":
      return askWords.askEffective(language);
    default:
      return null;
  }
};

/** Why an order is not taken at all; nothing is asked. */
export const showRefused = ({ language }: Request, considered: Considered): Reply => {
  const numbers = considered.problems.flatMap((one) =>
    one.kind === "done already" || one.kind === "ending" ? [one.number ?? 0] : [],
  );
  const buttons = numbers
    .filter((number) => number > 0)
    .map((number) => [
      { label: doneWords.seeButton(language, number), command: `/sapxep ${number}` },
    ]);
  return { blocks: remarks(language, considered), ...(buttons.length === 0 ? {} : { buttons }) };
};

/** What to say about an order: the next question, or all of it to be confirmed. */
export const showOrder = (request: Request, considered: Considered, form: FormState): Reply => {
  const { language } = request;
  const { order, step, laidOut, problems } = considered;
  if (laidOut !== null && step !== "to") return readBack(request, considered, laidOut, form);
  const asked = question(request, considered);
  const taps = problems.flatMap(suggestionsFor).map((button) => [button]);
  const others = problems
    .flatMap((one) => otherOrders(language, one, considered.text))
    .map((button) => [button]);
  const day =
    step === "effective" && order.decision !== null
      ? [
          {
            label: showDate(order.decision.date),
            command: `/sapxep ${showDate(order.decision.date)}`,
          },
        ]
      : [];
  const answers: Button[][] = [...taps, ...(day.length === 0 ? [] : [day])];
  const buttons = [
    ...answers.map((row) => row.map((button) => ({ ...button, ...drawn(form) }))),
    ...others,
  ];
  return {
    blocks: [...remarks(language, considered), ...(asked === null ? [] : [paragraph(asked)])],
    ...(buttons.length === 0 ? {} : { buttons }),
  };
};
