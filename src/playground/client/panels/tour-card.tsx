// One step of the tour: what the last one did, what the next one will do, and the button for it.

import { shortMoment } from "../civil.ts";
import { CheckIcon, CloseIcon } from "../shell/icons.tsx";
import { chats, desk } from "../state.ts";
import { language, say } from "../words.ts";
import { close } from "../words-panels.ts";
import * as words from "../words-tour.ts";
import { byChat } from "./journey.ts";
import { journey } from "./journey-watch.ts";
import { Buttons, type Doing } from "./tour-buttons.tsx";
import { isWorking, phase, tour } from "./tour-now.ts";
import { needsFirst, STEPS, type StepName } from "./tour-script.ts";
import { stepOf } from "./tour-state.ts";
import { phaseText, toldText } from "./tour-telling.ts";

/** Where the clock is on its way: to be seen, not to be read out with every step. */
const Way = () => {
  const busy = desk.value?.busy;
  const now = journey.value;
  if (busy?.kind !== "clock" || now === null) return null;
  const many = byChat(now, chats.value).length;
  return (
    <p aria-hidden="true">
      {say(words.ridden(shortMoment(busy.at, language.value), now.came.length, many))}
    </p>
  );
};

const Progress = ({ step }: { step: number }) => (
  <ol class="tour-steps">
    {STEPS.map((name, index) => (
      <li
        key={name}
        class={index < step ? "is-done" : index === step ? "is-now" : ""}
        aria-current={index === step ? "step" : undefined}
      >
        {index < step ? <CheckIcon size={14} /> : <span aria-hidden="true">{index + 1}</span>}
        <span class="tour-step-name">{say(words.stepNames[name])}</span>
      </li>
    ))}
  </ol>
);

const Text = ({ step }: { step: StepName | null }) => {
  const { told, code } = tour.value;
  const now = phase.value;
  const ahead = step === null ? words.theEnd : words.before[step];
  const needs = step !== null && needsFirst(step, tour.value.code);
  return (
    <div class="tour-text">
      <p
        role="status"
        aria-live="polite"
        class={told === null && now === null ? "sr" : "tour-told"}
      >
        {now === null ? (told === null ? "" : toldText(told, code)) : phaseText(now)}
      </p>
      {now?.kind === "moving" && <Way />}
      {!isWorking(now) && <p>{say(needs ? words.needsTask : ahead)}</p>}
    </div>
  );
};

export const TourCard = ({ act, leave }: Doing) => {
  const step = stepOf(tour.value);
  return (
    <section
      class="tour"
      aria-label={say(words.tourTitle)}
      onKeyDown={(event) => {
        if (event.key !== "Escape") return;
        event.stopPropagation();
        leave();
      }}
    >
      <div class="tour-head">
        <span class="tour-place">
          {say(words.progressOf(Math.min(tour.value.step + 1, STEPS.length), STEPS.length))}
        </span>
        <Progress step={tour.value.step} />
        <button
          type="button"
          class="icon-button"
          aria-label={say(close)}
          title={say(words.comeBack)}
          onClick={leave}
        >
          <CloseIcon size={18} />
        </button>
      </div>
      <div class="tour-main">
        <Text step={step} />
        <Buttons step={step} act={act} leave={leave} />
      </div>
    </section>
  );
};
