// Purpose: the register, or any list of it, as a tracking sheet that /nhap takes over again.
// Grammar:  /xuat [quá hạn | đến hạn | chờ xác nhận | … as /viec] [agency or group] [xlsx | csv]
// Everything that the person may see, in both formats, where nothing is said.
import type { Prisma } from "#prisma/generated/client.ts";
import { audit } from "#src/delivery/audit.ts";
import { makeFile } from "#src/delivery/made-files.ts";
import { type Block, code, type FileRef, paragraph } from "#src/messages/reply.ts";
import { UserError } from "#src/messages/user-error.ts";
import { listTitles } from "#src/messages/words/commands.ts";
import * as words from "#src/messages/words/sheet-export.ts";
import { rolesFor } from "#src/people/permissions.ts";
import type { Command, Outcome, Request } from "#src/requests/request.ts";
import { formatsAsked } from "#src/sheets/export-asked.ts";
import {
  exportCells,
  isTooBig,
  type SheetFormat,
  sheetFileName,
  sheetMimes,
  writeSheet,
} from "#src/sheets/export-sheet.ts";
import { MAX_EXPORT_MEGABYTES, MAX_EXPORT_ROWS } from "#src/sheets/limits.ts";
import { readListFilter } from "#src/tasks/list-words.ts";
import { type ListFilter, whereFor } from "#src/tasks/task-queries.ts";

const NARROWER = "/xuat quá hạn";
const WIDER = "/xuat tất cả";

/** Where an agency coordinates, the sheet shows those who lead. */
const wanted = ({ actor, today }: Request, filter: ListFilter): Prisma.AssignmentWhereInput => {
  const where = whereFor(actor, filter, today);
  return filter.role === "lead" ? where : { task: { assignments: { some: where } } };
};

const titleOf = ({ language }: Request, filter: ListFilter, agency: string | null): string => {
  const titles = listTitles(language);
  const coordinating = filter.role === "coordinating" ? ` · ${titles.coordinating}` : "";
  return `${titles[filter.listing]}${coordinating}${agency === null ? "" : ` · ${agency}`}`;
};

const refuse = (text: string, example: string): UserError =>
  new UserError({
    blocks: [paragraph(text, code(example))],
    buttons: [[{ label: example, command: example }]],
  });

/** The files, and a sentence for each that is too big to be sent. */
const makeFiles = async (
  { tx, language, today }: Request,
  formats: readonly SheetFormat[],
  rows: readonly (readonly string[])[],
): Promise<{ files: FileRef[]; refused: Block[] }> => {
  const files: FileRef[] = [];
  const refused: Block[] = [];
  for (const format of formats) {
    const name = sheetFileName(format, today);
    const bytes = await writeSheet(format, words.sheetName(language), rows);
    if (isTooBig(bytes)) {
      refused.push(paragraph(words.tooBigFile(language, name, MAX_EXPORT_MEGABYTES)));
    } else files.push(await makeFile(tx, { name, mime: sheetMimes[format], bytes }));
  }
  return { files, refused };
};

const run = async (request: Request): Promise<Outcome> => {
  const { tx, language, today, calendar, actor, now, inboxId } = request;
  const { formats, rest } = formatsAsked(request.args);
  const { filter, agencyName } = await readListFilter({ ...request, args: rest }, "xuat", "all");
  const title = titleOf(request, filter, agencyName);
  const cells = await exportCells(tx, wanted(request, filter), { on: today, calendar });
  if (cells === "too-many") throw refuse(words.tooManyRows(language, MAX_EXPORT_ROWS), NARROWER);
  const { rows, tasks, assignments } = cells;
  if (rows.length === 0) throw refuse(words.nothingToExport(language, title), WIDER);
  const { files, refused } = await makeFiles(request, formats, rows);
  await audit(tx, {
    at: now,
    actorId: actor.personId,
    action: "export sheet",
    subject: `register:${today}`,
    inboxId,
    data: { asked: request.args, tasks, assignments, rows: rows.length, formats },
  });
  return {
    reply: {
      blocks: [
        paragraph(words.exported(language, title, tasks, assignments, rows.length)),
        paragraph(words.notInSheet(language)),
        ...refused,
      ],
      // The register can be exported again at any time: the bytes need not stay.
      ...(files.length > 0 ? { files, once: true } : {}),
    },
  };
};

export const xuat: Command = {
  name: "xuat",
  aliases: ["export"],
  summary: {
    vi: "Xuất sổ theo dõi nhiệm vụ (XLSX, CSV)",
    en: "Export the tracking sheet (XLSX, CSV)",
  },
  example: "/xuat quá hạn",
  roles: rolesFor("export"),
  chats: ["private"],
  kind: "write",
  run,
};
