// /nhap [cơ quan ban hành] + a file: takes over a tracking sheet (XLSX or CSV). Asks for the file
// and for the issuer where they are missing, shows what it read, and stores all of it or nothing
// when the person confirms (/dongy). The register may have changed meanwhile: the file is read
// again then.
import { z } from "zod";
import { fold } from "#src/language/fold.ts";
import { formatTaskCode } from "#src/language/task-code.ts";
import type { Button, Reply } from "#src/messages/reply.ts";
import { list, paragraph, say } from "#src/messages/reply.ts";
import * as importWords from "#src/messages/words/sheet-import.ts";
import * as words from "#src/messages/words/sheets.ts";
import { closeForm, findForm, openForm, updateForm } from "#src/requests/forms-store.ts";
import type { Command, FormState, Outcome, Request } from "#src/requests/request.ts";
import { columnTitles } from "#src/sheets/columns.ts";
import { documentNumbers } from "#src/sheets/document-numbers.ts";
import { importSheet, type Planned, planSheet } from "#src/sheets/import-sheet.ts";
import { errorBlocks, knownBlocks, previewBlocks } from "#src/sheets/preview.ts";
import { suggestIssuers } from "#src/sheets/register-store.ts";
import { sheetAmong, storedFile } from "#src/sheets/stored-file.ts";

const name = "nhap";
const formData = z.object({ fileId: z.number().nullable(), issuer: z.string().nullable() });
type Data = z.infer<typeof formData>;
type Step = "file" | "issuer" | "confirm";

const YES = new Set(["co", "dong y", "ok", "yes", "ghi nhan"]);

const keep = (
  request: Request,
  form: FormState | null,
  step: Step,
  data: Data,
): Promise<FormState> =>
  form === null
    ? openForm(request, { command: name, step, data })
    : updateForm(request, form, { step, data });

const drawnFrom = ({ id, version }: FormState) => ({ of: "form" as const, id, version });

async function askFile(
  request: Request,
  form: FormState | null,
  data: Data,
  why: Reply["blocks"] = [],
): Promise<Outcome> {
  const { language } = request;
  await keep(request, form, "file", { ...data, fileId: null });
  const { finishedOn: _optional, ...usual } = columnTitles;
  const blocks = [
    ...why,
    paragraph(words.askFile(language)),
    list([[Object.values(usual).join(", ")]]),
    paragraph(words.optionalColumn(language)),
  ];
  return { reply: { blocks } };
}

async function askIssuer(
  request: Request,
  form: FormState | null,
  data: Data,
  bytes: Uint8Array,
): Promise<Outcome> {
  const { tx, language } = request;
  const kept = await keep(request, form, "issuer", data);
  const known = await suggestIssuers(tx, await documentNumbers(bytes, request.today));
  const buttons: Button[][] = known.map((issuer) => [
    { label: issuer, command: `/${name} ${issuer}`, drawnFrom: drawnFrom(kept) },
  ]);
  return {
    reply: {
      ...say(words.askIssuer(language)),
      ...(buttons.length > 0 ? { buttons } : {}),
    },
  };
}

async function showPlan(
  request: Request,
  form: FormState | null,
  data: Data,
  planned: Extract<Planned, { kind: "planned" }>,
): Promise<Outcome> {
  const { language } = request;
  const { plan, issuer } = planned;
  if (plan.errors.length > 0) {
    await keep(request, form, "file", { ...data, fileId: null });
    return { reply: { blocks: errorBlocks(language, plan) } };
  }
  if (plan.create.length === 0) {
    if (form !== null) await closeForm(request, form);
    return { reply: { blocks: knownBlocks(language, plan) } };
  }
  const kept = await keep(request, form, "confirm", { ...data, issuer });
  const from = drawnFrom(kept);
  const buttons: Button[][] = [
    [
      {
        label: importWords.confirm(language),
        command: "/dongy",
        drawnFrom: from,
        style: "primary",
      },
      { label: importWords.cancel(language), command: "/thoi", drawnFrom: from },
    ],
  ];
  return { reply: { blocks: previewBlocks(language, plan, issuer), buttons } };
}

/** The next step with what is known so far: a file, then an issuer, then the reading shown. */
async function goOn(request: Request, form: FormState | null, data: Data): Promise<Outcome> {
  const { tx, today, calendar, language } = request;
  const bytes = data.fileId === null ? null : await storedFile(tx, data.fileId);
  if (bytes === null) return askFile(request, form, data);
  const terms = { issuer: data.issuer ?? "", on: today, calendar };
  const planned = await planSheet(tx, bytes, terms);
  if (planned.kind === "unreadable") {
    const why = paragraph(words.fileProblem(language, planned.problem));
    await keep(request, form, "file", { ...data, fileId: null });
    return { reply: { blocks: [why] } };
  }
  const { errors, needsIssuer } = planned.plan;
  if (data.issuer === null && errors.length === 0 && needsIssuer)
    return askIssuer(request, form, data, bytes);
  return showPlan(request, form, data, planned);
}

async function store(request: Request, form: FormState, data: Data): Promise<Outcome> {
  const { tx, today, now, calendar, language, actor, inboxId } = request;
  const bytes = data.fileId === null ? null : await storedFile(tx, data.fileId);
  if (bytes === null || data.issuer === null) return goOn(request, form, data);
  const who = { issuer: data.issuer, actorId: actor.personId, inboxId };
  const done = await importSheet(tx, bytes, { ...who, now, today, on: today, calendar });
  if (done.kind !== "imported" || done.imported.tasks === 0) return goOn(request, form, data);
  await closeForm(request, form);
  const { tasks, leads, taskIds } = done.imported;
  const first = formatTaskCode(Math.min(...taskIds));
  const last = formatTaskCode(Math.max(...taskIds));
  const line = importWords.imported(language, tasks, leads, first, last);
  return { reply: { blocks: [paragraph(line), ...knownBlocks(language, done.plan)] } };
}

/** What came with this message goes over what the form holds. */
async function withMessage(request: Request, form: FormState | null, data: Data): Promise<Outcome> {
  const sheet = sheetAmong(request.attached);
  if (sheet === "several") {
    await keep(request, form, "file", { ...data, fileId: null });
    return { reply: say(words.oneFile(request.language)) };
  }
  return goOn(request, form, sheet === "none" ? data : { ...data, fileId: sheet.fileId });
}

const typedIssuer = (text: string): string | null => text.replace(/\s+/gu, " ").trim() || null;

export const nhap: Command = {
  name,
  aliases: ["import"],
  summary: {
    vi: "Nhập sổ theo dõi nhiệm vụ (XLSX, CSV)",
    en: "Import a tracking sheet (XLSX, CSV)",
  },
  example: "/nhap UBND tỉnh",
  roles: ["secretariat", "admin"],
  chats: ["private"],
  kind: "write",
  takesFiles: true,
  run: async (request) => {
    const issuer = typedIssuer(request.args);
    const open = await findForm(request);
    const form = open?.command === name ? open : null;
    // "/nhap UBND tỉnh" also answers the question that this command has just asked.
    const answers = form !== null && issuer !== null && request.attached.length === 0;
    const data = answers ? formData.parse(form.data) : { fileId: null, issuer: null };
    return withMessage(request, form, { ...data, issuer });
  },
  answer: async (request, form) => {
    const data = formData.parse(form.data);
    if (request.attached.length > 0) return withMessage(request, form, data);
    const agrees = YES.has(fold(request.args));
    if (form.step === "confirm" && agrees) return store(request, form, data);
    // "/dongy" says yes to nothing while the issuer is being asked.
    if (form.step !== "issuer" || agrees) return goOn(request, form, data);
    return goOn(request, form, { ...data, issuer: typedIssuer(request.args) });
  },
};
