import { TourIcon } from "../shell/icons.tsx";
import { desk } from "../state.ts";
import { say } from "../words.ts";
import * as words from "../words-tour.ts";
import { BarButton } from "./bar-button.tsx";
import { rolesIn } from "./roles.ts";
import { letGo, tour } from "./tour-now.ts";
import { STEPS } from "./tour-script.ts";
import { opened, putAway } from "./tour-state.ts";

/** Opens the tour where it was left, and puts it away. */
export const TourButton = () => {
  if (desk.value === null || rolesIn(desk.value) === null) return null;
  const { standing, step } = tour.value;
  const isOpen = standing === "open";
  const isUnderWay = step > 0 && step < STEPS.length;
  const label = isUnderWay ? say(words.tourOf(step + 1, STEPS.length)) : say(words.tourTitle);
  return (
    <BarButton
      label={label}
      words={isUnderWay ? `${step + 1}/${STEPS.length}` : say(words.tourTitle)}
      pressed={isOpen}
      onClick={() => {
        if (isOpen) letGo();
        tour.value = isOpen ? putAway(tour.value) : opened(tour.value);
      }}
    >
      <TourIcon />
    </BarButton>
  );
};
