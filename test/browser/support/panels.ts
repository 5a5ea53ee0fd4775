// What stands around the conversations: the clock, the tour, the panel behind the glass, and on a
// phone the menu in which most of it is.
import type { Locator, Page } from "playwright-core";
import type { ClockStop } from "#src/playground/house.ts";
import type { FaultKind } from "#src/playground/page/contract.ts";

const STOPS: Record<ClockStop["kind"], RegExp> = {
  hour: /^\+1 giờ/,
  day: /^\+1 ngày/,
  alert: /^Đến nhắc hạn kế tiếp/,
  monday: /^Đến thứ Hai 08:00/,
};
const FAULTS: Record<FaultKind, RegExp> = {
  slow: /^Telegram chậm/,
  "429": /429/,
  down: /^Telegram ngừng/,
  "reset-after": /^Đứt kết nối/,
};
const LONGEST_MOVE_MS = 60_000;

export type Panels = {
  /** "Thứ Ba, 24/11/2026 · 09:11" */
  clockShows: () => Promise<string>;
  openClock: () => Promise<void>;
  /** Moves the clock and waits until it is there. */
  moveClock: (stop: ClockStop["kind"]) => Promise<void>;
  /** The entries of what came on the way. */
  cameOnTheWay: () => Locator;
  glass: Locator;
  openGlass: () => Promise<void>;
  closeGlass: () => Promise<void>;
  fault: (kind: FaultKind) => Locator;
  /** Turns it on or off in the panel behind the glass, and waits until it is so. */
  turnFault: (kind: FaultKind, isOn: boolean) => Promise<void>;
  tour: Locator;
  openTour: () => Promise<void>;
  /** Takes that step with the one tap that it needs, and waits for the next. */
  tapTour: (step: number) => Promise<void>;
  leaveTour: () => Promise<void>;
  tourStep: () => Promise<number>;
  /** Presses a button of the bar, which on a phone is in its menu. */
  pressInBar: (name: RegExp) => Promise<void>;
};

export const panelsOf = (page: Page, isPhone: boolean): Panels => {
  const bar = page.getByRole("banner");
  const face = bar.getByRole("button", { name: /Đồng hồ của tỉnh/ });
  const glass = page.getByRole("complementary", { name: /Phía sau tấm kính/ });
  const tour = page.getByRole("region", { name: "Dạo thử" });

  const fault = (kind: FaultKind) => glass.getByRole("switch", { name: FAULTS[kind] });

  const pressInBar = async (name: RegExp): Promise<void> => {
    if (isPhone) await bar.getByRole("button", { name: "Thêm", exact: true }).click();
    await bar.getByRole("button", { name }).click();
  };
  const isExpanded = async (button: Locator) =>
    (await button.getAttribute("aria-expanded")) === "true";
  const openClock = async (): Promise<void> => {
    if (!(await isExpanded(face))) await face.click();
    await bar.getByRole("button", { name: STOPS.hour }).waitFor();
  };
  const tourStep = async (): Promise<number> => {
    const text = await tour.getByText(/^Bước \d\/6$/).innerText();
    return Number(/\d/.exec(text)?.[0]);
  };

  return {
    clockShows: async () =>
      (await face.innerText())
        .replace(/\s+/g, " ")
        .replace(/^.*tỉnh: /, "")
        .trim(),
    openClock,
    moveClock: async (stop) => {
      await openClock();
      const arrived = page.waitForResponse((response) => response.url().endsWith("/clock"), {
        timeout: LONGEST_MOVE_MS,
      });
      await bar.getByRole("button", { name: STOPS[stop] }).click();
      await arrived;
      await bar.getByRole("status").filter({ hasText: "Đã đến" }).waitFor();
      await face.click();
    },
    cameOnTheWay: () => bar.getByRole("button", { name: /\d+ tin/ }),

    glass,
    openGlass: async () => {
      if (await glass.isVisible()) return;
      await pressInBar(/Phía sau tấm kính/);
      await glass.waitFor();
    },
    closeGlass: async () => {
      await glass.getByRole("button", { name: "Đóng" }).first().click();
      await glass.waitFor({ state: "detached" });
    },
    fault,
    turnFault: async (kind, isOn) => {
      if (!(await fault(kind).isVisible())) await glass.getByText("Gây lỗi để thử").click();
      await fault(kind).click();
      await glass.getByRole("switch", { name: FAULTS[kind], checked: isOn }).waitFor();
    },

    tour,
    openTour: async () => {
      const begin = tour.getByRole("button", { name: "Bắt đầu" });
      if (await begin.isVisible()) await begin.click();
      else if (!(await tour.isVisible())) await pressInBar(/Dạo thử/);
      await tour.getByRole("button", { name: "Làm bước này" }).waitFor();
    },
    tapTour: async (step) => {
      await tour.getByText(`Bước ${step}/6`).waitFor();
      await tour.getByRole("button", { name: "Làm bước này" }).click();
      const next = step === 6 ? "Xong sáu bước" : `Bước ${step + 1}/6`;
      await tour.getByText(next).first().waitFor({ timeout: LONGEST_MOVE_MS });
    },
    leaveTour: async () => {
      if (!(await tour.isVisible())) return;
      await tour
        .getByRole("button", { name: /Để sau|Quay lại sau/ })
        .first()
        .click();
      await tour.waitFor({ state: "detached" });
    },
    tourStep,
    pressInBar,
  };
};
