// A document's text becomes a reading with its drafts, or is recognised: one that is under review
// goes on, one that is registered is shown as a difference.
import { loadDirectory } from "#src/agencies/agencies-store.ts";
import type { Tx } from "#src/database/client.ts";
import { audit } from "#src/delivery/audit.ts";
import { type Block, code, paragraph, type Reply, say } from "#src/messages/reply.ts";
import * as again from "#src/messages/words/directive-again.ts";
import * as words from "#src/messages/words/directive-input.ts";
import type { Outcome, Request } from "#src/requests/request.ts";
import { type ReadOnItsDay, readOnItsDay } from "../read-directive.ts";
import type { DocumentHead } from "../reading.ts";
import { againstRegister } from "./against-register.ts";
import { doubtsOf } from "./doubts.ts";
import { blanksOf } from "./head-blanks.ts";
import { expectBlanks, expectHead } from "./head-talk.ts";
import { formatReading } from "./reading-code.ts";
import { findReading, storeReading } from "./readings-store.ts";
import { registeredAs, underReview } from "./recognise.ts";
import { namesOn, resolveLeads } from "./resolve-leads.ts";
import { review } from "./reviewed.ts";
import { type ReviewDraft, reviewDrafts } from "./stored-json.ts";
import { summaryReply } from "./summary-view.ts";
import { storableText, textKey } from "./text-key.ts";

/** `read`: what `readBrought` made of the text, where it was asked already. */
export type Brought = { text: string; fileId: number | null; read?: ReadOnItsDay };

/** The text as it is read, here and wherever it is asked whether there are duties in it. */
export const readBrought = (text: string, { today, calendar }: Request): ReadOnItsDay =>
  readOnItsDay(storableText(text), { today, calendar });

/** Two who bring the same document at once: the second finds what the first has stored. */
const STARTING = 7_406;
const oneAtATime = (tx: Tx) => tx.$executeRaw`SELECT pg_advisory_xact_lock(${STARTING}::bigint)`;

const showReading = async (request: Request, id: number, said: Block[] = []): Promise<Reply> => {
  const { tx, today, language } = request;
  const reading = await findReading(tx, id);
  if (reading === null) throw new Error(`reading ${id} is not there`);
  await expectBlanks(request, reading);
  const summary = summaryReply(language, await review(tx, reading, today));
  return { ...summary, blocks: [...said, ...summary.blocks] };
};

type ToStore = Omit<Brought, "read"> & {
  textHash: string;
  head: DocumentHead;
  at: Request["today"];
  documentId: number | null;
  drafts: readonly { draft: ReviewDraft; unsure: boolean }[];
};

const store = async (request: Request, one: ToStore): Promise<number> => {
  const { tx, actor, now, inboxId } = request;
  const { at, ...rest } = one;
  const created = { createdById: actor.personId, now, inboxId };
  const id = await storeReading(tx, { ...rest, readOn: at, ...created });
  await audit(tx, {
    at: now,
    actorId: actor.personId,
    action: "read directive",
    subject: `reading:${id}`,
    inboxId,
    data: { drafts: one.drafts.length },
  });
  if (blanksOf(one.head).length > 0) await expectHead(request, id);
  return id;
};

/** What a document says is read; the answer is its summary. `text`: as it was opened. */
export const startReading = async (request: Request, brought: Brought): Promise<Outcome> => {
  const { tx, today, language } = request;
  const { fileId, read } = brought;
  await oneAtATime(tx);
  const text = storableText(brought.text);
  const textHash = textKey(text);
  const same = await underReview(tx, textHash, null);
  if (same !== null) {
    const said = paragraph(again.underReview(language, formatReading(same.id)));
    return { reply: await showReading(request, same.id, [said]) };
  }
  const { reading, at } = read ?? readBrought(text, request);
  if (reading.drafts.length === 0) {
    if (reading.language === "other") return { reply: say(words.otherLanguage(language)) };
    const example = [code("/giao Sở Tư pháp: Rà soát văn bản; hạn 30/11")];
    return { reply: say(words.noDuties(language), example) };
  }
  const head = reading.document;
  const other = await underReview(tx, textHash, head);
  if (other !== null) {
    const named = formatReading(other.id);
    const said = [again.underReview(language, named), again.otherText(language, named)];
    return {
      reply: await showReading(
        request,
        other.id,
        said.map((one) => paragraph(one)),
      ),
    };
  }
  const names = namesOn(await loadDirectory(tx), at, today);
  const drafts = reviewDrafts(reading).map((draft) => ({
    draft,
    unsure: doubtsOf(draft, resolveLeads(names, draft), today).length > 0,
  }));
  const documentId = await registeredAs(tx, textHash, head);
  const fresh = { fileId, text, textHash, head, at, documentId, drafts };
  const plain = drafts.map(({ draft }) => draft);
  const against = await againstRegister(request, { documentId, head, drafts: plain, names });
  if (against === null) return { reply: await showReading(request, await store(request, fresh)) };
  const { added, blocks } = against;
  if (added.size === 0) return { reply: { blocks } };
  const id = await store(request, { ...fresh, drafts: drafts.filter((_, at) => added.has(at)) });
  return { reply: await showReading(request, id, blocks) };
};
