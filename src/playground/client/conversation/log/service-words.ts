// What the chat itself tells, in a sentence.
import type { Message } from "@grammyjs/types";

import { shortWords } from "../content/plain.ts";
import { cleanName, senderName, userName } from "../names.ts";

type Phrase = { vi: string; en: string };

function membersWords(message: Message): Phrase | null {
  const { new_chat_members, left_chat_member } = message;
  const sender = senderName(message);
  if (new_chat_members !== undefined) {
    const names = new_chat_members.map(userName).join(", ");
    if (names === sender) return { vi: `${sender} đã vào nhóm`, en: `${sender} joined the group` };
    return { vi: `${sender} đã thêm ${names}`, en: `${sender} added ${names}` };
  }
  if (left_chat_member === undefined) return null;
  const name = userName(left_chat_member);
  if (name === sender) return { vi: `${name} đã rời nhóm`, en: `${name} left the group` };
  return { vi: `${sender} đã đưa ${name} ra khỏi nhóm`, en: `${sender} removed ${name}` };
}

function topicWords(message: Message): Phrase | null {
  const sender = senderName(message);
  if (message.forum_topic_created !== undefined) {
    const name = cleanName(message.forum_topic_created.name);
    return { vi: `${sender} đã mở chủ đề “${name}”`, en: `${sender} opened the topic “${name}”` };
  }
  if (message.forum_topic_closed !== undefined) {
    return { vi: `${sender} đã đóng chủ đề`, en: `${sender} closed the topic` };
  }
  if (message.forum_topic_reopened !== undefined) {
    return { vi: `${sender} đã mở lại chủ đề`, en: `${sender} reopened the topic` };
  }
  const name = message.forum_topic_edited?.name;
  if (name === undefined) return null;
  const clean = cleanName(name);
  return { vi: `Chủ đề nay là “${clean}”`, en: `The topic is now “${clean}”` };
}

function groupWords(message: Message): Phrase | null {
  const sender = senderName(message);
  if (message.new_chat_title !== undefined) {
    const title = cleanName(message.new_chat_title);
    return { vi: `${sender} đã đổi tên nhóm: “${title}”`, en: `${sender} renamed it “${title}”` };
  }
  if (message.group_chat_created ?? message.supergroup_chat_created) {
    return { vi: `${sender} đã lập nhóm`, en: `${sender} created the group` };
  }
  if (message.new_chat_photo ?? message.delete_chat_photo) {
    return { vi: `${sender} đã đổi ảnh nhóm`, en: `${sender} changed the group's photo` };
  }
  const isMoved = message.migrate_to_chat_id ?? message.migrate_from_chat_id;
  if (isMoved !== undefined) {
    return { vi: "Nhóm đã thành nhóm lớn", en: "The group became a supergroup" };
  }
  return null;
}

function pinWords(message: Message): Phrase | null {
  const pinned = message.pinned_message;
  if (pinned === undefined) return null;
  const quoted = "from" in pinned ? shortWords(pinned, 40) : "";
  const what = quoted === "" ? "" : `: “${quoted}”`;
  const sender = senderName(message);
  return { vi: `${sender} đã ghim${what}`, en: `${sender} pinned${what}` };
}

/** One sentence; for what the page does not know, who caused it. */
export function serviceWords(message: Message): Phrase {
  const known =
    membersWords(message) ?? topicWords(message) ?? groupWords(message) ?? pinWords(message);
  const sender = senderName(message);
  return known ?? { vi: `${sender}: thông báo của nhóm`, en: `${sender}: a notice of the chat` };
}
