// Purpose: shows what was read of a document: the whole, a list, one draft, a sheet for a meeting.
// Grammar:  /vanban                 the documents under review      /vanban VB-3      one of them
//           /vanban VB-3 danh sách [trang 2]      /vanban VB-3.5     one draft
//           /vanban VB-3 xlsx       its drafts as a sheet
import { draftCard } from "#src/directives/review/draft-card.ts";
import { expectBlanks } from "#src/directives/review/head-talk.ts";
import { draftList, readingsReply } from "#src/directives/review/list-view.ts";
import { meetingSheet } from "#src/directives/review/meeting-sheet.ts";
import { draftNamed, namedReading } from "#src/directives/review/named-reading.ts";
import { readLeadingCode, readReadingCode } from "#src/directives/review/reading-code.ts";
import { summaryReply } from "#src/directives/review/summary-view.ts";
import { fold } from "#src/language/fold.ts";
import { rolesFor } from "#src/people/permissions.ts";
import type { Command, Outcome, Request } from "#src/requests/request.ts";

const SHEET = /\b(?:xlsx|excel|bang tinh|sheet)\b/;
const LIST = /^(?:danh sach|list)(?: (?:trang|page)?\s*(\d{1,4}))?/;

const run = async (request: Request): Promise<Outcome> => {
  const { tx, language, args } = request;
  const named = readReadingCode(args);
  if (named === null) return { reply: await readingsReply(tx, language) };
  const reviewed = await namedReading(request, named.readingId);
  if (named.number !== null) {
    return { reply: draftCard(language, reviewed, draftNamed(language, reviewed, named)) };
  }
  const asked = fold(named.rest);
  if (SHEET.test(asked)) return meetingSheet(request, reviewed);
  const list = LIST.exec(asked);
  if (list !== null) return { reply: draftList(language, reviewed, Number(list[1] ?? 1)) };
  await expectBlanks(request, reviewed.reading);
  return { reply: summaryReply(language, reviewed) };
};

/** "VB-3", "VB-3 danh sách" without the command. */
const takeBare = async (request: Request): Promise<Outcome | null> => {
  const named = request.attached.length === 0 ? readLeadingCode(request.args) : null;
  if (named === null) return null;
  const asked = fold(named.rest);
  const isShown = asked === "" || SHEET.test(asked) || LIST.test(asked);
  return isShown ? run(request) : null;
};

export const vanban: Command = {
  name: "vanban",
  aliases: ["vb", "documents"],
  summary: {
    vi: "Văn bản đang đọc và các nhiệm vụ dự thảo",
    en: "Documents under review and their draft tasks",
  },
  example: "/vanban",
  roles: rolesFor("register task"),
  chats: ["private"],
  kind: "read",
  unasked: takeBare,
  run,
};
