// Words about what did not arrive, as the secretariat decides about it: /choxuly and /guilai.
import type { CivilDate } from "#src/calendar/civil-date.ts";
import { plural, showDate } from "../format.ts";
import { phrase } from "../language.ts";

export const undeliveredLabels = phrase({
  vi: () => ({
    title: "Tin chưa gửi được",
    again: "Gửi lại",
    whatToDo: "Cách xử lý",
    endRegistration: "Bỏ đăng ký nhóm",
  }),
  en: () => ({
    title: "Messages that could not be sent",
    again: "Send again",
    whatToDo: "What to do",
    endRegistration: "End its registration",
  }),
});

/** What a message to a group is; `period` of a ranking or a bulletin. */
export type GroupLetter = { what: "ranking" | "bulletin" | "answer"; period: string };

const whatVi = { ranking: "xếp hạng", bulletin: "bản tin", answer: "câu trả lời" };
const whatEn = { ranking: "ranking", bulletin: "bulletin", answer: "answer" };

export const groupLetter = phrase({
  vi: (title: string, { what, period }: GroupLetter) =>
    `Nhóm “${title}”: ${[whatVi[what], period].join(" ").trim()} không gửi được. Không gửi nữa: `,
  en: (title, { what, period }) =>
    `Group “${title}”: ${[whatEn[what], period].join(" ").trim()} could not be sent. To let it go: `,
});

export const groupLost = phrase({
  vi: (title: string, since: CivilDate | null, letters: number) =>
    `Nhóm “${title}”: trợ lý không còn trong nhóm${since === null ? "" : ` từ ${showDate(since)}`}${letters === 0 ? "" : `; ${letters} tin chưa gửi`}`,
  en: (title, since, letters) =>
    `Group “${title}”: the bot is not in it${since === null ? "" : ` since ${showDate(since)}`}${letters === 0 ? "" : `; ${plural(letters, "message")} not sent`}`,
});

export const personUnreached = phrase({
  vi: (name: string, agency: string | null, letters: number) =>
    `${name}${agency === null ? "" : ` (${agency})`}: ${letters} thông báo không đến được`,
  en: (name, agency, letters) =>
    `${name}${agency === null ? "" : ` (${agency})`}: ${plural(letters, "notice")} did not arrive`,
});

export const groupStillLost = phrase({
  vi: (title: string) =>
    `Trợ lý chưa ở trong nhóm “${title}” nên chưa gửi được. Anh/chị vui lòng thêm lại trợ lý vào nhóm, rồi gửi lại từ /choxuly. Nếu không dùng nhóm này nữa, anh/chị bỏ đăng ký nhóm; các tin chưa gửi cũng được bỏ.`,
  en: (title) =>
    `The bot is not in the group “${title}”, so nothing can be sent. Please add the bot to the group again, and then send again from /choxuly. If the group is no longer used, end its registration; what was not sent is dropped with it.`,
});

export const personStillLost = phrase({
  vi: (name: string) =>
    `${name} đã chặn trợ lý hoặc không dùng tài khoản nữa nên chưa gửi được. Anh/chị vui lòng gọi điện, đề nghị bỏ chặn trợ lý và gõ /start; các thông báo được giữ lại. Nếu không cần gửi nữa, anh/chị chọn bỏ.`,
  en: (name) =>
    `${name} blocked the bot or no longer uses the account, so nothing can be sent. Please call, and ask them to unblock the bot and type /start; the notices are kept. If they are no longer needed, let them go.`,
});

export const letGoButton = phrase({
  vi: (letters: number) => `Bỏ ${letters} tin`,
  en: (letters) => `Let ${plural(letters, "message")} go`,
});

export const lettersLetGo = phrase({
  vi: (letters: number) => `Đã bỏ ${letters} tin, không gửi nữa.`,
  en: (letters) => `${plural(letters, "message")} will not be sent any more.`,
});

export const nothingToLetGo = phrase({
  vi: () => "Không có tin nào như vậy để bỏ: đã được gửi lại hoặc đã bỏ trước đó.",
  en: () => "There is no such message to let go: it was sent again or let go before.",
});

export const registrationEnded = phrase({
  vi: (title: string, letters: number) =>
    `Đã bỏ đăng ký nhóm “${title}”${letters === 0 ? "" : ` và ${letters} tin chưa gửi`}. Khi cần dùng lại, anh/chị thêm trợ lý vào nhóm và gõ /nhom trong nhóm.`,
  en: (title, letters) =>
    `The group “${title}” is no longer registered${letters === 0 ? "" : `; ${plural(letters, "message")} will not be sent`}. To use it again, add the bot to the group and type /nhom there.`,
});

export const groupIsBack = phrase({
  vi: (title: string) =>
    `Trợ lý đang ở trong nhóm “${title}”: đăng ký được giữ nguyên. Để hủy đăng ký, anh/chị gõ /nhom thôi trong nhóm đó.`,
  en: (title) =>
    `The bot is in the group “${title}”: its registration stays. To end it, type /nhom thôi in that group.`,
});

export const textErased = phrase({
  vi: () =>
    "Nội dung của tin này đã được xóa vì chỉ dùng một lần, nên không gửi lại được. Anh/chị vui lòng gõ lại lệnh đã tạo ra tin.",
  en: () =>
    "The text of this message was erased because it was for one use, so it cannot be sent again. Please type the command that made it once more.",
});

export const againNotRead = phrase({
  vi: () =>
    "Trợ lý chưa hiểu cần gửi lại tin nào. Anh/chị gõ /guilai để xem lại tin của mình; cơ quan thường trực gõ /choxuly để xem các tin chưa gửi được.",
  en: () =>
    "It is not clear which message is meant. Type /guilai to see your own messages again; the standing agency sees in /choxuly what could not be sent.",
});
