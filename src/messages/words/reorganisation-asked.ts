// What is asked about a reorganisation, before it is whole.
import type { SuccessionKind } from "#prisma/generated/enums.ts";
import { phrase } from "../language.ts";

export const howTo = phrase({
  vi: () => "Anh/chị ghi việc sắp xếp, ví dụ:",
  en: () => "Please say what changes, for example:",
});

export const examples = [
  "/sapxep đổi tên Sở Tài chính thành Sở Tài chính và Kế hoạch theo QĐ 45/QĐ-UBND ngày 3/11/2026 từ 01/12/2026",
  "/sapxep hợp nhất Sở Y tế, Sở Tư pháp thành Sở Y tế và Tư pháp theo QĐ 45/QĐ-UBND ngày 3/11/2026 từ 01/12/2026",
  "/sapxep sáp nhập Sở Y tế vào Sở Tư pháp theo QĐ 45/QĐ-UBND ngày 3/11/2026 từ 01/12/2026",
  "/sapxep chuyển giảm nghèo từ Sở Nội vụ sang Sở Y tế theo QĐ 45/QĐ-UBND ngày 3/11/2026 từ 01/12/2026",
] as const;

export const askFrom = phrase({
  vi: (kind: SuccessionKind) =>
    kind === "merge"
      ? "Các cơ quan nào hợp nhất? Ví dụ: Sở Y tế, Sở Tư pháp"
      : "Cơ quan nào được sắp xếp? Ví dụ: Sở Y tế",
  en: (kind) =>
    kind === "merge"
      ? "Which agencies merge? For example: Sở Y tế, Sở Tư pháp"
      : "Which agency changes? For example: Sở Y tế",
});

export const askFunction = phrase({
  vi: (from: string) => `Chức năng, lĩnh vực nào chuyển khỏi ${from}? Ví dụ: giảm nghèo`,
  en: (from) => `Which function leaves ${from}? For example: giảm nghèo`,
});

export const askTo = phrase({
  vi: (kind: SuccessionKind, from: string): string => {
    switch (kind) {
      case "rename":
        return `Tên mới của ${from} là gì? Ví dụ: Sở Nông nghiệp và Môi trường`;
      case "merge":
        return `${from} hợp nhất thành cơ quan nào? Ghi tên cơ quan mới hoặc cơ quan đang có.`;
      case "split":
        return `${from} tách thành những cơ quan nào? Ví dụ: Sở Văn hóa và Thể thao, Sở Du lịch`;
      case "dissolve":
        return `Cơ quan nào tiếp nhận việc của ${from}? Ví dụ: Sở Nội vụ`;
      case "move_function":
        return "Cơ quan nào tiếp nhận chức năng này? Ví dụ: Sở Y tế";
    }
  },
  en: (kind, from) => {
    switch (kind) {
      case "rename":
        return `What is ${from} called from then on?`;
      case "merge":
        return `Into which agency do ${from} merge? Name a new one or one that is there.`;
      case "split":
        return `Into which agencies is ${from} split?`;
      case "dissolve":
        return `Which agency takes over from ${from}?`;
      case "move_function":
        return "Which agency takes the function?";
    }
  },
});

export const askDecision = phrase({
  vi: () => "Theo văn bản nào? Ghi số và ngày, ví dụ: 45/QĐ-UBND ngày 3/11/2026",
  en: () => "By which document? Give number and date, e.g. 45/QĐ-UBND ngày 3/11/2026",
});

export const askEffective = phrase({
  vi: () => "Có hiệu lực từ ngày nào? Ví dụ: 01/12/2026, hoặc: ngày ký",
  en: () => "From which day does it hold? For example: 01/12/2026, or: ngày ký",
});

export const notUnderstood = phrase({
  vi: (typed: string) => `Chưa hiểu “${typed}”.`,
  en: (typed) => `“${typed}” was not understood.`,
});

export const howToAmend = phrase({
  vi: (example: string) =>
    `Nếu cần sửa, trả lời chỗ cần sửa, ví dụ: ${example}. Anh/chị trả lời “có” để ghi nhận, “thôi” để dừng.`,
  en: (example) =>
    `To change something, answer with it, e.g. ${example}. Answer “yes” to register, “cancel” to stop.`,
});

/** What can be answered; the readers take exactly these words. */
export const amendExample = (codes: readonly string[], to: string, isNewCode: boolean): string =>
  [
    codes.length === 0 ? "từ 01/12/2026" : `${codes.join(", ")} sang ${to}`,
    ...(isNewCode ? ["mã SNM"] : []),
  ].join("; ");
