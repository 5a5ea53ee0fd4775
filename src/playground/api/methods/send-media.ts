import { badRequest } from "../../api-error.ts";
import { nextNumber } from "../../state/world.ts";
import { captionContent, documentOf, photoOf } from "../contents.ts";
import type { Call, Handlers } from "../handlers.ts";
import { textLimits } from "../limits.ts";
import type { MethodArgs } from "../method-types.ts";
import { reachChat } from "../reach.ts";
import { prepareSend, sendOne } from "../sending.ts";

export const sendMediaMethods = {
  sendDocument: (call, args) => {
    reachChat(call.world, args.chat_id);
    const caption = captionContent(call, args);
    return sendOne(call, args, { document: documentOf(call, args.document), ...caption });
  },

  sendPhoto: (call, args) => {
    reachChat(call.world, args.chat_id);
    const caption = captionContent(call, args);
    return sendOne(call, args, { photo: photoOf(call, args.photo), ...caption });
  },

  sendMediaGroup: (call, args) => {
    const media = args.media ?? [];
    if (media.length < 2 || media.length > textLimits.album) {
      throw badRequest(`an album must have 2-${textLimits.album} items`);
    }
    const sending = prepareSend(call, args);
    const album = String(13_000_000_000 + nextNumber(call.world, "album"));
    return sending.post(media.map((item) => ({ media_group_id: album, ...albumItem(call, item) })));
  },
} satisfies Partial<Handlers>;

type AlbumItem = MethodArgs<"sendMediaGroup">["media"][number];

function albumItem(call: Call, item: AlbumItem) {
  if (item.type === "document") {
    return { document: documentOf(call, item.media), ...captionContent(call, item) };
  }
  if (item.type === "photo") {
    return { photo: photoOf(call, item.media), ...captionContent(call, item) };
  }
  throw badRequest(`media of type ${item.type} can't be sent by the local server`);
}
