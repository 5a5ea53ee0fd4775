// Everything that docs/huong-dan.md tells people to write is said to the bot, in its order, by
// the sample's people; what it promises as the answer must come.
import { existsSync } from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { plainText } from "#src/playground/people/view.ts";
import { sampleGroup, samplePeople } from "#src/sample/index.ts";
import { GUIDE, picturesOf, readGuide, type Step, stepsOf } from "#test/browser/support/guide.ts";
import { history, post } from "#test/browser/support/page-api.ts";
import { openProvince } from "#test/browser/support/province.ts";

const guide = readGuide();

/** Who speaks in each part. */
const SPEAKERS: Record<string, string> = {
  "1. Cán bộ đầu mối": "stc",
  "2. Cơ quan thường trực": "head",
  "3. Lãnh đạo Ban Chỉ đạo": "chairman",
  "4. Quản trị": "admin",
};

const speakerOf = ({ part }: Step): number => {
  const key = SPEAKERS[part];
  const person = samplePeople.find((one) => one.key === key);
  if (person === undefined) throw new Error(`nobody speaks in “${part}”`);
  return person.telegramId;
};

/** What the bot says to whoever is not understood, or may not. */
const REFUSALS =
  /[Cc]hưa hiểu|Chưa có lệnh|Lệnh \/\S+ (dành cho|chỉ dùng)|Không tìm thấy|gặp sự cố|Chưa biết cơ quan|Chưa rõ “|không thực hiện được lệnh|Không có mục cài đặt|không có biểu mẫu/;

const LONGEST_MS = 20_000;

const tidy = (text: string): string => text.replace(/\s+/g, " ");

/** True where the pieces stand in the text, one after the other. */
const holds = (text: string, pieces: readonly string[]): boolean => {
  let from = 0;
  return pieces.every((piece) => {
    const at = text.indexOf(tidy(piece), from);
    from = at + piece.length;
    return at >= 0;
  });
};

type Told = { whole: string; fits: boolean };

/** What the bot says after that message, until it holds what is promised. */
const answerTo = async (url: string, chat: number, after: string, step: Step): Promise<Told> => {
  const until = performance.now() + LONGEST_MS;
  for (;;) {
    const messages = await history(url, chat);
    const asked = messages.find(({ key }) => key === after);
    const answers = messages.filter(({ at, byBot }) => byBot && at > (asked?.at ?? Infinity));
    const whole = tidy(answers.map(({ message }) => plainText(message)).join("\n"));
    const fits = answers.length > 0 && holds(whole, step.hears);
    if (fits || REFUSALS.test(whole) || performance.now() > until) return { whole, fits };
    await new Promise((resolve) => setTimeout(resolve, 30));
  }
};

describe("the guide for offices", () => {
  const steps = stepsOf(guide);

  it("shows pictures that exist, all of them with words for who cannot see them", () => {
    const folder = path.join(path.dirname(GUIDE), "pictures");
    const shown = picturesOf(guide);
    expect(shown.length).toBeGreaterThan(5);
    expect(shown.filter((name) => !existsSync(path.join(folder, name)))).toEqual([]);
    expect(guide).not.toMatch(/!\[\]/);
  });

  it("has a part for each kind of person", () => {
    expect([...new Set(steps.map(({ part }) => part))]).toEqual(Object.keys(SPEAKERS));
  });

  describe("in the sample province", () => {
    let url = "";
    let stop = async () => {};
    beforeAll(async () => {
      const province = await openProvince();
      url = province.url;
      stop = province.close;
    }, 180_000);
    afterAll(() => stop());

    it("is understood, and answered as it promises", async () => {
      const wrong: string[] = [];
      for (const step of steps) {
        const person = speakerOf(step);
        const chat = step.inGroup ? sampleGroup("committee").id : person;
        const { message } = await post(url, "say", { person, chat, text: step.says });
        const { whole, fits } = await answerTo(url, chat, message, step);
        if (fits && !REFUSALS.test(whole)) continue;
        const promised = step.hears.length === 0 ? "an answer" : `“${step.hears.join(" … ")}”`;
        wrong.push(
          `huong-dan.md:${step.line} ${step.says}\n  promised ${promised}\n  came “${whole.slice(0, 400)}”`,
        );
      }
      expect(wrong.join("\n")).toBe("");
    }, 180_000);
  });
});
