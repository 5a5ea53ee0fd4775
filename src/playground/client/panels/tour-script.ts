// The six steps of the tour: who says what, and by which words of the bot one knows that it was
// done. Both languages of the bot: a person of the cast may have chosen English.
import { civilDate, weekdayAhead } from "../civil.ts";

export const STEPS = ["register", "receive", "report", "confirm", "alert", "ranking"] as const;
export type StepName = (typeof STEPS)[number];

export type Who = "secretary" | "official";

/** One sentence, or one tap, and the answer to it. */
export type Stage = {
  who: Who;
  /** What the button carries that does it; without such a button in the chat, it is said. */
  button: RegExp | null;
  say: string;
  /** The answer says that it is done. */
  done: RegExp;
  /** The answer says that somebody did it before: the tour goes on. */
  already: RegExp | null;
};

/** The bot's question whether it was understood: the tour says yes. */
export const YES = /(^|\|)\/dongy$/;
/** The task is not there any more. */
export const LOST = /Không tìm thấy nhiệm vụ|There is no task/;

const AHEAD_DAYS = 10;
const TASK = "Báo cáo kết quả rà soát, cắt giảm thủ tục hành chính nội bộ của ngành tài chính";
const OTHER_STATE = /đang ở trạng thái|does not take this command/;

const carrying = (command: string, code: string): RegExp => new RegExp(`/${command} ${code}\\b`);

export type Facts = { code: string | null; now: number };

const register = ({ now }: Facts): Stage[] => [
  {
    who: "secretary",
    button: null,
    say: `/giao Sở Tài chính: ${TASK}; hạn ${civilDate(weekdayAhead(now, AHEAD_DAYS))}`,
    done: /Đã ghi nhận NV-\d+|NV-\d+ registered/,
    already: null,
  },
];

const receive = (code: string): Stage[] => [
  {
    who: "official",
    button: carrying("nhan", code),
    say: `/nhan ${code}`,
    done: new RegExp(`(đã nhận|has received) ${code}`),
    already: /được nhận trước đó|was received before|đang ở trạng thái|does not take this command/,
  },
];

const report = (code: string, now: number): Stage[] => [
  {
    who: "official",
    button: null,
    say: `/tiendo ${code} 60% đã rà soát 42/70 thủ tục, đang lấy ý kiến các phòng`,
    done: new RegExp(`(Đã ghi tiến độ|Progress of) ${code}`),
    already: OTHER_STATE,
  },
  {
    who: "official",
    button: null,
    say: `/hoanthanh ${code} số 123/BC-STC ngày ${civilDate(now)} đã gửi báo cáo UBND tỉnh`,
    done: new RegExp(`(Đã nộp kết quả|Result of) ${code}`),
    already: OTHER_STATE,
  },
];

const confirm = (code: string): Stage[] => [
  {
    who: "secretary",
    button: carrying("xacnhan", code),
    say: `/xacnhan ${code} STC`,
    done: new RegExp(`Đã xác nhận ${code}|${code}.* confirmed`),
    already: /không có kết quả nào đang chờ|has no result awaiting/,
  },
];

/** Null: the step needs the task of the first one. Steps of the clock have no stages. */
export function stagesOf(step: StepName, facts: Facts): Stage[] | null {
  const { code, now } = facts;
  if (step === "register") return register(facts);
  if (step === "alert" || step === "ranking") return [];
  if (code === null) return null;
  if (step === "receive") return receive(code);
  return step === "report" ? report(code, now) : confirm(code);
}

/** Where the clock goes in a step, and what is looked for on the way. */
export const RIDES = {
  alert: { stop: "alert", says: /Nhắc hạn|Deadlines/ },
  ranking: { stop: "monday", says: /Kết quả thực hiện nhiệm vụ|Task performance/ },
} as const;

export const isRide = (step: StepName): step is keyof typeof RIDES => step in RIDES;

/** The step is about the task of the first one, which is not there. */
export const needsFirst = (step: StepName, code: string | null): boolean =>
  stagesOf(step, { code, now: 0 }) === null;
