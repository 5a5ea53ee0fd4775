import { describe, expect, test } from "vitest";

import {
  type Attempt,
  type Heard,
  nextMove,
  sinceNow,
} from "#src/playground/client/panels/tour-next.ts";
import {
  STEPS,
  type Stage,
  type StepName,
  stagesOf,
} from "#src/playground/client/panels/tour-script.ts";
import * as states from "#src/playground/client/panels/tour-state.ts";

const NOW = Date.parse("2026-11-20T09:00:00+07:00");
const NOT_BEGUN: Attempt = { stage: 0, since: null };

const stageOf = (step: StepName, stage = 0, code: string | null = "NV-061"): Stage => {
  const found = stagesOf(step, { code, now: NOW })?.[stage];
  if (found === undefined) throw new Error(`${step} has no stage ${stage}`);
  return found;
};

let count = 0;
const bot = (text: string, ...data: string[]): Heard => {
  count += 1;
  const buttons = data.map((one) => ({ label: "?", data: one }));
  return { key: `m${count}`, at: count, revision: count, byBot: true, text, buttons };
};
const redrawn = (message: Heard, text: string): Heard => {
  count += 1;
  return { ...message, revision: count, text, buttons: [] };
};

/** What the tour does next when this comes after its deed. */
const answered = (stage: Stage, before: readonly Heard[], came: readonly Heard[]) =>
  nextMove(stage, { stage: 0, since: sinceNow(before) }, [...before, ...came]);

describe("giving the task", () => {
  const stage = stageOf("register", 0, null);

  test("the secretariat writes one sentence with a working day ahead", () => {
    expect(nextMove(stage, NOT_BEGUN, [])).toMatchObject({ kind: "say", who: "secretary" });
    // Ten days after Friday the 20th is a Monday.
    expect(stage.say).toMatch(/^\/giao Sở Tài chính: .+; hạn 30\/11\/2026$/);
  });

  test("a due date that would fall on a Sunday is the Monday after it", () => {
    const thursday = Date.parse("2026-11-19T09:00:00+07:00");
    const [one] = stagesOf("register", { code: null, now: thursday }) ?? [];
    expect(one?.say).toMatch(/hạn 30\/11\/2026$/);
  });

  test("the bot reads it back: the tour taps yes, and then reads the code", () => {
    const question = bot("Giao nhiệm vụ, xin kiểm tra:", "~f12.1|/dongy", "~f12.1|/thoi");
    expect(answered(stage, [], [question])).toMatchObject({
      kind: "tap",
      message: question.key,
      data: "~f12.1|/dongy",
    });
    const answer = bot("Đã ghi nhận NV-061.", "/viec NV-061");
    expect(answered(stage, [question], [answer])).toMatchObject({
      kind: "next",
      shown: answer.key,
      code: "NV-061",
      already: false,
    });
  });

  test("a person of the cast may have chosen English", () => {
    expect(answered(stage, [], [bot("NV-062 registered.")])).toMatchObject({ code: "NV-062" });
  });

  test("it waits for the bot, and takes nothing for an answer that stood there before", () => {
    const old = bot("Đã ghi nhận NV-001.");
    expect(answered(stage, [old], [])).toEqual({ kind: "wait", who: "secretary" });
  });

  test("a question that it does not know is the visitor's", () => {
    const question = bot("“Sở Tài chính” có thể là nhiều cơ quan.", "/giao STC");
    expect(answered(stage, [], [question])).toMatchObject({ kind: "ask", message: question.key });
  });
});

describe("receiving it", () => {
  const stage = stageOf("receive");
  const card = bot("Sở Tài chính được giao nhiệm vụ mới:", "~a9.1|/nhan NV-061");

  test("by the newest card's button, where there is one", () => {
    const older = bot("NV-0610", "~a8.1|/nhan NV-0610");
    expect(nextMove(stage, NOT_BEGUN, [card, older])).toMatchObject({
      kind: "tap",
      message: card.key,
      data: "~a9.1|/nhan NV-061",
    });
  });

  test("in words, where the card is not there", () => {
    expect(nextMove(stage, NOT_BEGUN, [])).toMatchObject({ kind: "say", text: "/nhan NV-061" });
  });

  test("a card that is redrawn is no question", () => {
    const again = redrawn(card, "NV-061 · Sở Tài chính");
    const move = nextMove(stage, { stage: 0, since: sinceNow([card]) }, [again]);
    expect(move.kind).toBe("wait");
  });

  test("goes on where the visitor received it by hand", () => {
    const answer = bot("NV-061 đã được nhận trước đó, hiện “đã nhận”.");
    expect(answered(stage, [card], [answer])).toMatchObject({ kind: "next", already: true });
  });

  test("says so where the task is gone", () => {
    const answer = bot("Không tìm thấy nhiệm vụ NV-061 trong phạm vi của anh/chị.");
    expect(answered(stage, [card], [answer])).toMatchObject({ kind: "lost" });
  });
});

describe("reporting and confirming", () => {
  test("two sentences: progress, then the result with today's document", () => {
    expect(stageOf("report", 0).say).toMatch(/^\/tiendo NV-061 60% /);
    expect(stageOf("report", 1).say).toMatch(
      /^\/hoanthanh NV-061 số 123\/BC-STC ngày 20\/11\/2026/,
    );
  });

  test("yes to a percentage that falls", () => {
    const question = bot("Tiến độ NV-061 giảm từ 70% xuống 60%.", "~f3.1|/dongy", "~f3.1|/thoi");
    expect(answered(stageOf("report"), [], [question])).toMatchObject({ kind: "tap" });
  });

  test.each([
    ["report", 0, "Đã ghi tiến độ NV-061: 60%.", false],
    ["report", 1, "Đã nộp kết quả NV-061, văn bản số 123/BC-STC. Đang chờ xác nhận.", false],
    ["report", 1, "NV-061 đang ở trạng thái “hoàn thành” nên không thực hiện được.", true],
    ["confirm", 0, "Đã xác nhận NV-061 của Sở Tài chính: hoàn thành ngày 20/11/2026.", false],
    ["confirm", 0, "NV-061 không có kết quả nào đang chờ xác nhận.", true],
  ] as const)("%s %d hears “%s”", (step, stage, text, already) => {
    expect(answered(stageOf(step, stage), [], [bot(text)])).toMatchObject({
      kind: "next",
      already,
    });
  });

  test("confirms by the button of the result's card", () => {
    const card = bot(
      "Sở Tài chính nộp kết quả NV-061",
      "~a9.4|/xacnhan NV-061 STC",
      "~a9.4|/tralai",
    );
    expect(nextMove(stageOf("confirm"), NOT_BEGUN, [card])).toMatchObject({
      kind: "tap",
      data: "~a9.4|/xacnhan NV-061 STC",
    });
  });

  test("without a task there is nothing to report", () => {
    expect(stagesOf("report", { code: null, now: NOW })).toBeNull();
    expect(stagesOf("alert", { code: null, now: NOW })).toEqual([]);
  });
});

describe("how far the tour has come", () => {
  const begun = states.opened(states.atBeginning("a"));
  const answer = { code: "NV-061", shown: "1:2", already: false };

  test("six steps one after the other, with the code of the first", () => {
    const seen: (StepName | null)[] = [];
    let tour = begun;
    while (states.stepOf(tour) !== null) {
      seen.push(states.stepOf(tour));
      tour = states.stepDone(tour, { ...answer, code: tour.step === 0 ? "NV-061" : null });
    }
    expect(seen).toEqual([...STEPS]);
    expect(tour).toMatchObject({ code: "NV-061", told: { step: "ranking", how: "done" } });
  });

  test("it may be put away and taken up where it was", () => {
    const half = states.stepDone(begun, answer);
    expect(states.opened(states.putAway(half))).toEqual(half);
  });

  test("left in the midst of a step it goes on there after a reload", () => {
    const half = states.stageDone(states.stepDone(begun, answer), 0);
    const kept: unknown = JSON.parse(JSON.stringify(half));
    expect(states.isTour(kept) && kept.attempt).toEqual({ stage: 1, since: null });
  });

  test("a reset puts it at its beginning, as an invitation", () => {
    const half = states.stepDone(begun, answer);
    expect(states.inProvince(half, "a")).toBe(half);
    expect(states.inProvince(half, "b")).toEqual(states.atBeginning("b"));
  });

  test("skipping tells so, and a lost task leads back to the first step", () => {
    expect(states.skipped(begun)).toMatchObject({
      step: 1,
      told: { step: "register", how: "skipped" },
    });
    const lost = states.taskLost(states.stepDone(begun, answer));
    expect(lost).toMatchObject({ step: 0, code: null, told: { step: "receive", how: "lost" } });
  });

  test.each([null, {}, { ...begun, step: "1" }, { ...begun, told: { step: "?", how: "done" } }])(
    "what an older page kept is not believed: %j",
    (kept) => {
      expect(states.isTour(kept)).toBe(false);
    },
  );
});
