// Words of the house itself: who may, what was not understood, what went wrong.
import { plural } from "../format.ts";
import { phrase } from "../language.ts";

export const stranger = phrase({
  vi: () =>
    "Xin chào. Đây là trợ lý theo dõi nhiệm vụ của Ban Chỉ đạo cải cách hành chính; để sử dụng, anh/chị vui lòng mở đường liên kết mời do cơ quan thường trực cấp.",
  en: () =>
    "Hello. This is the task tracker of the steering committee of administrative reform; please open the invitation link that the standing agency gives you.",
});

export const strangerGroup = phrase({
  vi: () =>
    "Nhóm này chưa được cơ quan thường trực đăng ký; người có thẩm quyền gõ /nhom để đăng ký.",
  en: () => "This group is not registered yet; the standing agency can register it with /nhom.",
});

export const notAllowed = phrase({
  vi: (command: string, whoMay: string) =>
    `Lệnh /${command} dành cho ${whoMay}. Gõ /trogiup để xem các lệnh của anh/chị.`,
  en: (command, whoMay) => `/${command} is for ${whoMay}. Type /trogiup to see your commands.`,
});

export const privateOnly = phrase({
  vi: (command: string) => `Lệnh /${command} chỉ dùng khi nhắn riêng với trợ lý.`,
  en: (command) => `/${command} works only in a private chat with the bot.`,
});

export const groupOnly = phrase({
  vi: (command: string) => `Lệnh /${command} chỉ dùng trong nhóm.`,
  en: (command) => `/${command} works only in a group.`,
});

export const unknownCommand = phrase({
  vi: (word: string) => `Chưa có lệnh “/${word}”.`,
  en: (word) => `There is no command “/${word}”.`,
});

export const perhaps = phrase({
  vi: () => "Có phải anh/chị muốn dùng:",
  en: () => "Did you mean:",
});

export const notUnderstood = phrase({
  vi: () => "Trợ lý chưa hiểu tin nhắn này. Gõ /trogiup để xem các lệnh, ví dụ:",
  en: () => "This message was not understood. Type /trogiup to see the commands, for example:",
});

export const seeHelp = phrase({
  vi: () => "Gõ /trogiup để xem các lệnh của anh/chị.",
  en: () => "Type /trogiup to see your commands.",
});

export const youAreWelcome = phrase({
  vi: () => "Vâng, cảm ơn anh/chị.",
  en: () => "You are welcome.",
});

export const greeting = phrase({
  vi: () => "Xin chào anh/chị. Gõ /viec để xem việc, /trogiup để xem các lệnh.",
  en: () => "Hello. Type /viec for your tasks, /trogiup for your commands.",
});

export const whatAbout = phrase({
  vi: (code: string) => `Anh/chị muốn làm gì với ${code}?`,
  en: (code) => `What would you like to do with ${code}?`,
});

export const fileForWhat = phrase({
  vi: (files: number) =>
    `Đã nhận ${files} tệp. Tệp này dùng cho việc nào? Anh/chị chọn một việc bên dưới, hoặc gõ lệnh, ví dụ:`,
  en: (files) =>
    `${plural(files, "file")} received. What is it for? Choose a task below, or type a command, for example:`,
});

export const notYetSaid = phrase({
  vi: () => "Anh/chị cho biết mã nhiệm vụ hoặc cơ quan, ví dụ: NV-012; hoặc gõ /thoi để dừng.",
  en: () => "Please give the task's code or the agency, e.g. NV-012; or type /thoi to stop.",
});

export const changedSince = phrase({
  vi: () => "Nội dung đã thay đổi so với tin mà anh/chị vừa chọn. Tình trạng hiện nay:",
  en: () => "This is no longer as in the message that you chose from. It now stands as follows:",
});

export const formGone = phrase({
  vi: () => "Biểu mẫu này không còn mở: đã ghi nhận, đã dừng, hoặc đã thay bằng biểu mẫu khác.",
  en: () => "This form is no longer open: it was registered, cancelled or replaced.",
});

export const cannotCorrect = phrase({
  vi: () =>
    "Việc sửa tin nhắn không làm thay đổi nội dung đã ghi nhận. Nếu cần, anh/chị gửi lệnh mới.",
  en: () => "An edited message does not change what was recorded. Please send a new command.",
});

export const failure = phrase({
  vi: (code: string) =>
    `Hệ thống gặp sự cố khi xử lý tin nhắn này (mã ${code}); chưa có gì được ghi nhận. Anh/chị vui lòng thử lại hoặc báo quản trị.`,
  en: (code) =>
    `Something went wrong with this message (code ${code}); nothing was recorded. Please try again or tell the administrator.`,
});

/** Said while nothing can be stored; Telegram keeps what was written until it can. */
export const databaseAway = phrase({
  vi: () =>
    "Hệ thống tạm gián đoạn; tin của anh/chị đang được giữ và sẽ được xử lý khi có lại, không cần gửi lại.",
  en: () =>
    "The system is away for a moment; your message is kept and will be handled when it is back, there is no need to send it again.",
});

export const offerAgain = phrase({
  vi: (count: number) =>
    count === 1
      ? "Có một tin trước đó có thể chưa đến máy của anh/chị."
      : `Có ${count} tin trước đó có thể chưa đến máy của anh/chị.`,
  en: (count) =>
    count === 1
      ? "An earlier message may not have reached you."
      : `${count} earlier messages may not have reached you.`,
});

export const showAgain = phrase({ vi: () => "Xem lại", en: () => "Show again" });

export const nothingToShowAgain = phrase({
  vi: () => "Không có tin nào cần gửi lại.",
  en: () => "There is nothing to send again.",
});

export const sentAgain = phrase({
  vi: (count: number) => `Đang gửi lại ${count} tin.`,
  en: (count) => `Sending ${count} again.`,
});

export const cancelled = phrase({
  vi: () => "Đã dừng. Chưa có gì được ghi nhận.",
  en: () => "Cancelled. Nothing was recorded.",
});

export const nothingOpen = phrase({
  vi: () => "Hiện không có biểu mẫu nào đang chờ trả lời.",
  en: () => "There is no form waiting for an answer.",
});

export const yesOrNo = phrase({
  vi: () => "Anh/chị trả lời “có” để ghi nhận hoặc “thôi” để dừng.",
  en: () => "Please answer “yes” to register or “cancel” to stop.",
});

export const shownAgain = phrase({
  vi: () => "(Gửi lại)",
  en: () => "(Sent again)",
});
