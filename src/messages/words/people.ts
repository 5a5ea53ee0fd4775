// Words about people, invites, groups.
import type { Role } from "#prisma/generated/enums.ts";
import { plural } from "../format.ts";
import { phrase } from "../language.ts";
import { roleName } from "./roles.ts";

export const grantText = phrase({
  vi: (role: Role, agency: string | null) =>
    agency === null ? roleName("vi", role) : `${roleName("vi", role)} – ${agency}`,
  en: (role, agency) =>
    agency === null ? roleName("en", role) : `${roleName("en", role)} – ${agency}`,
});

export const welcome = phrase({
  vi: (name: string, grant: string) => `Chào ${name}. Anh/chị đã kết nối với vai trò: ${grant}.`,
  en: (name, grant) => `Hello ${name}. You are now connected as: ${grant}.`,
});

export const helloAgain = phrase({
  vi: (name: string) => `Chào ${name}.`,
  en: (name) => `Hello ${name}.`,
});

const badCodeReasons = {
  unknown: { vi: "Mã mời không đúng.", en: "This invitation code is not valid." },
  used: { vi: "Mã mời này đã được sử dụng.", en: "This invitation code was used already." },
  expired: { vi: "Mã mời đã hết hạn.", en: "This invitation code has expired." },
};

export const badCode = phrase({
  vi: (why: keyof typeof badCodeReasons) =>
    `${badCodeReasons[why].vi} Đề nghị liên hệ cơ quan thường trực để nhận mã mới.`,
  en: (why) => `${badCodeReasons[why].en} Please ask the standing agency for a new one.`,
});

export const codesNotLookedAt = phrase({
  vi: (until: string) =>
    `Đã có nhiều mã mời không đúng nên trợ lý tạm dừng nhận mã đến ${until}. Mã của anh/chị chưa được xem và vẫn giữ nguyên hiệu lực; mời anh/chị gửi lại sau thời điểm đó, hoặc liên hệ cơ quan thường trực.`,
  en: (until) =>
    `After many wrong invitation codes none is looked at before ${until}. Yours was not looked at and is as good as before: please send it again then, or ask the standing agency.`,
});

export const helpTitle = phrase({
  vi: () => "Các lệnh của anh/chị (gõ có dấu hay không dấu đều được):",
  en: () => "Your commands (with or without accents):",
});

export const youAre = phrase({
  vi: (name: string) => `Anh/chị là ${name}.`,
  en: (name) => `You are ${name}.`,
});

export const languageSet = phrase({
  vi: () => "Trợ lý sẽ trả lời bằng tiếng Việt.",
  en: () => "The bot will answer in English.",
});

export const howToSwitch = phrase({
  vi: () => "Đổi ngôn ngữ: /toi english",
  en: () => "Change the language: /toi tiếng việt",
});

export const inviteMade = phrase({
  vi: (grant: string, days: number) =>
    `Thư mời dùng một lần cho vai trò ${grant}, có hiệu lực ${days} ngày. Gửi riêng cho người được mời:`,
  en: (grant, days) =>
    `A one-time invitation for the role ${grant}, valid for ${plural(days, "day")}. Send it to that person only:`,
});

export const orTypeCode = phrase({
  vi: () => "hoặc nhắn cho trợ lý:",
  en: () => "or send to the bot:",
});

export const howToInvite = phrase({
  vi: () =>
    "Mời ai? Ví dụ: /moi cán bộ Sở Tư pháp; /moi lãnh đạo; /moi thường trực SNV. Mời nhiều: /moi tất cả các xã chưa có người, hoặc gửi tệp danh sách kèm chú thích /moi.",
  en: () =>
    "Whom? For example: /moi official STP; /moi leader; /moi secretariat SNV. Many: /moi all các xã chưa có người, or send a list with the caption /moi.",
});

export const inviteNeedsAgency = phrase({
  vi: (role: Role) => `Vai trò ${roleName("vi", role)} cần tên cơ quan, ví dụ: /moi cán bộ STP`,
  en: (role) => `The role ${roleName("en", role)} needs an agency, e.g. /moi official STP`,
});

export const onlyAdminInvitesAdmin = phrase({
  vi: () => "Chỉ quản trị mời được quản trị.",
  en: () => "Only an administrator invites administrators.",
});

export const howToBind = phrase({
  vi: () =>
    "Nhóm này chưa đăng ký. Ví dụ: /nhom ban chỉ đạo (nhận xếp hạng tuần); /nhom ban chỉ đạo, thứ ba 09:00, duyệt trước, chỉ các sở; /nhom bản tin; /nhom Sở Tư pháp (nhận nhắc hạn)",
  en: () =>
    "This group is not registered. For example: /nhom committee (weekly ranking); /nhom committee, tuesday 09:00, approve first, only sở; /nhom bulletin; /nhom STP (deadline alerts)",
});

export const unbound = phrase({
  vi: () => "Đã hủy đăng ký nhóm này.",
  en: () => "This group is no longer registered.",
});

export const rankingPosted = phrase({
  vi: (period: string) => `Đã duyệt, xếp hạng ${period} đang được đăng vào nhóm.`,
  en: (period) => `Approved: ranking ${period} is being posted.`,
});

export const rankingPostedBefore = phrase({
  vi: (period: string) => `Xếp hạng ${period} đã được duyệt đăng trước đó; không đăng lần nữa.`,
  en: (period) => `Ranking ${period} was posted before; it is not posted again.`,
});

export const noSuchRanking = phrase({
  vi: () => "Không có bảng xếp hạng nào chờ đăng như vậy. Gõ /choxuly để xem.",
  en: () => "There is no such ranking to post. See /choxuly.",
});

export const filesOf = phrase({
  vi: (code: string, count: number) => `${code}: ${count} tệp.`,
  en: (code, count) => `${code}: ${plural(count, "file")}.`,
});

export const noFiles = phrase({
  vi: (code: string) => `${code} chưa có tệp nào.`,
  en: (code) => `${code} has no files.`,
});
