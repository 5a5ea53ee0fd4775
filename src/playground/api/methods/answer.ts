import type { ReactionType } from "@grammyjs/types";

import { badRequest } from "../../api-error.ts";
import { given } from "../../given.ts";
import { findMessage, touch } from "../../state/messages.ts";
import { countCharacters } from "../../text/formatted.ts";
import type { Handlers } from "../handlers.ts";
import { textLimits } from "../limits.ts";
import { reachChat } from "../reach.ts";
import { reactionEmoji } from "../reactions.ts";

export const answerMethods = {
  answerCallbackQuery: ({ taps }, { callback_query_id, text, show_alert, url }) => {
    if (text !== undefined && countCharacters(text) > textLimits.callbackAnswer) {
      throw badRequest("MESSAGE_TOO_LONG");
    }
    taps.settle(callback_query_id, { showAlert: show_alert ?? false, ...given({ text, url }) });
    return true;
  },

  answerInlineQuery: ({ inlineQueries }, { inline_query_id, results }) => {
    if (results.length > 50) throw badRequest("RESULTS_TOO_MUCH");
    inlineQueries.settle(inline_query_id, results);
    return true;
  },

  setMessageReaction: ({ world }, { chat_id, message_id, reaction = [] }) => {
    const chat = reachChat(world, chat_id);
    const record = findMessage(world, chat, message_id);
    if (!record) throw badRequest("message to react not found");
    if (reaction.length > 1) throw badRequest("REACTIONS_TOO_MANY");
    if (!reaction.every(isReaction)) throw badRequest("REACTION_INVALID");
    record.botReactions = reaction;
    touch(world, record);
    world.messageChanged.emit({ kind: "reaction", record });
    return true;
  },
} satisfies Partial<Handlers>;

const isReaction = (reaction: ReactionType) =>
  reaction.type === "custom_emoji" ||
  (reaction.type === "emoji" && reactionEmoji.includes(reaction.emoji));
