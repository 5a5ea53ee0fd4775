// A long list ends in "… và N việc nữa". It is cut when the message is sent, not when it is made:
// what was finished meanwhile makes room, and is not counted.
import { type Block, paragraph, type Reply } from "./reply.ts";
import { andMore } from "./words/alerts.ts";

const takeLines = (blocks: readonly Block[], lines: number): { taken: Block[]; cut: number } => {
  const taken: Block[] = [];
  let left = lines;
  let cut = 0;
  for (const block of blocks) {
    if (block.kind !== "list") {
      taken.push(block);
      continue;
    }
    const items = block.items.slice(0, left);
    left -= items.length;
    cut += block.items.length - items.length;
    if (items.length > 0) taken.push({ ...block, items });
    // Its heading would stand over nothing.
    else if (taken.at(-1)?.kind === "heading") taken.pop();
  }
  return { taken, cut };
};

/** The reply with no more lines in its lists than it asks for (or than `most`). */
export const withinLimit = (reply: Reply, most = Number.POSITIVE_INFINITY): Reply => {
  const { limit, ...rest } = reply;
  if (limit === undefined) return reply;
  const { taken, cut } = takeLines(reply.blocks, Math.min(limit.lines, most));
  if (cut === 0) return rest;
  const more = paragraph(andMore(limit.language, cut, limit.command));
  return { ...rest, blocks: [...taken, more] };
};
