// dondoc outbox: how much waits, for how long, what may not have arrived and what never did.
import { civilTime, civilToday } from "#src/calendar/zone.ts";
import { deadLetter } from "#src/delivery/undelivered.ts";
import { plural } from "#src/messages/format.ts";
import { noWords } from "../cli-arguments.ts";
import { type DatabaseCommand, JSON_OUT } from "../cli-command.ts";
import { depth, type Resting, resting, type Waiting, waiting } from "../outbox/figures.ts";
import { isUnknown, type Listed, lettersWhere, listed } from "../outbox/letters.ts";
import { textColumns, tidy } from "../text-columns.ts";

const moment = (at: Date): string => `${civilToday(at)} ${civilTime(at)}`;

const age = (seconds: number): string => {
  if (seconds < 120) return plural(seconds, "second");
  if (seconds < 7_200) return plural(Math.round(seconds / 60), "minute");
  return seconds < 172_800
    ? plural(Math.round(seconds / 3_600), "hour")
    : plural(Math.round(seconds / 86_400), "day");
};

const waitingLine = ({ due, held, unreachable, oldest }: Waiting): string => {
  const since = oldest === null ? "" : `, the oldest (${oldest.id}) for ${age(oldest.seconds)}`;
  return `Waiting: ${due} due${since}; ${held} held for later; ${unreachable} for chats that are gone.`;
};

const restingLine = ({ chat, messages, attempts, since, errorCode }: Resting): string[] => [
  tidy(chat),
  String(messages),
  String(attempts),
  since === null ? "–" : moment(since),
  errorCode ?? "–",
];

const HEADER = ["Id", "Made", "Chat", "Kind", "Tries", "Error"];

const letterLines = (title: string, letters: readonly Listed[]): string[] => {
  if (letters.length === 0) return [`${title}: none`];
  const rows = letters.map(({ id, createdAt, chat, reachable, kind, attempts, errorCode }) => [
    id,
    moment(createdAt),
    reachable ? chat : `${chat} (gone)`,
    kind,
    String(attempts),
    errorCode ?? "–",
  ]);
  const [head = "", rule = "", ...lines] = textColumns(HEADER, rows);
  const texts = letters.map(({ text }) =>
    text === undefined
      ? []
      : tidy(text)
          .split("\n")
          .map((line) => `    ${line}`.trimEnd()),
  );
  return [
    `${title} (${letters.length}):`,
    head,
    rule,
    ...lines.flatMap((line, at) => [line, ...(texts[at] ?? [])]),
  ];
};

export const outbox: DatabaseCommand = {
  name: "outbox",
  summary: "Show what waits to be sent, what may not have arrived and what never did",
  usage: "[--text] [--reachable] [--json]",
  options: {
    text: { type: "boolean", help: "with what the messages say; it may be restricted" },
    reachable: { type: "boolean", help: "list only messages whose chat can be written to" },
    json: JSON_OUT,
  },
  example: "outbox",
  details: [
    "Unknown: it may have arrived, so it is not repeated by itself. Dead: refused for good, or for",
    "24 hours. What becomes of them: dondoc outbox resend, dondoc outbox drop.",
  ],
  database: "there",
  run: async ({ db, now, out }, given) => {
    noWords(given);
    const [withText, reachable] = [given.flag("text"), given.flag("reachable")];
    const list = async (where: typeof isUnknown | typeof deadLetter) =>
      listed(db, await lettersWhere(db, where, reachable), withText);
    const [byState, waits, retried] = [await depth(db), await waiting(db, now), await resting(db)];
    const [unknown, dead] = [await list(isUnknown), await list(deadLetter)];
    if (given.flag("json")) {
      const figures = { depth: byState, waiting: waits, resting: retried, unknown, dead };
      out(JSON.stringify(figures, null, 2));
      return 0;
    }
    if (byState.length > 0) {
      const rows = byState.map(({ state, kind, count }) => [state, kind, String(count)]);
      const align = [undefined, undefined, "right" as const];
      for (const line of textColumns(["State", "Kind", "Messages"], rows, align)) out(line);
    }
    out(waitingLine(waits));
    if (retried.length > 0) {
      out("Being retried:");
      const header = ["Chat", "Waiting", "Tries", "Since", "Error"];
      for (const line of textColumns(header, retried.map(restingLine))) out(line);
    }
    for (const line of letterLines("Unknown", unknown)) out(line);
    for (const line of letterLines("Dead", dead)) out(line);
    return 0;
  },
};
