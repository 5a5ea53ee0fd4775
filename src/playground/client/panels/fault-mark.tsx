// A clear mark at the clock while any fault is on, so that nobody takes it for the product's.
import { WarnIcon } from "../shell/icons.tsx";
import { desk, glass } from "../state.ts";
import { say } from "../words.ts";
import { faultMarks, faultNames, faultsOn } from "../words-panels.ts";

export const FaultMark = () => {
  const faults = desk.value?.faults ?? [];
  if (faults.length === 0) return null;
  const names = faults.map((kind) => say(faultNames[kind])).join("; ");
  return (
    <button
      type="button"
      class="fault-mark"
      title={say(faultsOn(names))}
      aria-label={say(faultsOn(names))}
      onClick={() => {
        glass.value ??= "";
      }}
    >
      <WarnIcon size={16} />
      <span aria-hidden="true">{faults.map((kind) => say(faultMarks[kind])).join(" · ")}</span>
    </button>
  );
};
