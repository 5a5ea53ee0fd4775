// Faults of Telegram that a visitor turns on: four switches, each with what it does.
import { signal } from "@preact/signals";

import type { FaultKind } from "../../page/contract.ts";
import { trying } from "../actions.ts";
import { post } from "../api.ts";
import { desk } from "../state.ts";
import { say } from "../words.ts";
import * as words from "../words-panels.ts";

const KINDS: readonly FaultKind[] = ["slow", "429", "down", "reset-after"];

/** Folded by the visitor; open while any fault is on. */
const isUnfolded = signal(false);

const turn = (kind: FaultKind, on: boolean): Promise<boolean> =>
  trying(async () => {
    await post("fault", { kind, on });
  });

async function allOff(kinds: readonly FaultKind[]): Promise<void> {
  for (const kind of kinds) await turn(kind, false);
}

const Switch = ({ kind, isOn }: { kind: FaultKind; isOn: boolean }) => (
  <li class="fault">
    <label>
      <input
        type="checkbox"
        role="switch"
        checked={isOn}
        aria-checked={isOn}
        aria-describedby={`fault-${kind}`}
        onChange={(event) => {
          const { currentTarget } = event;
          // The desk says how it stands; the box follows it.
          void turn(kind, currentTarget.checked).then((isTaken) => {
            if (!isTaken) currentTarget.checked = isOn;
          });
        }}
      />
      <span>{say(words.faultNames[kind])}</span>
    </label>
    <p id={`fault-${kind}`}>{say(words.faultTells[kind])}</p>
  </li>
);

export const Faults = () => {
  const on = desk.value?.faults ?? [];
  return (
    <details
      class="faults"
      open={isUnfolded.value || on.length > 0}
      onToggle={(event) => {
        isUnfolded.value = event.currentTarget.open;
      }}
    >
      <summary>
        <h3>{say(words.faultsTitle)}</h3>
      </summary>
      <p class="faults-hint">{say(words.faultsHint)}</p>
      <ul>
        {KINDS.map((kind) => (
          <Switch key={kind} kind={kind} isOn={on.includes(kind)} />
        ))}
      </ul>
      {on.length > 0 && (
        <button type="button" class="button" onClick={() => void allOff(on)}>
          {say(words.allOff)}
        </button>
      )}
    </details>
  );
};
