// Nothing stale is ever sent: when an alert's turn comes, the parts about assignments that were
// finished or submitted meanwhile are left out, and an alert with nothing left is dropped.
import type { Block, Reply } from "#src/messages/reply.ts";

const aboutOf = (blocks: readonly Block[]): number[] =>
  blocks.flatMap((block) => {
    if (block.kind === "list") {
      return block.items.flatMap(({ about }) => (about === undefined ? [] : [about]));
    }
    if (block.kind === "details") return aboutOf(block.blocks);
    return block.kind === "paragraph" && block.about !== undefined ? [block.about] : [];
  });

/** The assignments that a reply speaks of. */
export const assignmentsIn = (reply: Reply): number[] => [...new Set(aboutOf(reply.blocks))];

const prune = (blocks: readonly Block[], keep: (id: number | undefined) => boolean): Block[] =>
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

/** The reply without the parts about other assignments than these; null where none is left. */
export const onlyAbout = (reply: Reply, eligible: ReadonlySet<number>): Reply | null => {
  const about = assignmentsIn(reply);
  if (!about.some((id) => eligible.has(id))) return null;
  const keep = (id: number | undefined) => id === undefined || eligible.has(id);
  const blocks = withoutEmptyHeadings(prune(reply.blocks, keep));
  if (reply.buttons === undefined) return { ...reply, blocks };
  const buttons = reply.buttons.map((row) => row.filter(({ about }) => keep(about)));
  return { ...reply, blocks, buttons: buttons.filter((row) => row.length > 0) };
};
