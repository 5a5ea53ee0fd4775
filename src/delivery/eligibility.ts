// Nothing stale is ever sent: when an alert's turn comes, the parts about assignments that were
// finished or submitted meanwhile are left out, and an alert with nothing left is dropped.
import type { Block, Matter, Reply } from "#src/messages/reply.ts";

/** A name for a matter: "assignment:12", "blocker:3". */
export const matterKey = (matter: Matter): string =>
  typeof matter === "number" ? `assignment:${matter}` : `${matter.of}:${matter.id}`;

const aboutOf = (blocks: readonly Block[]): Matter[] =>
  blocks.flatMap((block) => {
    if (block.kind === "list") {
      return block.items.flatMap(({ about }) => (about === undefined ? [] : [about]));
    }
    if (block.kind === "details") return aboutOf(block.blocks);
    return block.kind === "paragraph" && block.about !== undefined ? [block.about] : [];
  });

/** What a reply speaks of. */
export const mattersIn = (reply: Reply): Matter[] => [
  ...new Map(aboutOf(reply.blocks).map((matter) => [matterKey(matter), matter])).values(),
];

const prune = (blocks: readonly Block[], keep: (matter: Matter | undefined) => boolean): Block[] =>
  blocks.flatMap((block): Block[] => {
    if (block.kind === "list") {
      const items = block.items.filter(({ about }) => keep(about));
      return items.length === 0 ? [] : [{ ...block, items }];
    }
    if (block.kind === "details") {
      const inner = prune(block.blocks, keep);
      return inner.length === 0 ? [] : [{ ...block, blocks: inner }];
    }
    if (block.kind === "paragraph") return keep(block.about) ? [block] : [];
    return [block];
  });

/** A heading over nothing says nothing. */
const withoutEmptyHeadings = (blocks: Block[]): Block[] =>
  blocks.filter((block, at) => block.kind !== "heading" || isContent(blocks[at + 1]));

const isContent = (block: Block | undefined): boolean =>
  block !== undefined && block.kind !== "heading";

/** The reply without the parts about other matters than these (by key); null where none is left. */
export const onlyAbout = (reply: Reply, needed: ReadonlySet<string>): Reply | null => {
  const matters = mattersIn(reply);
  if (!matters.some((matter) => needed.has(matterKey(matter)))) return null;
  const keep = (matter: Matter | undefined) =>
    matter === undefined || needed.has(matterKey(matter));
  const blocks = withoutEmptyHeadings(prune(reply.blocks, keep));
  if (reply.buttons === undefined) return { ...reply, blocks };
  const buttons = reply.buttons.map((row) => row.filter(({ about }) => keep(about)));
  return { ...reply, blocks, buttons: buttons.filter((row) => row.length > 0) };
};
