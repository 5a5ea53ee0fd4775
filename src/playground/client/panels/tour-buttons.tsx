// What a visitor can press in the tour's card.
import { say } from "../words.ts";
import * as words from "../words-tour.ts";
import { isWorking, letGo, type Phase, phase, tour } from "./tour-now.ts";
import { needsFirst, type StepName } from "./tour-script.ts";
import { again, skipped } from "./tour-state.ts";

const actWords = (step: StepName, now: Phase | null) => {
  if (now?.kind === "late") return words.waitOn;
  if (now?.kind === "failed") return words.tryAgain;
  return needsFirst(step, tour.value.code) ? words.doFirst : words.doStep;
};

export type Doing = { act: () => void; leave: () => void };

export const Buttons = ({ step, act, leave }: Doing & { step: StepName | null }) => {
  const now = phase.value;
  const isBusy = isWorking(now);
  if (step === null) {
    return (
      <div class="tour-buttons">
        <button type="button" class="button primary" onClick={leave}>
          {say(words.finish)}
        </button>
        <button
          type="button"
          class="button"
          onClick={() => {
            letGo();
            tour.value = again(tour.value);
          }}
        >
          {say(words.once)}
        </button>
      </div>
    );
  }
  return (
    <div class="tour-buttons">
      <button
        type="button"
        class="button primary tour-act"
        aria-disabled={isBusy}
        onClick={() => {
          if (!isBusy) act();
        }}
      >
        {say(actWords(step, now))}
      </button>
      <button
        type="button"
        class="button"
        onClick={() => {
          letGo();
          tour.value = skipped(tour.value);
        }}
      >
        {say(words.skip)}
      </button>
      <button type="button" class="button tour-later" onClick={leave}>
        {say(words.comeBack)}
      </button>
    </div>
  );
};
