import type {
  Document,
  InputRichBlock,
  InputRichMessage,
  PhotoSize,
  RichBlock,
  RichMessage,
} from "@grammyjs/types";

import { badRequest, cannotParse } from "../api-error.ts";
import { parseRichHtml } from "./rich-blocks.ts";
import { checkRichLimits } from "./rich-limits.ts";
import { listLabel } from "./rich-list-label.ts";
import { richMarkdownToHtml } from "./rich-markdown.ts";
import type { RichNode } from "./rich-tree.ts";
import { richButtons } from "./rich-walk.ts";

export type KeepMedia<F> = {
  document: (source: F | string) => Document;
  photo: (source: F | string) => PhotoSize[];
};

/**
 * What an InputRichMessage (html, markdown or blocks) is when it has been sent.
 *
 * @throws 400 for none or several of the three, for tags and blocks unknown here, and when
 * a limit of rich messages is passed
 */
export function readRichMessage<F>(
  input: InputRichMessage<F> | undefined,
  keep: KeepMedia<F>,
): RichMessage {
  const forms = [input?.html, input?.markdown, input?.blocks].filter((form) => form !== undefined);
  if (!input || forms.length !== 1) {
    throw badRequest("exactly one of the fields html, markdown, or blocks must be used");
  }

  const media = (node: RichNode) => mediaBlock(node, input, keep);
  const blocks = input.blocks
    ? input.blocks.map((block) => readBlock(block, keep))
    : parseRichHtml(input.html ?? richMarkdownToHtml(input.markdown ?? ""), media);

  checkRichLimits(blocks);
  for (const button of richButtons(blocks)) {
    const bytes = "callback_data" in button ? Buffer.byteLength(button.callback_data) : 1;
    if (bytes < 1 || bytes > 64) throw badRequest("BUTTON_DATA_INVALID");
  }
  return { blocks, ...(input.is_rtl ? { is_rtl: true } : {}) };
}

/** `<img src="tg://photo?id=x">` stands for the item x of the field `media`. */
function mediaBlock<F>(node: RichNode, input: InputRichMessage<F>, keep: KeepMedia<F>): RichBlock {
  const id = /^tg:\/\/(?:photo|document)\?id=([\w-]+)$/.exec(node.attributes.src ?? "")?.[1];
  const media = input.media?.find((item) => item.id === id)?.media;
  if (media?.type === "photo") return { type: "photo", photo: keep.photo(media.media) };
  if (media?.type === "document") return { type: "document", document: keep.document(media.media) };
  throw cannotParse(`Unsupported media in tag "${node.name}" at byte offset ${node.at}`);
}

function readBlock<F>(block: InputRichBlock<F>, keep: KeepMedia<F>): RichBlock {
  const inside = (blocks: InputRichBlock<F>[]) => blocks.map((child) => readBlock(child, keep));

  switch (block.type) {
    case "paragraph":
    case "heading":
    case "pre":
    case "footer":
    case "divider":
    case "mathematical_expression":
    case "anchor":
    case "expandable_blockquote":
    case "pullquote":
    case "table":
    case "buttons":
      return block;
    case "blockquote":
    case "details":
      return { ...block, blocks: inside(block.blocks) };
    case "list":
      return {
        type: "list",
        items: block.items.map((item) => ({
          ...item,
          label: item.value === undefined ? "•" : listLabel(item.value, item.type),
          blocks: inside(item.blocks),
        })),
      };
    case "document":
      return { ...block, document: keep.document(block.document.media) };
    case "photo":
      return { ...block, photo: keep.photo(block.photo.media) };
    default:
      throw badRequest(`unsupported rich block type "${String(block.type)}"`);
  }
}
