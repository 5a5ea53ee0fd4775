// A steady stream of updates: reports, hand-ins, questions, taps. Nobody waits for an answer and
// nobody says anything twice; what was said is kept, to be counted afterwards.
import type { Random } from "#src/sample/random.ts";
import type { HandIn, KillWorld, Reporter } from "./kill-world.ts";

export type Said =
  /** `key`: "chat:message", as the inbox names it; `marker`: a word that only this message has. */
  | { kind: "report" | "hand-in"; marker: string; key: string }
  | { kind: "question"; key: string }
  /** A tap on "Xác nhận" under the card of a result. */
  | { kind: "tap"; assignmentId: number };

export type Stream = {
  said: readonly Said[];
  /** Updates that were offered while no bot was at work are among them. */
  stop: () => Promise<void>;
};

/**
 * A machine that is too busy to keep up is given less: the longest queue of people without an
 * answer, and how many more may wait for each kill (answers are lost with the bot).
 */
const LONGEST_QUEUE = 150;
const LOST_A_KILL = 10;
const ANSWER = /^(Đã ghi tiến độ|Đã nộp kết quả|Đã xác nhận|Việc đang thực hiện)/;

/** How many of the newest messages a secretary looks through for a card. */
const LATELY = 150;

/** Numbers never fall: a drop would be asked about. */
const REPORTS_A_PERCENT = 3;

export const startStream = (
  world: KillWorld,
  random: Random,
  { perSecond, deaths }: { perSecond: number; deaths: () => number },
): Stream => {
  const said: Said[] = [];
  const reported = new Map<Reporter, number>();
  const toHandIn = [...world.handIns];
  const toConfirm: HandIn[] = [];
  let stopped = false;
  let answered = 0;
  const leave = world.server.onSaid(({ text }) => {
    if (ANSWER.test(text)) answered += 1;
  });
  const isBehind = (): boolean => said.length - answered > LONGEST_QUEUE + LOST_A_KILL * deaths();

  const roomOf = ({ person, group }: Reporter) => (group === null ? person.dm() : person.in(group));
  const say = (reporter: Reporter, text: string): string => {
    const room = roomOf(reporter);
    return `${room.chatId}:${room.say(text).id}`;
  };

  const report = (reporter: Reporter): void => {
    const before = reported.get(reporter) ?? 0;
    reported.set(reporter, before + 1);
    const percent = Math.min(99, 1 + Math.floor(before / REPORTS_A_PERCENT));
    const marker = `dấu${said.length}x`;
    const text = `/tiendo ${reporter.official.task} ${percent}% ${marker}`;
    said.push({ kind: "report", marker, key: say(reporter, text) });
  };

  const handIn = (one: HandIn): void => {
    const marker = `dấu${said.length}x`;
    const text = `/hoanthanh ${one.task} đã xong ${marker}`;
    said.push({ kind: "hand-in", marker, key: say(one.reporter, text) });
    toConfirm.push(one);
  };

  const question = (reporter: Reporter): void => {
    const { person } = reporter;
    said.push({ kind: "question", key: `${person.id}:${person.dm().say("/viec").id}` });
  };

  /** A result whose card reached the secretary lately. */
  const confirm = (): boolean => {
    const cards = random.pick(world.secretaries).dm().messages().slice(-LATELY);
    for (const { text, buttons, button } of cards) {
      if (!buttons.includes("Xác nhận")) continue;
      const at = toConfirm.findIndex(({ task }) => new RegExp(`${task}(?!\\d)`).test(text));
      const [one] = at < 0 ? [] : toConfirm.splice(at, 1);
      if (one === undefined) continue;
      // The toast may be lost with the bot; the tap may not.
      button("Xác nhận")
        .click()
        .catch(() => undefined);
      said.push({ kind: "tap", assignmentId: one.assignmentId });
      return true;
    }
    return false;
  };

  const next = (): void => {
    const drawn = random.next();
    const reporter = random.pick(world.reporters);
    if (drawn < 0.15 && confirm()) return;
    const one = drawn < 0.3 ? toHandIn.shift() : undefined;
    if (one !== undefined) handIn(one);
    // In a group the answer to a question is shown to the asker alone: asked in private here.
    else if (drawn < 0.45 && reporter.group === null) question(reporter);
    else report(reporter);
  };

  const run = async (): Promise<void> => {
    const from = performance.now();
    for (let n = 0; !stopped; n += 1) {
      const due = from + (n * 1_000) / perSecond;
      await new Promise((resolve) => setTimeout(resolve, Math.max(0, due - performance.now())));
      if (!isBehind()) next();
    }
  };
  const running = run();
  return {
    said,
    stop: async () => {
      stopped = true;
      await running;
      leave();
    },
  };
};
