// What was done about the assignments, in the order in which it was done: matters, then events.
import type { Tx } from "#src/database/client.ts";
import { addAll, inChunks } from "#src/database/in-chunks.ts";
import type { Act } from "../plan/plan.ts";
import * as entries from "./entry-rows.ts";
import { known } from "./known.ts";
import * as matters from "./matter-rows.ts";
import { type Context, repliesIn } from "./row-context.ts";
import type { Told } from "./told.ts";

/** What the acts opened, by act. */
export type Opened = { matters: Map<Act, number>; progress: Map<Act, bigint> };

type Known = Omit<Context, "progressId" | "resultId">;

const numbered = <Id>(told: readonly Told[], rows: readonly { id: Id }[], into: Map<Act, Id>) => {
  for (const [n, { act }] of told.entries()) {
    const row = rows[n];
    if (row !== undefined) into.set(act, row.id);
  }
};

const ofKind = (all: readonly Told[], kind: Act["deed"]["kind"]): Told[] =>
  all.filter(({ act }) => act.deed.kind === kind);

/** Stores results, progress, extensions, blockers, explanations, contradictions and nudges. */
export const storeMatters = async (tx: Tx, all: readonly Told[], about: Known): Promise<Opened> => {
  const opened: Opened = { matters: new Map(), progress: new Map() };
  const context: Context = {
    ...about,
    progressId: (act) => opened.progress.get(act) ?? null,
    resultId: (act) => opened.matters.get(act) ?? null,
  };
  const replies = repliesIn(all);
  const select = { id: true } as const;

  const progress = ofKind(all, "progressed");
  const progressRows = await inChunks(
    progress.flatMap((told) => entries.progressRow(told, context)),
    (data) => tx.progress.createManyAndReturn({ data, select }),
  );
  numbered(progress, progressRows, opened.progress);

  const results = ofKind(all, "submitted");
  const resultRows = await inChunks(
    results.flatMap((told) => entries.resultRow(told, context, replies)),
    (data) => tx.result.createManyAndReturn({ data, select }),
  );
  numbered(results, resultRows, opened.matters);

  const extensions = ofKind(all, "extension_asked");
  const extensionData = extensions.flatMap((told) => matters.extensionRow(told, context, replies));
  const extensionRows = await tx.extension.createManyAndReturn({ data: extensionData, select });
  numbered(extensions, extensionRows, opened.matters);

  const blockers = ofKind(all, "blocker_raised");
  const blockerData = blockers.flatMap((told) => matters.blockerRow(told, context, replies));
  const blockerRows = await tx.blocker.createManyAndReturn({ data: blockerData, select });
  numbered(blockers, blockerRows, opened.matters);

  const asked = ofKind(all, "explanation_asked");
  const askedData = asked.flatMap((told) => matters.explanationRow(told, context, replies));
  const askedRows = await tx.explanationRequest.createManyAndReturn({ data: askedData, select });
  numbered(asked, askedRows, opened.matters);

  const against = ofKind(all, "contradicted");
  const againstData = against.flatMap((told) => matters.contradictionRow(told, context));
  const againstRows = await tx.contradiction.createManyAndReturn({ data: againstData, select });
  numbered(against, againstRows, opened.matters);

  const nudges = all.flatMap((told) => entries.nudgeRow(told, context));
  await addAll(nudges, (data) => tx.nudge.createMany({ data }));
  return opened;
};

/** Attaches to results the files that their acts name. */
export const attachFiles = async (
  tx: Tx,
  all: readonly Told[],
  opened: Opened,
  fileOf: (told: Told) => Promise<number | null>,
): Promise<void> => {
  for (const told of ofKind(all, "submitted")) {
    const fileId = await fileOf(told);
    if (fileId === null) continue;
    await tx.attachment.create({ data: { fileId, resultId: known(opened.matters, told.act) } });
  }
};
