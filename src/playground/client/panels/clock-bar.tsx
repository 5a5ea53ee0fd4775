// The province's clock in the top bar: its face opens the moments to which it may be moved.
import { useEffect, useRef } from "preact/hooks";

import type { ClockStop } from "../../house.ts";
import { DAY_MS, shortMoment } from "../civil.ts";
import { ClockIcon, DownIcon } from "../shell/icons.tsx";
import { desk } from "../state.ts";
import { language, say } from "../words.ts";
import * as words from "../words-panels.ts";
import { ClockFace, useClock } from "./clock-face.tsx";
import { isAsked, moveTo } from "./clock-move.ts";
import { FaultMark } from "./fault-mark.tsx";
import { isListed, isPanelOpen, watchJourney } from "./journey-watch.ts";
import { OnTheWay } from "./on-the-way.tsx";

/** Those that go by the hour on the clock's face go on with it. */
const AHEAD_MS: Partial<Record<ClockStop["kind"], number>> = { hour: 3_600_000, day: DAY_MS };

const momentOf = ({ kind, at }: ClockStop, now: number): number => {
  const ahead = AHEAD_MS[kind];
  return ahead === undefined ? at : now + ahead;
};

type StopsProps = { at: number; isBusy: boolean };

const Stop = ({ stop, at, isBusy }: StopsProps & { stop: ClockStop }) => (
  <li>
    <button
      type="button"
      class="menu-item clock-stop"
      aria-disabled={isBusy}
      onClick={() => {
        if (!isBusy) void moveTo(stop.kind);
      }}
    >
      <span>{say(words.stopNames[stop.kind])}</span>
      <span class="clock-stop-at">{shortMoment(momentOf(stop, at), language.value)}</span>
    </button>
  </li>
);

const Stops = ({ stops, at, isBusy }: StopsProps & { stops: readonly ClockStop[] }) => (
  <>
    {!isListed.value && <p class="clock-hint">{say(words.clockHint)}</p>}
    <ul class="clock-stops">
      {stops.map((stop) => (
        <Stop key={stop.kind} stop={stop} at={at} isBusy={isBusy} />
      ))}
    </ul>
  </>
);

/** Escape shuts the panel, and so does a tap elsewhere unless it shows what came on the way. */
function useShutting(root: { current: HTMLElement | null }, face: { current: HTMLElement | null }) {
  useEffect(() => {
    const tapped = ({ target }: Event) => {
      if (isListed.value || !(target instanceof Node)) return;
      if (!root.current?.contains(target)) isPanelOpen.value = false;
    };
    document.addEventListener("pointerdown", tapped);
    return () => document.removeEventListener("pointerdown", tapped);
  }, [root]);
  return (event: KeyboardEvent) => {
    if (event.key !== "Escape" || !isPanelOpen.value) return;
    event.stopPropagation();
    isPanelOpen.value = false;
    face.current?.focus();
  };
}

export const ClockBar = () => {
  const root = useRef<HTMLDivElement>(null);
  const face = useRef<HTMLButtonElement>(null);
  const at = useClock();
  const shut = useShutting(root, face);
  useEffect(watchJourney, []);
  const now = desk.value;
  if (now === null) return null;
  if (!now.canMoveClock) {
    return (
      <div class="clock">
        <ClockFace at={at} />
        <FaultMark />
      </div>
    );
  }
  const isBusy = now.busy !== null || isAsked.value;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape shuts it from any of its buttons
    <div class="clock" ref={root} onKeyDown={shut}>
      <button
        ref={face}
        type="button"
        class={isBusy ? "clock-button is-moving" : "clock-button"}
        aria-expanded={isPanelOpen.value}
        aria-controls="clock-panel"
        onClick={() => {
          isPanelOpen.value = !isPanelOpen.value;
        }}
      >
        <ClockIcon size={18} />
        <span class="sr">{say(words.clockTitle)}: </span>
        <ClockFace at={at} />
        <DownIcon size={14} />
      </button>
      <FaultMark />
      <div class="clock-panel" id="clock-panel" hidden={!isPanelOpen.value}>
        <OnTheWay at={at} />
        <Stops stops={now.stops} at={at} isBusy={isBusy} />
      </div>
    </div>
  );
};
