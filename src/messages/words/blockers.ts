// What is said about blockers (vướng mắc), and what blockers and explanations have in common.
import type { CivilDate } from "#src/calendar/civil-date.ts";
import { asSentence, plural, showDate } from "../format.ts";
import { phrase } from "../language.ts";
import type { NamedTask } from "./tasks.ts";

export const matterLabels = phrase({
  vi: () => ({
    blocker: "Vướng mắc",
    explanation: "Giải trình",
    answer: "Trả lời",
    answerOf: "trả lời",
    close: "Đóng",
    files: "Tệp",
    blockers: "Vướng mắc chờ trả lời",
    explanationsAnswered: "đã trả lời, chờ đóng",
    explanations: "Giải trình cần xem lại",
  }),
  en: () => ({
    blocker: "Blocker",
    explanation: "Explanation",
    answer: "Answer",
    answerOf: "answer",
    close: "Close",
    files: "Files",
    blockers: "Blockers to answer",
    explanationsAnswered: "answered, to be closed",
    explanations: "Explanations to look at",
  }),
});

export const matterOf = phrase({
  vi: (code: string, on: CivilDate) => `${code}, ${showDate(on)}`,
  en: (code, on) => `${code}, ${showDate(on)}`,
});

export const whatBlocks = phrase({
  vi: (code: string) =>
    `${code} vướng mắc nội dung gì, đề nghị cơ quan nào hỗ trợ? (trả lời tin này), ví dụ: chưa có hướng dẫn của Bộ về mẫu biểu`,
  en: (code) => `What blocks ${code}, and whose help is needed? (answer this message)`,
});

export const blockerRaised = phrase({
  vi: (blocker: string, code: string, files: number) =>
    `Đã ghi vướng mắc ${blocker} của ${code}${files > 0 ? `, kèm ${files} tệp` : ""} và chuyển đến cơ quan thường trực, lãnh đạo phụ trách. Hạn của nhiệm vụ không thay đổi.`,
  en: (blocker, code, files) =>
    `Blocker ${blocker} of ${code} recorded${files > 0 ? `, with ${plural(files, "file")}` : ""} and sent to the secretariat and the leader in charge. The due date does not change.`,
});

export const blockerToAnswer = phrase({
  vi: (blocker: string, code: string, agency: string, text: string) =>
    `${agency} báo vướng mắc ${blocker} khi thực hiện ${code}: ${text}`,
  en: (blocker, code, agency, text) => `${agency} raises blocker ${blocker} on ${code}: ${text}`,
});

export const blockerForYou = phrase({
  vi: (blocker: string, code: string, by: string, text: string) =>
    `${by} đã nhập hộ vướng mắc ${blocker} của ${code}: ${asSentence(text)} Nếu không đúng, anh/chị đóng bằng /dong ${blocker}`,
  en: (blocker, code, by, text) =>
    `${by} raised blocker ${blocker} of ${code} on your behalf: ${asSentence(text)} If that is not right, close it with /dong ${blocker}`,
});

export const whichMatter = phrase({
  vi: (command: string) =>
    command === "dong"
      ? "Anh/chị cho biết mã cần đóng, ví dụ: /dong VM-3"
      : "Anh/chị cho biết mã cần trả lời, ví dụ: /traloi VM-3 đã có hướng dẫn tại văn bản 45/SNV; /traloi GT-4 nguyên nhân là …",
  en: (command) =>
    command === "dong"
      ? "Please give the code to close, e.g. /dong VM-3"
      : "Please give the code to answer, e.g. /traloi VM-3 see document 45/SNV",
});

export const noSuchMatter = phrase({
  vi: (code: string) => `Không tìm thấy ${code} trong phạm vi của anh/chị.`,
  en: (code) => `There is no ${code} that you may see.`,
});

export const matterClosed = phrase({
  vi: (code: string, on: CivilDate) => `${code} đã đóng ngày ${showDate(on)}.`,
  en: (code, on) => `${code} was closed on ${showDate(on)}.`,
});

export const newBlockerInstead = phrase({
  vi: (task: string) => `Nếu còn vướng, anh/chị báo vướng mắc mới: /vuongmac ${task} nội dung`,
  en: (task) => `If it is still blocked, raise a new one: /vuongmac ${task} what blocks it`,
});

export const blockerAnsweredByOthers = phrase({
  vi: (blocker: string, task: string) =>
    `${blocker} do cơ quan thường trực hoặc lãnh đạo phụ trách trả lời. Muốn nói thêm, anh/chị báo vướng mắc mới: /vuongmac ${task} nội dung`,
  en: (blocker, task) =>
    `${blocker} is answered by the secretariat or the leader in charge. To add something raise a new one: /vuongmac ${task} what blocks it`,
});

export const blockerYouEntered = phrase({
  vi: (blocker: string) => `${blocker} do chính anh/chị nhập, nên cần người khác trả lời.`,
  en: (blocker) => `You entered ${blocker} yourself: somebody else answers it.`,
});

export const whatAnswer = phrase({
  vi: (code: string, text: string) =>
    `${code}: ${text}\nAnh/chị trả lời thế nào? (trả lời tin này)`,
  en: (code, text) => `${code}: ${text}\nWhat is your answer? (answer this message)`,
});

export const blockerAnswered = phrase({
  vi: (blocker: string, agency: string) => `Đã gửi trả lời ${blocker} đến ${agency}.`,
  en: (blocker, agency) => `The answer to ${blocker} was sent to ${agency}.`,
});

export const yourBlockerAnswered = phrase({
  vi: (blocker: string, { code, typed }: NamedTask, answer: string) =>
    `Trả lời vướng mắc ${blocker} (${code}): ${asSentence(answer)} Nếu đã được tháo gỡ, anh/chị đóng bằng /dong ${blocker}; nếu còn vướng, báo tiếp bằng /vuongmac ${typed}`,
  en: (blocker, { code, typed }, answer) =>
    `Answer to blocker ${blocker} (${code}): ${asSentence(answer)} If it is solved, close it with /dong ${blocker}; if not, raise another with /vuongmac ${typed}`,
});

export const blockerNowClosed = phrase({
  vi: (blocker: string) => `Đã đóng vướng mắc ${blocker}.`,
  en: (blocker) => `Blocker ${blocker} is closed.`,
});

export const blockerClosedBy = phrase({
  vi: (blocker: string, task: string, by: string, note: string) =>
    `${by} đã đóng vướng mắc ${blocker} (${task})${note === "" ? "." : `: ${asSentence(note)}`}`,
  en: (blocker, task, by, note) =>
    `${by} closed blocker ${blocker} (${task})${note === "" ? "." : `: ${asSentence(note)}`}`,
});

export const mayNotClose = phrase({
  vi: (code: string, who: "blocker" | "explanation") =>
    who === "blocker"
      ? `${code} do cơ quan đã báo, cơ quan thường trực hoặc lãnh đạo đóng.`
      : `${code} do bên yêu cầu giải trình đóng (cơ quan thường trực hoặc lãnh đạo, không phải cơ quan mình).`,
  en: (code, who) =>
    who === "blocker"
      ? `${code} is closed by the agency that raised it, the secretariat or a leader.`
      : `${code} is closed by those who asked (the secretariat or a leader, not of the agency itself).`,
});

export const waitingBlocker = phrase({
  vi: (agency: string, text: string) => ` ${agency}: ${text}`,
  en: (agency, text) => ` ${agency}: ${text}`,
});
