// The guided tour: a card above the conversations. It comes by itself once, as an invitation; it
// stands in nobody's way and may be put away at any time.
import { useEffect } from "preact/hooks";

import { desk, isBuilding } from "../state.ts";
import { say } from "../words.ts";
import * as words from "../words-tour.ts";
import { rolesIn } from "./roles.ts";
import { TourCard } from "./tour-card.tsx";
import { followProvince, letGo, tour } from "./tour-now.ts";
import { doStep } from "./tour-run.ts";
import { opened, putAway } from "./tour-state.ts";

const leave = (): void => {
  letGo();
  tour.value = putAway(tour.value);
};

const Invitation = () => (
  <section class="tour is-invitation" aria-label={say(words.tourTitle)}>
    <p class="tour-text">{say(words.invitation)}</p>
    <div class="tour-buttons">
      <button
        type="button"
        class="button primary"
        onClick={() => {
          tour.value = opened(tour.value);
        }}
      >
        {say(words.begin)}
      </button>
      <button type="button" class="button" onClick={leave}>
        {say(words.later)}
      </button>
    </div>
  </section>
);

export const Tour = () => {
  useEffect(followProvince, []);
  const now = desk.value;
  if (now === null || isBuilding.value || rolesIn(now) === null) return null;
  const { standing } = tour.value;
  if (standing === "away" || tour.value.epoch !== now.epoch) return null;
  return standing === "invited" ? (
    <Invitation />
  ) : (
    <TourCard leave={leave} act={() => void doStep()} />
  );
};
