// What is left after the kills, counted: what people said against the register, the register's
// outbox against what the stand-in took.
import type { Db } from "#src/database/client.ts";
import { type Verdict, verdict } from "../program.ts";
import { compare, isEdit, type Row } from "./compare-outbox.ts";
import type { Said } from "./kill-stream.ts";
import type { Posted } from "./server-record.ts";

/** How the answer to the stream's only question begins. */
const ANSWER = /Việc đang thực hiện/;

const howOften = (keys: Iterable<string>): Map<string, number> => {
  const counts = new Map<string, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
};

/** Of what was expected: how many are not there, and how many more than once. */
const onceEach = (
  what: string,
  expected: readonly string[],
  found: ReadonlyMap<string, number>,
): Verdict => {
  const missing = expected.filter((key) => !found.has(key));
  const doubled = expected.filter((key) => (found.get(key) ?? 0) > 1);
  const examples = [...missing, ...doubled].slice(0, 5).join(", ");
  return verdict(
    missing.length === 0 && doubled.length === 0 && expected.length > 0,
    what,
    `${expected.length} expected, ${missing.length} missing, ${doubled.length} doubled ${examples}`.trim(),
  );
};

const markerIn = (note: string): string => /dấu\d+x/u.exec(note.normalize("NFC"))?.[0] ?? note;

/** Everything that people said is effective once, with its trace in inbox, audit and outbox. */
const effects = async (db: Db, said: readonly Said[]): Promise<Verdict[]> => {
  const markers = (kind: "report" | "hand-in") =>
    said.flatMap((one) => (one.kind === kind ? [one.marker] : []));
  const progress = await db.progress.findMany({ select: { note: true, inboxId: true } });
  const results = await db.result.findMany({
    select: { note: true, inboxId: true, assignmentId: true, decision: true },
  });
  const confirmations = await db.auditEntry.findMany({ where: { action: "confirm result" } });
  const audited = await db.auditEntry.findMany({
    where: { action: { in: ["report progress", "submit result"] } },
    select: { inboxId: true },
  });
  const replies = await db.outboxMessage.findMany({
    where: { key: { startsWith: "reply:" } },
    select: { key: true },
  });
  const inbox = await db.inboxUpdate.findMany({ select: { messageKey: true, state: true } });
  const written = [...progress, ...results].map(({ inboxId }) => String(inboxId));
  const tapped = said.flatMap((one) =>
    one.kind === "tap" ? [`assignment:${one.assignmentId}`] : [],
  );
  const keys = said.flatMap((one) => ("key" in one ? [one.key] : []));
  const unhandled = inbox.filter(({ state }) => state !== "done").length;
  return [
    onceEach(
      "every message reached the inbox once",
      keys,
      howOften(inbox.map((row) => row.messageKey ?? "")),
    ),
    verdict(
      unhandled === 0,
      "every update was handled, none failed",
      `${inbox.length} in the inbox, ${unhandled} not done`,
    ),
    onceEach(
      "every report is one row of progress",
      markers("report"),
      howOften(progress.map(({ note }) => markerIn(note))),
    ),
    onceEach(
      "every hand-in is one result",
      markers("hand-in"),
      howOften(results.map(({ note }) => markerIn(note))),
    ),
    onceEach(
      "every tap on “Xác nhận” confirmed once",
      tapped,
      howOften(confirmations.map(({ subject }) => subject ?? "")),
    ),
    onceEach(
      "each of them has one audit row",
      written,
      howOften(audited.map(({ inboxId }) => String(inboxId))),
    ),
    onceEach(
      "each of them has one reply in the outbox",
      written.map((id) => `reply:${id}`),
      howOften(replies.map(({ key }) => key)),
    ),
  ];
};

const slots = async (db: Db, expected: readonly string[]): Promise<Verdict> => {
  const rows = await db.jobSlot.findMany();
  const done = rows
    .filter(({ state }) => state === "done")
    .map(({ job, slot }) => `${job}:${slot}`);
  return onceEach("every job slot was done once", expected, howOften(done));
};

/** What nobody asked for: alerts and rankings, of which a second one is seen by all. */
const isDigest = ({ kind }: Row): boolean => kind === "alert" || kind === "ranking";

const messages = async (
  db: Db,
  posted: readonly Posted[],
  questions: number,
): Promise<Verdict[]> => {
  const all: Row[] = await db.outboxMessage.findMany({
    select: {
      id: true,
      key: true,
      kind: true,
      state: true,
      payload: true,
      externalId: true,
      errorCode: true,
      chat: { select: { externalId: true } },
    },
    orderBy: { id: "asc" },
  });
  const open = all.filter(({ state }) => ["pending", "sending", "failed"].includes(state));
  const edits = all.filter((row) => isEdit(row) && row.state === "unknown").length;
  const rows = all.filter((row) => !isEdit(row));
  const { matched, missing, unknown, strays } = compare(rows, posted);
  const answers = strays.filter(({ said }) => ANSWER.test(said));
  const unaccounted = strays.filter(({ said }) => !ANSWER.test(said));
  const { arrived, notArrived } = unknown;
  const digests = rows.filter(isDigest);
  const sentDigests = digests.filter(({ state }) => state === "sent").length;
  // By their words in their chats alone, whatever the outbox says.
  const place = ({ chat, said }: Posted): string => `${chat}:${said}`;
  const places = howOften(posted.map(place));
  const doubledDigests = matched.filter(
    (one) => isDigest(one.row) && (places.get(place(one.posted)) ?? 0) > 1,
  ).length;
  const unknownDigests = digests.filter(({ state }) => state === "unknown").length;
  const examples = unaccounted
    .slice(0, 3)
    .map(({ chat, said }) => `${chat}: ${said.slice(0, 60)}`)
    .join(" | ");
  const stuck = open
    .slice(0, 3)
    .map(({ key, state }) => `${key} ${state}`)
    .join(", ");
  return [
    verdict(
      open.length === 0,
      "nothing waits or failed in the outbox",
      `${all.length} rows, ${open.length} left ${stuck}`.trim(),
    ),
    verdict(
      unaccounted.length === 0,
      "each message reached its chat at most once: all that the server took are one row's each",
      `${posted.length} taken, ${unaccounted.length} without a row ${examples}`.trim(),
    ),
    verdict(
      missing.length === 0,
      "what is called sent is at the server",
      `${rows.filter(({ state }) => state === "sent").length} sent, ${missing.length} missing`,
    ),
    verdict(
      true,
      "unknown outcomes, as listed, against what the server knows",
      `${arrived.length + notArrived.length} listed: ${arrived.length} had arrived, ${notArrived.length} had not; ${edits} more were redrawn cards`,
    ),
    verdict(
      digests.length > 0 && doubledDigests === 0,
      "no alert or ranking came twice",
      `${sentDigests} sent, ${unknownDigests} unknown, ${doubledDigests} doubled`,
    ),
    verdict(
      answers.length >= questions,
      "every question was answered; where the bot died after answering, again",
      `${questions} asked, ${answers.length - questions} answered again`,
    ),
  ];
};

/** All verdicts on one database. */
export const account = async (
  db: Db,
  found: { said: readonly Said[]; slots: readonly string[]; posted: readonly Posted[] },
): Promise<Verdict[]> => {
  const questions = found.said.filter(({ kind }) => kind === "question").length;
  return [
    ...(await effects(db, found.said)),
    await slots(db, found.slots),
    ...(await messages(db, found.posted, questions)),
  ];
};
