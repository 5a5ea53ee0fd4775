// Sentences about agencies that are renamed, merged, split, dissolved, or hand over a function.
import type { SuccessionKind } from "#prisma/generated/enums.ts";
import type { CivilDate } from "#src/calendar/civil-date.ts";
import { showDate } from "../format.ts";
import { type Language, phrase } from "../language.ts";

/** As documents cite each other; stored as it is. */
export const decisionName = ({ number, date }: { number: string; date: CivilDate }): string =>
  `${number} ngày ${showDate(date)}`;

/** A decision as it is told. */
export type Said = {
  kind: SuccessionKind;
  decision: string;
  effectiveOn: CivilDate;
  from: string[];
  to: string[];
  /** What takes over begins with it. */
  toNew: boolean;
  functions: { what: string; to: string }[];
};

type Change = Omit<Said, "decision" | "effectiveOn">;

const listed = (names: readonly string[]): string => names.join(", ");

/** What becomes of whom, without the functions that leave besides. */
const change = phrase({
  vi: ({ kind, from, to, toNew, functions }: Change): string => {
    switch (kind) {
      case "rename":
        return `${listed(from)} đổi tên thành ${listed(to)}`;
      case "merge":
        return toNew
          ? `${listed(from)} hợp nhất thành ${listed(to)}`
          : `${listed(from.filter((name) => !to.includes(name)))} sáp nhập vào ${listed(to)}`;
      case "split":
        return `${listed(from)} chia tách thành ${listed(to)}`;
      case "dissolve":
        return to.length === 0
          ? `${listed(from)} giải thể`
          : `${listed(from)} giải thể, ${listed(to)} tiếp nhận`;
      case "move_function":
        return `${listed(from)} chuyển chức năng “${functions[0]?.what ?? ""}” sang ${listed(to)}`;
    }
  },
  en: ({ kind, from, to, toNew, functions }) => {
    switch (kind) {
      case "rename":
        return `${listed(from)} is renamed ${listed(to)}`;
      case "merge":
        return toNew
          ? `${listed(from)} merge into ${listed(to)}`
          : `${listed(from.filter((name) => !to.includes(name)))} joins ${listed(to)}`;
      case "split":
        return `${listed(from)} is split into ${listed(to)}`;
      case "dissolve":
        return to.length === 0
          ? `${listed(from)} is dissolved`
          : `${listed(from)} is dissolved, ${listed(to)} takes over`;
      case "move_function":
        return `${listed(from)} hands over “${functions[0]?.what ?? ""}” to ${listed(to)}`;
    }
  },
});

const functionGoes = phrase({
  vi: ({ what, to }: Said["functions"][number]) => `; chức năng “${what}” chuyển sang ${to}`,
  en: ({ what, to }) => `; “${what}” goes to ${to}`,
});

export const changeText = (language: Language, said: Change): string => {
  // The function that moves is the change itself.
  const besides = said.kind === "move_function" ? said.functions.slice(1) : said.functions;
  const more = besides.map((one) => functionGoes(language, one)).join("");
  return `${change(language, said)}${more}`;
};

export const headline = phrase({
  vi: (said: Said) =>
    `Theo ${said.decision}, từ ngày ${showDate(said.effectiveOn)}: ${changeText("vi", said)}.`,
  en: (said) =>
    `By ${said.decision}, from ${showDate(said.effectiveOn)}: ${changeText("en", said)}.`,
});

type Count = { to: string; lead: number; coordinating: number };

export const movedTo = phrase({
  vi: ({ to, lead, coordinating }: Count) =>
    `Nhiệm vụ đang mở chuyển sang ${to}: ${lead + coordinating} (chủ trì ${lead}, phối hợp ${coordinating}).`,
  en: ({ to, lead, coordinating }) =>
    `Open tasks that go to ${to}: ${lead + coordinating} (lead ${lead}, coordinating ${coordinating}).`,
});

export const nothingMoved = phrase({
  vi: () => "Không có nhiệm vụ đang mở nào phải chuyển.",
  en: () => "There are no open tasks to move.",
});

export const howItCounts = phrase({
  vi: () =>
    "Việc đã hoàn thành vẫn tính cho cơ quan cũ; việc đang mở, kể cả việc quá hạn, tính cho cơ quan nhận, hạn giữ nguyên.",
  en: () =>
    "What is done still counts for the old agency; what is open, overdue or not, counts for the new one, with its date unchanged.",
});

export const youBelongTo = phrase({
  vi: (agency: string) => `Vai trò của anh/chị nay thuộc ${agency}.`,
  en: (agency) => `Your role is now with ${agency}.`,
});

export const yourRoleEnds = phrase({
  vi: () => "Vai trò của anh/chị ở cơ quan này kết thúc. Xin cảm ơn anh/chị.",
  en: () => "Your role in this agency has ended. Thank you.",
});

export const nobodyTook = phrase({
  vi: (codes: readonly string[]) =>
    `Chưa có cơ quan nhận: ${listed(codes)}. Anh/chị dùng /chuyen để giao lại.`,
  en: (codes) => `Nobody was named to take ${listed(codes)}. Please use /chuyen.`,
});

export const seeTasks = phrase({ vi: () => "Xem việc", en: () => "See tasks" });
