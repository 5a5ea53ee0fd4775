// Behind the glass: what the last deed, or a chosen message, set off in the product, as a path from
// the update to the calls; and the faults that one can turn on to see what becomes of it.
import type { ComponentChildren } from "preact";
import { useEffect } from "preact/hooks";

import { CloseIcon, CopyIcon } from "../shell/icons.tsx";
import { desk, glass, toast } from "../state.ts";
import { type Phrase, say } from "../words.ts";
import * as words from "../words-panels.ts";
import { Faults } from "./faults.tsx";
import { problem, seen, watchGlass } from "./glass-load.ts";
import { CallsPart, OutboxPart, TransactionPart, UpdatePart } from "./glass-parts.tsx";

const Part = ({ title, children }: { title: Phrase; children: ComponentChildren }) => (
  <li class="glass-part">
    <h3>{say(title)}</h3>
    {children}
  </li>
);

async function copy(value: unknown): Promise<void> {
  try {
    await navigator.clipboard.writeText(JSON.stringify(value, null, 2));
    toast(say(words.copied));
  } catch {
    toast(say(words.cannotCopy), "error");
  }
}

const Head = () => (
  <div class="glass-head">
    <h2>{say(words.glassTitle)}</h2>
    <button
      type="button"
      class="icon-button"
      aria-label={say(words.close)}
      title={say(words.close)}
      onClick={() => {
        glass.value = null;
      }}
    >
      <CloseIcon size={18} />
    </button>
  </div>
);

const Which = () => {
  const behind = seen.value?.behind;
  return (
    <div class="glass-which">
      <span>{say(glass.value === "" ? words.glassOfLast : words.glassOfChosen)}</span>
      {glass.value !== "" && (
        <button
          type="button"
          class="button"
          onClick={() => {
            glass.value = "";
          }}
        >
          {say(words.backToLast)}
        </button>
      )}
      {behind !== undefined && (
        <button type="button" class="button" onClick={() => void copy(behind)}>
          <CopyIcon size={16} />
          {say(words.copyJson)}
        </button>
      )}
    </div>
  );
};

const Path = () => {
  const behind = seen.value?.behind;
  if (behind === undefined) {
    return <p class="glass-none">{problem.value === null ? say(words.glassEmpty) : ""}</p>;
  }
  const { update, caused, calls } = behind;
  return (
    <ol class="glass-path">
      <Part title={words.updatePart}>
        <UpdatePart update={update} caused={caused} />
      </Part>
      {caused !== null && (
        <>
          <Part title={words.transactionPart}>
            <TransactionPart caused={caused} />
          </Part>
          <Part title={words.outboxPart}>
            <OutboxPart rows={caused.outbox} />
          </Part>
        </>
      )}
      <Part title={words.callsPart}>
        <CallsPart calls={calls} />
      </Part>
    </ol>
  );
};

export const Glass = () => {
  useEffect(watchGlass, []);
  return (
    <div class="glass">
      <Head />
      <div class="glass-body">
        <Faults />
        {desk.value?.hasGlass && (
          <>
            <Which />
            {problem.value !== null && (
              <p class="glass-none" role="alert">
                {say(words.glassFailed(problem.value))}
              </p>
            )}
            <Path />
          </>
        )}
      </div>
    </div>
  );
};
