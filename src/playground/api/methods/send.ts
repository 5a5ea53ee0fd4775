import { given } from "../../given.ts";
import { richContent, textContent } from "../contents.ts";
import type { Handlers } from "../handlers.ts";
import { reachChat } from "../reach.ts";
import { sendOne } from "../sending.ts";

export const sendMethods = {
  sendMessage: (call, args) => {
    const { link_preview_options } = args;
    return sendOne(call, args, { ...textContent(call, args), ...given({ link_preview_options }) });
  },

  sendRichMessage: (call, args) => sendOne(call, args, richContent(call, args.rich_message)),

  sendChatAction: ({ world, typing }, args) => {
    typing.start(reachChat(world, args.chat_id).id);
    return true;
  },
} satisfies Partial<Handlers>;
