// A crowd of officials who use the bot as people do: reports, questions, taps, slips of the finger,
// a file now and then. Each says the next thing only when the last was answered; how long that
// took is what is measured here: from the update being pushed to the answer at the stand-in.
import type { Person, Playground } from "#src/playground/server.ts";
import type { Random } from "#src/sample/random.ts";
import type { Official } from "./officials.ts";

export type Answered = {
  kind: string;
  /** On performance.now(). */
  pushedAt: number;
  /** Real ms; null where nothing came. */
  afterMs: number | null;
  expected: RegExp;
  /** The answer, where it is not what was expected. */
  unlike: string | null;
  /** The answer says that it is in the register now. */
  saved: boolean;
};

type Member = {
  official: Official;
  person: Person;
  /** What they said last and have no answer to. */
  waiting: Answered | null;
  /** The next text answers the bot's question, after "Báo tiến độ" was tapped. */
  asked: boolean;
  /**
   * A quarter of them do. Each report redraws the cards that its person has, at the same 30 a second
   * in all that the answers need: did everybody ask all day, that alone would fill it.
   */
  asksForCards: boolean;
};

/** What jobs say by themselves is nobody's answer. */
const BY_ITSELF = /^(Nhắc hạn ngày|Việc đang chờ)/;

const FILE = Buffer.alloc(24_000, "%PDF-1.4 báo cáo ");

/** Says or does something; what the answer to it must look like. */
type Deed = { kind: string; weight: number; does: (member: Member, marker: string) => RegExp };

const saying =
  (text: (member: Member, marker: string) => string, expected: RegExp): Deed["does"] =>
  (member, marker) => {
    member.person.dm().say(text(member, marker));
    return expected;
  };

const always = (text: string) => () => text;
const SAVED = /^Đã ghi tiến độ/;
const ASKED = /cho biết tiến độ của/;
const CARD = /Rà soát hồ sơ số/;

const askForList = saying(always("/viec"), /Việc đang thực hiện/);
const askForCard = saying(({ official }) => official.task, CARD);

const deeds: readonly Deed[] = [
  {
    kind: "report",
    weight: 8,
    does: saying(({ official }, marker) => `/tiendo ${official.task} 40% đã làm ${marker}`, SAVED),
  },
  { kind: "question", weight: 3, does: askForList },
  { kind: "question", weight: 1, does: saying(always("/denhan"), /hạn/i) },
  { kind: "question", weight: 1, does: saying(always("/xephang"), /./) },
  { kind: "question", weight: 1, does: saying(always("/toi"), /cán bộ đầu mối/) },
  {
    kind: "card",
    weight: 2,
    does: (member, marker) => (member.asksForCards ? askForCard : askForList)(member, marker),
  },
  { kind: "slip", weight: 1, does: saying(always("/tiendooo viec cua toi"), /./) },
  { kind: "slip", weight: 1, does: saying(always("/tiendo NV-999999 70%"), /NV-999999/) },
  {
    kind: "file",
    weight: 1,
    does: ({ person, official }, marker) => {
      const caption = `/tiendo ${official.task} 40% kèm tệp ${marker}`;
      const file = { data: FILE, type: "application/pdf", caption };
      person.dm().sendFile(`bao-cao-${marker}.pdf`, file);
      return SAVED;
    },
  },
  {
    kind: "tap",
    weight: 1,
    does: (member, marker) => {
      const seen = member.person.dm().messages();
      const tapped = seen.findLast(({ buttons }) => buttons.includes("Báo tiến độ"));
      if (tapped === undefined) return askForList(member, marker);
      // The toast may be missed; what counts is the message that follows.
      tapped
        .button("Báo tiến độ")
        .click()
        .catch(() => undefined);
      // A card whose new state was not drawn yet shows that instead.
      return new RegExp(`${ASKED.source}|đã thay đổi so với tin`);
    },
  },
];

const lots = deeds.flatMap((deed) => Array.from({ length: deed.weight }, () => deed));

const answerTheForm: Deed = {
  kind: "form",
  weight: 0,
  does: (member, marker) => {
    // The question lapses where the clock was moved by hours meanwhile.
    const expected = new RegExp(`${SAVED.source}|muốn làm gì với`);
    return saying(always(`40% đã họp ${marker}`), expected)(member, marker);
  },
};

export type Crowd = {
  /** Somebody idle says the next thing; false where everybody waits for an answer. */
  next: () => boolean;
  /** Everything that was said, in order. */
  said: readonly Answered[];
  waiting: () => number;
  /** Texts of the bot that answered nobody and were not a job's. */
  surplus: () => readonly string[];
  byItself: () => number;
  /** Resolves when nobody waits any more; what is not answered by then stays unanswered. */
  settled: (withinMs: number) => Promise<void>;
  leave: () => void;
};

/** Lets them come; each has started the bot. */
export const gatherCrowd = (
  server: Playground,
  officials: readonly Official[],
  random: Random,
): Crowd => {
  const said: Answered[] = [];
  const members = officials.map((official, n): Member => {
    const firstName = `Cán bộ ${official.personId}`;
    const person = server.createUser({ id: official.telegramId, firstName, started: true });
    return { official, person, waiting: null, asked: false, asksForCards: n % 4 === 0 };
  });
  const byChat = new Map(members.map((member) => [member.official.telegramId, member]));
  /** Longest idle first. */
  const idle = [...members];
  const surplus: string[] = [];
  let byItself = 0;

  const leave = server.onSaid(({ chatId, text }) => {
    if (BY_ITSELF.test(text)) {
      byItself += 1;
      return;
    }
    const member = byChat.get(chatId);
    const answered = member?.waiting ?? null;
    if (member === undefined || answered === null) {
      surplus.push(text.slice(0, 200));
      return;
    }
    answered.afterMs = performance.now() - answered.pushedAt;
    answered.saved = SAVED.test(text);
    member.asked = ASKED.test(text);
    if (!answered.expected.test(text)) answered.unlike = text.slice(0, 200);
    member.waiting = null;
    idle.push(member);
  });

  return {
    next: () => {
      const member = idle.shift();
      if (member === undefined) return false;
      const deed = member.asked ? answerTheForm : random.pick(lots);
      const { kind } = deed;
      const pushedAt = performance.now();
      const expected = deed.does(member, `m${said.length}x`);
      member.waiting = { kind, pushedAt, afterMs: null, expected, unlike: null, saved: false };
      said.push(member.waiting);
      return true;
    },
    said,
    waiting: () => members.length - idle.length,
    surplus: () => surplus,
    byItself: () => byItself,
    settled: async (withinMs) => {
      const until = performance.now() + withinMs;
      while (idle.length < members.length && performance.now() < until) {
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
    },
    leave,
  };
};
