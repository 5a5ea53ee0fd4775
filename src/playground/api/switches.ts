import { badGateway } from "../api-error.ts";
import type { FaultKind } from "../page/contract.ts";
import { createSignal, type Signal } from "../signal.ts";
import type { FaultBook, FaultRule } from "./faults.ts";
import type { MethodName } from "./method-types.ts";
import type { Polling } from "./polling.ts";

/** Faults that a visitor turns on and off; one that spends itself turns itself off. */
export type Switches = {
  turn: (kind: FaultKind, isOn: boolean) => void;
  allOff: () => void;
  /** Those that are on, in the order of their kinds. */
  on: () => FaultKind[];
  changed: Signal<void>;
};

const { code, description } = badGateway();
const slowMs = 4_000;
const retryAfter = 3;

/** What is new in a chat: an edit that Telegram takes twice is the same as one. */
const sends: readonly MethodName[] = [
  "sendMessage",
  "sendRichMessage",
  "sendDocument",
  "sendPhoto",
  "sendMediaGroup",
  "copyMessage",
  "forwardMessage",
];

/** The strongest first: where several are on, a server that is down is not slow. */
const kinds: readonly FaultKind[] = ["down", "429", "reset-after", "slow"];

export function createSwitches(faults: FaultBook, polling: Polling): Switches {
  const wanted = new Map<FaultKind, () => FaultRule>([
    [
      "down",
      () => ({
        fault: { kind: "error", code, description },
        method: "all",
        times: Number.POSITIVE_INFINITY,
      }),
    ],
    ["429", () => ({ ...everySecondOfAChat(), times: Number.POSITIVE_INFINITY })],
    [
      "reset-after",
      () => ({
        fault: { kind: "reset-after" },
        method: sends,
        onApplied: () => turn("reset-after", false),
      }),
    ],
    ["slow", () => ({ fault: { kind: "delay", ms: slowMs }, times: Number.POSITIVE_INFINITY })],
  ]);
  const active = new Set<FaultKind>();
  const undo: (() => void)[] = [];
  const changed = createSignal<void>();

  /** Put into the book anew, so that their order does not depend on that of the taps. */
  const arrange = () => {
    while (undo.length > 0) undo.pop()?.();
    for (const kind of kinds) {
      const rule = active.has(kind) ? wanted.get(kind)?.() : undefined;
      if (rule) undo.push(faults.add(rule));
    }
    changed.emit();
  };
  const turn = (kind: FaultKind, isOn: boolean) => {
    if (active.has(kind) === isOn) return;
    if (isOn) active.add(kind);
    else active.delete(kind);
    arrange();
    // A poll that waits would still bring what is said while the server is down.
    if (kind === "down" && isOn) polling.breakOff();
  };

  return {
    turn,
    allOff: () => {
      for (const kind of [...active]) turn(kind, false);
    },
    on: () => kinds.filter((kind) => active.has(kind)),
    changed,
  };
}

/** In each chat the next message is refused, the one after it taken, and so on. */
function everySecondOfAChat(): FaultRule {
  const refusedLast = new Set<unknown>();
  return {
    fault: { kind: "429", retryAfter },
    method: sends,
    when: (_method, chat) => {
      if (refusedLast.delete(chat)) return false;
      refusedLast.add(chat);
      return true;
    },
  };
}
