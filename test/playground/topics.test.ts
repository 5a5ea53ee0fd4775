import type { ForumTopic, Message, Update } from "@grammyjs/types";
import { expect, it } from "vitest";

import { ok, openStage, refusal } from "./stage.ts";

async function openForum() {
  const stage = await openStage();
  const forum = stage.playground.createGroup({
    title: "Chương trình",
    isForum: true,
    members: [stage.lan],
    bot: "administrator",
  });
  return { ...stage, forum };
}

it("posts into a topic, and refuses one that there is not", async () => {
  const { call, forum, lan } = await openForum();
  const thread = forum.createTopic(lan, "Cải cách");
  const send = (message_thread_id: number) =>
    call("sendMessage", { chat_id: forum.id, message_thread_id, text: "Việc 12" });

  expect(await ok<Message>(send(thread))).toMatchObject({
    message_thread_id: thread,
    is_topic_message: true,
  });
  expect(await refusal(send(thread + 100))).toBe("400 Bad Request: message thread not found");
});

it("says where a person wrote, and answers a topic's message in the topic", async () => {
  const { call, forum, lan } = await openForum();
  const thread = forum.createTopic(lan, "Cải cách");
  lan.in(forum).topic(thread).say("/viec");
  const [said] = (await ok<Update[]>(call("getUpdates"))).slice(-1);
  expect(said?.message).toMatchObject({
    text: "/viec",
    message_thread_id: thread,
    is_topic_message: true,
    reply_to_message: { message_id: thread, forum_topic_created: { name: "Cải cách" } },
  });

  const answer = await ok<Message>(
    call("sendMessage", {
      chat_id: forum.id,
      text: "Đây",
      reply_parameters: { message_id: said?.message?.message_id },
    }),
  );
  expect(answer.message_thread_id).toBe(thread);
});

it("opens topics for an administrator only, in forums only", async () => {
  const { call, forum, group } = await openForum();
  const open = (chat_id: number) => call("createForumTopic", { chat_id, name: "Mới" });
  const topic = await ok<ForumTopic>(open(forum.id));
  await ok(
    call("sendMessage", {
      chat_id: forum.id,
      message_thread_id: topic.message_thread_id,
      text: "Mở",
    }),
  );
  expect(await refusal(open(group.id))).toBe("400 Bad Request: the chat is not a forum");
  forum.setBot("member");
  expect(await refusal(open(forum.id))).toBe(
    "400 Bad Request: not enough rights to create a topic",
  );
});
