// JSON that folds: native details, every value a text node.
import { say } from "../words.ts";
import { moreLeft } from "../words-panels.ts";
import { type JsonNode, jsonTree, opensAtFirst } from "./json-fold.ts";

const Name = ({ name }: { name: string | null }) =>
  name === null ? null : (
    <>
      <span class="json-name">{name}</span>
      <span class="json-mark">: </span>
    </>
  );

const Branch = ({ node, depth }: { node: JsonNode; depth: number }) => {
  const { name, kind, text, children, left } = node;
  if (children.length === 0) {
    return (
      <div class="json-leaf">
        <Name name={name} />
        <span class={`json-${kind}`}>{text}</span>
      </div>
    );
  }
  return (
    <details class="json-branch" open={opensAtFirst(node, depth)}>
      <summary>
        <Name name={name} />
        <span class="json-glance">{text}</span>
      </summary>
      <div class="json-inner">
        {children.map((child) => (
          <Branch key={child.name} node={child} depth={depth + 1} />
        ))}
        {left > 0 && <div class="json-left">{say(moreLeft(left))}</div>}
      </div>
    </details>
  );
};

type JsonProps = { value: unknown; label?: string | null };

/** Under a label it begins folded; without one its first level stands open and cannot be folded. */
export const JsonView = ({ value, label = null }: JsonProps) => {
  const root = jsonTree(value, label);
  const isFolding = label !== null || root.children.length === 0;
  return (
    <div class="json" dir="ltr" translate={false}>
      {isFolding ? (
        <Branch node={root} depth={4} />
      ) : (
        root.children.map((child) => <Branch key={child.name} node={child} depth={1} />)
      )}
    </div>
  );
};
