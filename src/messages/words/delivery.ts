// Words about messages that do not arrive: chats that are gone, people who cannot be reached.
import { phrase } from "../language.ts";

/** What a registered group receives. */
export type GroupReceives = { ranking: boolean; bulletin: boolean; alertsOf: string | null };

const receivesVi = ({ ranking, bulletin, alertsOf }: GroupReceives): string =>
  [
    ...(ranking ? ["xếp hạng tuần"] : []),
    ...(bulletin ? ["bản tin tuần"] : []),
    ...(alertsOf === null ? [] : [`nhắc hạn của ${alertsOf}`]),
  ].join(", ");

const receivesEn = ({ ranking, bulletin, alertsOf }: GroupReceives): string =>
  [
    ...(ranking ? ["the weekly ranking"] : []),
    ...(bulletin ? ["the bulletin of the week"] : []),
    ...(alertsOf === null ? [] : [`alerts of ${alertsOf}`]),
  ].join(", ");

const inBrackets = (text: string): string => (text === "" ? "" : ` (${text})`);

export const groupGone = phrase({
  vi: (title: string, receives: GroupReceives) =>
    `Trợ lý không còn trong nhóm “${title}”: tin gửi nhóm${inBrackets(receivesVi(receives))} không đến được nữa. Anh/chị vui lòng thêm lại trợ lý vào nhóm, rồi gõ /nhom trong nhóm để kiểm tra. Nếu không dùng nhóm này nữa, anh/chị gõ /choxuly để bỏ đăng ký.`,
  en: (title, receives) =>
    `The bot is no longer in the group “${title}”: what it received${inBrackets(receivesEn(receives))} does not arrive any more. Please add the bot to the group again and type /nhom there to check. If the group is no longer used, type /choxuly to end its registration.`,
});

export const personGone = phrase({
  vi: (name: string, roles: string) =>
    `Không gửi được tin cho ${name} (${roles}): người này đã chặn trợ lý hoặc không dùng tài khoản nữa. Nhiệm vụ mới, nhắc hạn, thông báo về kết quả và gia hạn chưa đến được; thông báo được giữ lại và gửi khi liên lạc được. Anh/chị vui lòng gọi điện, đề nghị bỏ chặn trợ lý và gõ /start.`,
  en: (name, roles) =>
    `${name} (${roles}) cannot be reached: they blocked the bot or no longer use the account. New tasks, alerts and notices about results and extensions do not arrive; notices are kept and sent once they can be reached. Please call, and ask them to unblock the bot and type /start.`,
});
