// What the page itself says in a conversation.
import type { Phrase } from "./words.ts";

const phrase = (vi: string, en: string): Phrase => ({ vi, en });

export const words = {
  // History
  history: phrase("Tin nhắn", "Messages"),
  loading: phrase("Đang tải tin nhắn…", "Loading messages…"),
  loadFailed: phrase("Chưa tải được tin nhắn.", "The messages could not be loaded."),
  again: phrase("Thử lại", "Try again"),
  empty: phrase("Chưa có tin nhắn nào", "No messages yet"),
  unread: phrase("Tin chưa đọc", "Unread messages"),
  toEnd: phrase("Đến tin mới nhất", "To the newest message"),
  notHere: phrase("Tin nhắn đó không còn ở đây.", "That message is no longer here."),
  pinned: phrase("Tin đã ghim", "Pinned message"),
  typing: phrase("đang soạn tin…", "is typing…"),

  // A message
  you: phrase("Bạn", "You"),
  edited: phrase("đã sửa", "edited"),
  onlyYou: phrase("Chỉ bạn thấy", "Only you see this"),
  forwarded: phrase("Chuyển tiếp từ", "Forwarded from"),
  inReplyTo: phrase("Trả lời", "In reply to"),
  photo: phrase("Ảnh", "Photo"),
  file: phrase("Tệp", "File"),
  openPhoto: phrase("Xem ảnh", "View photo"),
  download: phrase("Tải xuống", "Download"),
  unknownKind: phrase("Loại tin nhắn này chưa xem được ở đây", "This kind is not shown here"),
  table: phrase("Bảng", "Table"),
  hidden: phrase("Nội dung ẩn, bấm để xem", "Hidden, press to show"),
  more: phrase("Xem thêm", "Show more"),
  less: phrase("Thu gọn", "Show less"),
  ticked: phrase("đã xong", "done"),
  unticked: phrase("chưa xong", "not done"),
  reactions: phrase("Bày tỏ cảm xúc", "Reactions"),

  // Deeds on a message
  actions: phrase("Thao tác với tin nhắn", "Message actions"),
  reply: phrase("Trả lời", "Reply"),
  edit: phrase("Sửa", "Edit"),
  forward: phrase("Chuyển tiếp…", "Forward…"),
  copy: phrase("Chép nội dung", "Copy text"),
  copied: phrase("Đã chép.", "Copied."),
  notCopied: phrase("Trình duyệt không cho chép.", "The browser does not allow copying."),
  behind: phrase("Xem phía sau", "Look behind"),
  forwardTo: phrase("Chuyển tiếp đến", "Forward to"),
  own: phrase("Trò chuyện riêng với bot", "Private chat with the bot"),
  group: phrase("Nhóm", "Group"),
  noChats: phrase("Không có cuộc trò chuyện nào khác.", "There is no chat to forward to."),
  cancel: phrase("Bỏ", "Cancel"),
  close: phrase("Đóng", "Close"),
  previous: phrase("Ảnh trước", "Previous photo"),
  next: phrase("Ảnh sau", "Next photo"),

  // Composer
  compose: phrase("Soạn tin nhắn", "Write a message"),
  placeholder: phrase("Nhắn tin…", "Message…"),
  caption: phrase("Thêm chú thích…", "Add a caption…"),
  send: phrase("Gửi", "Send"),
  save: phrase("Lưu", "Save"),
  attach: phrase("Đính kèm tệp", "Attach files"),
  commands: phrase("Lệnh của bot", "Commands of the bot"),
  keyboard: phrase("Bàn phím gợi ý", "Suggested keys"),
  attached: phrase("Tệp sẽ gửi", "Files to send"),
  remove: phrase("Bỏ tệp", "Remove file"),
  asFile: phrase("Gửi ảnh dạng tệp", "Send photos as files"),
  dropHere: phrase("Thả tệp vào đây", "Drop files here"),
  editing: phrase("Sửa tin nhắn", "Edit message"),
  tooMany: phrase("Mỗi lần gửi được 10 tệp.", "Ten files at a time can be sent."),
  notTheirs: phrase(
    "Chỉ chủ của cuộc trò chuyện riêng này viết được ở đây.",
    "Only the person of this private chat can write here.",
  ),
  notMember: phrase("Người này không ở trong nhóm.", "This person is not in the group."),
  blocked: phrase(
    "Người này đã chặn bot, nên không nhắn được ở đây.",
    "This person has blocked the bot: nothing can be written here.",
  ),
} as const;

/** "3 tin mới" */
export const newMessages = (count: number): Phrase => ({
  vi: `${count} tin mới`,
  en: count === 1 ? "1 new message" : `${count} new messages`,
});

/** "4 lệnh phù hợp": said to who cannot see the list. */
export const matches = (count: number): Phrase => ({
  vi: count === 0 ? "Không có lệnh phù hợp" : `${count} lệnh phù hợp`,
  en: count === 0 ? "No matching commands" : `${count} matching commands`,
});

/** Of a photo: "Ảnh 2 trong 5". */
export const photoOf = (place: number, count: number): Phrase => ({
  vi: count === 1 ? "Ảnh" : `Ảnh ${place} trong ${count}`,
  en: count === 1 ? "Photo" : `Photo ${place} of ${count}`,
});
