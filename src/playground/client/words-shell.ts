// What the frame of the page says: bar, list, panes, notices.
import type { Phrase } from "./words.ts";

const phrases = {
  name: { vi: "Đôn Đốc", en: "Đôn Đốc" },
  tagline: { vi: "Sân chơi: một tỉnh mẫu", en: "Playground: a sample province" },
  toConversation: { vi: "Đến cuộc trò chuyện", en: "Skip to the conversation" },
  more: { vi: "Thêm", en: "More" },
  language: { vi: "English", en: "Tiếng Việt" },
  theme: { vi: "Giao diện", en: "Theme" },
  themeSystem: { vi: "Theo máy", en: "As the system" },
  themeLight: { vi: "Sáng", en: "Light" },
  themeDark: { vi: "Tối", en: "Dark" },
  keys: { vi: "Phím tắt", en: "Keys" },
  close: { vi: "Đóng", en: "Close" },

  chats: { vi: "Các cuộc trò chuyện", en: "Chats" },
  people: { vi: "Mọi người", en: "People" },
  groups: { vi: "Nhóm", en: "Groups" },
  morePeople: { vi: "Thêm người khác", en: "More people" },
  search: { vi: "Tìm người, nhóm", en: "Search" },
  clearSearch: { vi: "Xóa ô tìm", en: "Clear the search" },
  nothingFound: { vi: "Không có ai, nhóm nào như vậy.", en: "No such person or group." },
  beside: { vi: "Mở bên cạnh", en: "Open beside" },
  typing: { vi: "đang nhập…", en: "typing…" },
  you: { vi: "Bạn", en: "You" },
  noMessages: { vi: "Chưa có tin nào", en: "No messages yet" },

  conversations: { vi: "Đang mở", en: "Open conversations" },
  conversationWith: { vi: "Trò chuyện của {name} với bot", en: "{name}’s chat with the bot" },
  groupNamed: { vi: "Nhóm {name}", en: "Group {name}" },
  back: { vi: "Về danh sách", en: "Back to the list" },
  closePane: { vi: "Đóng khung này", en: "Close this pane" },
  asAnother: {
    vi: "Mở bên cạnh, là người khác",
    en: "Open beside, as another person",
  },
  youAre: { vi: "Bạn là", en: "You are" },
  topics: { vi: "Chủ đề", en: "Topics" },
  allTopics: { vi: "Tất cả", en: "All" },
  nothingOpen: {
    vi: "Chọn một người hay một nhóm ở danh sách để bắt đầu.",
    en: "Choose a person or a group in the list to begin.",
  },
  nothingOpenMore: {
    vi: "Bạn có thể là bất kỳ ai trong tỉnh; bot thật đang trả lời ở đầu bên kia.",
    en: "You can be anyone in the province; the real bot answers at the other end.",
  },

  glass: { vi: "Phía sau tấm kính", en: "Behind the glass" },

  building: { vi: "Một tỉnh đang thành hình", en: "A province is coming to life" },
  buildingMore: {
    vi: "14 sở, 60 xã, phường, đặc khu và chừng 60 nhiệm vụ trong tám tuần, do bot thật xử lý. Xong là bạn có thể là bất kỳ ai trong đó.",
    en: "14 departments, 60 communes and wards, about 60 tasks over eight weeks, handled by the real bot. Then you can be anyone in it.",
  },

  connecting: { vi: "Đang kết nối…", en: "Connecting…" },
  lost: { vi: "Mất kết nối, đang nối lại…", en: "Connection lost, reconnecting…" },
  planting: {
    vi: "Đang dựng tỉnh mẫu, chừng nửa phút…",
    en: "Setting up the sample province, about half a minute…",
  },
  reset: { vi: "Đang dựng lại tỉnh mẫu từ đầu…", en: "Setting the province up anew…" },
  notices: { vi: "Thông báo", en: "Notices" },
  dismiss: { vi: "Bỏ thông báo", en: "Dismiss" },
  ok: { vi: "Đã hiểu", en: "OK" },
  botSays: { vi: "Bot trả lời", en: "The bot says" },
} as const satisfies Record<string, Phrase>;

export const shellWords: Record<keyof typeof phrases, Phrase> = phrases;

/** "3 tin chưa đọc", said to screen readers. */
export const unreadWords = (count: number): Phrase => ({
  vi: `${count} tin chưa đọc`,
  en: count === 1 ? "1 unread message" : `${count} unread messages`,
});

export const memberWords = (count: number): Phrase => ({
  vi: `${count} thành viên`,
  en: count === 1 ? "1 member" : `${count} members`,
});

/** Puts a name into a phrase that has a place for it. */
export const named = ({ vi, en }: Phrase, name: string): Phrase => ({
  vi: vi.replace("{name}", () => name),
  en: en.replace("{name}", () => name),
});

/** Keys and what they do, for the dialog that lists them. */
export const keyWords: readonly { keys: string[]; does: Phrase }[] = [
  {
    keys: ["F6"],
    does: { vi: "Sang vùng kế tiếp (Shift: vùng trước)", en: "Next region (Shift: previous)" },
  },
  { keys: ["Ctrl", "."], does: { vi: "Cũng vậy", en: "The same" } },
  { keys: ["Alt", "1…9"], does: { vi: "Mở cuộc trò chuyện thứ n", en: "Open the nth chat" } },
  {
    keys: ["↑", "↓", "Home", "End"],
    does: { vi: "Đi trong danh sách, trong tin nhắn", en: "Move in the list, in the messages" },
  },
  { keys: ["Enter"], does: { vi: "Mở; trong ô nhập: gửi", en: "Open; in the composer: send" } },
  {
    keys: ["Ctrl", "Enter"],
    does: { vi: "Trong danh sách: mở bên cạnh", en: "In the list: open beside" },
  },
  {
    keys: ["/"],
    does: { vi: "Trong ô nhập: các lệnh của bot", en: "In the composer: the bot’s commands" },
  },
  {
    keys: ["M", "R"],
    does: { vi: "Ở một tin: mở các việc, trả lời", en: "On a message: its menu, reply" },
  },
  {
    keys: ["Esc"],
    does: {
      vi: "Đóng thứ đang mở, từ trong ra ngoài",
      en: "Close what is open, from the inside out",
    },
  },
  { keys: ["?"], does: { vi: "Bảng phím này", en: "This list of keys" } },
];
