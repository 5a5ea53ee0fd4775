// One change of the office's settings, and what it makes of them. Pure.
import { type Ladder, type LadderName, rungs } from "./ladders.ts";
import type { OfficeSettings } from "./office-settings.ts";

export const settingNames = ["messages", "quiet", "report", "receive", "ladder"] as const;
export type SettingName = (typeof settingNames)[number];

export type SettingChange =
  | { setting: "messages"; count: number }
  | { setting: "quiet"; from: string; to: string }
  | { setting: "report"; day: number }
  | { setting: "receive"; days: number }
  | { setting: "ladder"; name: LadderName; ladder: Partial<Ladder> };

/** The settings after the change. What is said twice in them is kept the same. */
export const withChange = (settings: OfficeSettings, change: SettingChange): OfficeSettings => {
  const { ladders } = settings;
  switch (change.setting) {
    case "messages":
      return { ...settings, jobMessagesADay: change.count };
    case "quiet":
      return { ...settings, quietFrom: change.from, quietTo: change.to };
    case "report":
      return { ...settings, reportDueDay: change.day };
    case "receive": {
      const { unreceived } = ladders;
      const secretariat = unreceived.secretariat === null ? null : change.days;
      return {
        ...settings,
        receiveWithinWorkingDays: change.days,
        ladders: { ...ladders, unreceived: { ...unreceived, secretariat } },
      };
    }
    case "ladder": {
      const ladder = { ...ladders[change.name], ...change.ladder };
      const days = change.name === "unreceived" ? change.ladder.secretariat : undefined;
      return {
        ...settings,
        ...(typeof days === "number" ? { receiveWithinWorkingDays: Math.max(1, days) } : {}),
        ladders: { ...ladders, [change.name]: ladder },
      };
    }
  }
};

/** A rung is never told before the one below it. */
export const climbs = (ladder: Ladder): boolean => {
  const delays = rungs.flatMap((rung) => ladder[rung] ?? []);
  return delays.every((delay, at) => at === 0 || delay >= (delays[at - 1] ?? 0));
};
