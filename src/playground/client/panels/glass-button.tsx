import { GlassIcon } from "../shell/icons.tsx";
import { desk, glass } from "../state.ts";
import { say } from "../words.ts";
import { glassTitle } from "../words-panels.ts";
import { BarButton } from "./bar-button.tsx";

/** Opens the panel behind the glass on the last deed, and shuts it. */
export const GlassButton = () => {
  if (desk.value === null) return null;
  return (
    <BarButton
      label={say(glassTitle)}
      pressed={glass.value !== null}
      onClick={() => {
        glass.value = glass.value === null ? "" : null;
      }}
    >
      <GlassIcon />
    </BarButton>
  );
};
