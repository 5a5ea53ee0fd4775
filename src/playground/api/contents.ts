import type {
  Document,
  InputRichMessage,
  MessageEntity,
  ParseMode,
  PhotoSize,
} from "@grammyjs/types";

import { badRequest, entityTooLarge } from "../api-error.ts";
import { findUser } from "../state/chats.ts";
import { asDocument, asPhoto, findFile, saveFile } from "../state/files.ts";
import { imageSize } from "../state/image-size.ts";
import type { FileRecord } from "../state/records.ts";
import { countCharacters, readText } from "../text/formatted.ts";
import { readRichMessage } from "../text/rich-message.ts";
import type { Call } from "./handlers.ts";
import { textLimits } from "./limits.ts";
import type { Upload } from "./method-types.ts";

type TextArguments = { text?: string; parse_mode?: ParseMode; entities?: MessageEntity[] };

type CaptionArguments = {
  caption?: string;
  parse_mode?: ParseMode;
  caption_entities?: MessageEntity[];
};

/** @throws when the text is empty, too long or badly formatted */
export function textContent({ world }: Call, { text = "", parse_mode, entities }: TextArguments) {
  const input = { text, parseMode: parse_mode, entities };
  const read = readText(input, (id) => findUser(world, id));
  if (read.text === "") throw badRequest("message text is empty");
  if (countCharacters(read.text) > textLimits.message) throw badRequest("message is too long");
  return { text: read.text, ...(read.entities.length > 0 ? { entities: read.entities } : {}) };
}

/** @throws when the caption is too long or badly formatted */
export function captionContent({ world }: Call, args: CaptionArguments) {
  const { caption = "", parse_mode, caption_entities } = args;
  const input = { text: caption, parseMode: parse_mode, entities: caption_entities };
  const { text, entities } = readText(input, (id) => findUser(world, id));
  if (countCharacters(text) > textLimits.caption) throw badRequest("message caption is too long");
  if (text === "") return {};
  return { caption: text, ...(entities.length > 0 ? { caption_entities: entities } : {}) };
}

export function richContent(call: Call, input: InputRichMessage<Upload> | undefined) {
  const media = {
    document: (source: Upload | string) => documentOf(call, source),
    photo: (source: Upload | string) => photoOf(call, source),
  };
  return { rich_message: readRichMessage(input, media) };
}

export const documentOf = (call: Call, source: Upload | string | undefined): Document =>
  asDocument(fileOf(call, "document", source));

export const photoOf = (call: Call, source: Upload | string | undefined): PhotoSize[] =>
  asPhoto(fileOf(call, "photo", source));

/** An upload is kept; a text is the id of a file that Telegram has. URLs are not fetched. */
function fileOf(
  { world, limits }: Call,
  kind: FileRecord["kind"],
  source: Upload | string | undefined,
): FileRecord {
  if (source === undefined || source === "") throw badRequest(`there is no ${kind} in the request`);
  if (typeof source === "string") {
    if (/^https?:/.test(source)) throw badRequest("failed to get HTTP URL content");
    const file = findFile(world, source);
    if (!file) throw badRequest("wrong file identifier/HTTP URL specified");
    if (file.kind !== kind) throw badRequest(`can't use file of type ${file.kind} as ${kind}`);
    return file;
  }
  if (source.data.length > limits.uploadBytes) throw entityTooLarge();
  if (source.data.length === 0) throw badRequest("file must be non-empty");
  if (kind === "photo" && !imageSize(source.data)) throw badRequest("IMAGE_PROCESS_FAILED");
  return saveFile(world, kind, source);
}
