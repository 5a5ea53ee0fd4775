// The bar at the head: whose page this is, the province's clock, and what one can do with it all.
import { ClockBar } from "../panels/clock-bar.tsx";
import { GlassButton } from "../panels/glass-button.tsx";
import { ResetButton } from "../panels/reset-button.tsx";
import { TourButton } from "../panels/tour-button.tsx";
import { isPhone } from "../state.ts";
import { say } from "../words.ts";
import { shellWords as words } from "../words-shell.ts";
import { MoreMenu } from "./more-menu.tsx";
import { Switches } from "./switches.tsx";

const Brand = () => (
  <div class="brand">
    <span class="brand-mark" aria-hidden="true">
      Đ
    </span>
    <h1>
      <span class="brand-name">{say(words.name)}</span>{" "}
      <span class="brand-tagline">{say(words.tagline)}</span>
    </h1>
  </div>
);

export const TopBar = () => (
  <header class="bar" data-region="bar">
    <Brand />
    <ClockBar />
    {isPhone.value ? (
      <MoreMenu />
    ) : (
      <div class="bar-buttons">
        <TourButton />
        <GlassButton />
        <ResetButton />
        <Switches inMenu={false} />
      </div>
    )}
  </header>
);
