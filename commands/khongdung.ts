// Purpose: an agency says that what was entered for it (nhập hộ) is not right; somebody else than
// whoever entered it decides, by /duyet PA-5 or /tuchoi PA-5.
// Grammar:  /khongdung NV-012 [TD-45 | KQ-7] [why]     (else the latest entry is meant)
//           /khongdung                                 (what was entered, each to tap)
import { z } from "zod";
import { fold } from "#src/language/fold.ts";
import { list, paragraph, type Reply } from "#src/messages/reply.ts";
import { UserError } from "#src/messages/user-error.ts";
import * as words from "#src/messages/words/on-behalf.ts";
import { labels } from "#src/messages/words/tasks.ts";
import { ownAgencies } from "#src/people/actor.ts";
import { rolesFor } from "#src/people/permissions.ts";
import { cancelledForm, isNo, isYes } from "#src/requests/answers.ts";
import { closeForm, openForm } from "#src/requests/forms-store.ts";
import type { Command, FormState, Outcome, Request } from "#src/requests/request.ts";
import { type AssignmentRow, findAssignments } from "#src/tasks/assignment-store.ts";
import { causeOf } from "#src/tasks/cause.ts";
import { contradict } from "#src/tasks/contradict.ts";
import { assignmentOfEntry, type Entry, entriesOf } from "#src/tasks/entries-store.ts";
import {
  type EntryRef,
  formatContradiction,
  formatEntry,
  readEntry,
} from "#src/tasks/entry-code.ts";
import { namedCode, shownCode } from "#src/tasks/occurrence-view.ts";
import { entryText } from "#src/tasks/on-behalf.ts";
import { readTask } from "#src/tasks/read-task.ts";
import { tellContradicted } from "#src/tasks/tell-contradiction.ts";
import { ownAssignment, ownAssignmentById } from "#src/tasks/which-assignment.ts";

const wanted = { command: "khongdung", action: "contradict", verb: null } as const;
const MOST_SHOWN = 8;

type About = { assignment: AssignmentRow; entry: Entry };

const refuse = (text: string): UserError => new UserError({ blocks: [paragraph(text)] });

const isSame = (a: EntryRef, b: EntryRef): boolean => a.kind === b.kind && a.id === b.id;

/** The entry that was named, else the latest that still counts; never one said to be wrong before. */
const entryMeant = async (
  { tx, language }: Request,
  assignment: AssignmentRow,
  named: EntryRef | null,
): Promise<Entry> => {
  const code = shownCode(language, assignment);
  const entries = await entriesOf(tx, [assignment.id]);
  const entry =
    named === null
      ? (entries.find(({ replaced }) => !replaced) ?? entries[0])
      : entries.find(({ ref }) => isSame(ref, named));
  if (entry === undefined && named !== null && entries.length > 0) {
    const command = `/khongdung ${namedCode(assignment)}`;
    throw new UserError({
      blocks: [paragraph(words.noSuchEntry(language, formatEntry(named), code))],
      buttons: [[{ label: command, command }]],
    });
  }
  if (entry === undefined) throw refuse(words.nothingOnBehalf(language, code));
  const shown = formatEntry(entry.ref);
  if (entry.contradiction !== null) {
    const { id, closedAt } = entry.contradiction;
    const before = formatContradiction(id);
    throw refuse(words.contradictedBefore(language, before, shown, closedAt === null));
  }
  if (entry.replaced) throw refuse(words.replacedEntry(language, shown));
  return entry;
};

const record = async (
  request: Request,
  { assignment, entry }: About,
  reason: string | null,
): Promise<Outcome> => {
  const { tx, language, actor } = request;
  const cause = { ...causeOf(request), actorId: actor.personId };
  const contradiction = await contradict(tx, assignment, entry, reason, cause);
  const text = words.contradicted(
    language,
    formatContradiction(contradiction.id),
    formatEntry(entry.ref),
    shownCode(language, assignment),
  );
  const { confirmedOn } = entry;
  return {
    reply: {
      blocks: [
        paragraph(text),
        ...(confirmedOn === null ? [] : [paragraph(words.confirmedAlready(language, confirmedOn))]),
      ],
    },
    messages: await tellContradicted(request, assignment, entry, contradiction),
    changed: [assignment.id],
  };
};

/** What is not right is asked, since whoever decides wants to know it; it need not be said. */
const askWhy = async (request: Request, { assignment, entry }: About): Promise<Outcome> => {
  const { language } = request;
  const data = { assignmentId: assignment.id, entry: formatEntry(entry.ref) };
  const form = await openForm(request, { command: "khongdung", step: "reason", data });
  const drawnFrom = { of: "form" as const, id: form.id, version: form.version };
  const code = shownCode(language, assignment);
  const text = words.whatIsWrong(language, data.entry, code, entryText(language, entry.said));
  return {
    reply: {
      blocks: [paragraph(text)],
      buttons: [
        [
          {
            label: words.onBehalfLabels(language).withoutReason,
            command: "/dongy",
            drawnFrom,
            style: "primary",
          },
          { label: labels(language).stop, command: "/thoi", drawnFrom },
        ],
      ],
    },
  };
};

/** What was entered for one's own agencies and nobody has said anything about. */
const listed = async (request: Request): Promise<Reply> => {
  const { tx, language, actor } = request;
  const rows = await findAssignments(tx, {
    agencyId: { in: ownAgencies(actor) },
    role: "lead",
    OR: [
      { progress: { some: { onBehalfOfId: { not: null } } } },
      { results: { some: { onBehalfOfId: { not: null } } } },
    ],
  });
  const entries = await entriesOf(
    tx,
    rows.map(({ id }) => id),
  );
  const shown = entries
    .filter(({ contradiction, replaced }) => contradiction === null && !replaced)
    .flatMap((entry) => {
      const row = rows.find(({ id }) => id === entry.assignmentId);
      return row === undefined ? [] : [{ row, entry, code: shownCode(language, row) }];
    })
    .slice(0, MOST_SHOWN);
  if (shown.length === 0) return { blocks: [paragraph(words.noEntries(language))] };
  return {
    blocks: [
      paragraph(words.whichEntry(language)),
      list(
        shown.map(({ entry, code }) => [
          `${code} · ${formatEntry(entry.ref)}: ${entryText(language, entry.said)}`,
        ]),
      ),
    ],
    buttons: shown.map(({ row, entry, code }) => [
      {
        label: `${code} · ${formatEntry(entry.ref)}`,
        command: `/khongdung ${namedCode(row)} ${formatEntry(entry.ref)}`,
      },
    ]),
  };
};

const asked = z.object({ assignmentId: z.number(), entry: z.string() });

const answer = async (request: Request, form: FormState): Promise<Outcome> => {
  // "Sai" says no more than that it is wrong.
  const isWrong = fold(request.args) === "sai";
  if (isNo(request.args) && !isWrong) return cancelledForm(request, form);
  const { assignmentId, entry: code } = asked.parse(form.data);
  const assignment = await ownAssignmentById(request, assignmentId, wanted);
  await closeForm(request, form);
  const entry = await entryMeant(request, assignment, readEntry(code)?.entry ?? null);
  const silent = isWrong || isYes(request.args) || request.args === "";
  return record(request, { assignment, entry }, silent ? null : request.args);
};

/** The line with its task's code: as typed, or as the message that it answers has it. */
const withTask = async (
  request: Request,
): Promise<{ named: EntryRef | null; args: string } | null> => {
  const typed = readEntry(request.args);
  const answered = request.repliedToBot === true ? (request.repliedTo ?? "") : "";
  const read = typed ?? readEntry(answered);
  const named = read?.entry ?? null;
  const rest = typed?.rest ?? request.args;
  if (readTask(rest) !== null) return { named, args: rest };
  const assignmentId = named === null ? null : await assignmentOfEntry(request.tx, named);
  const [row] =
    assignmentId === null ? [] : await findAssignments(request.tx, { id: assignmentId });
  return row === undefined ? null : { named, args: `${namedCode(row)} ${rest}`.trim() };
};

export const khongdung: Command = {
  name: "khongdung",
  aliases: ["phandoi", "contradict"],
  summary: {
    vi: "Phản ánh nội dung nhập hộ chưa đúng",
    en: "Say that an entry on behalf is not right",
  },
  example: "/khongdung NV-012 mới đạt 30%",
  roles: rolesFor("contradict"),
  chats: ["private"],
  kind: "write",
  slashOnly: true,
  takesText: (step) => step === "reason",
  run: async (request) => {
    const line = await withTask(request);
    if (line === null) throw new UserError(await listed(request));
    const { assignment, rest } = await ownAssignment({ ...request, args: line.args }, wanted);
    const entry = await entryMeant(request, assignment, line.named);
    const about = { assignment, entry };
    return rest === "" ? askWhy(request, about) : record(request, about, rest);
  },
  answer,
};
