// What the office itself decides about: how often people are reminded, when it is quiet, when
// reports are due. Defaults hold until /caidat changes them.

import { z } from "zod";
import type { Prisma } from "#prisma/generated/client.ts";
import type { Store, Tx } from "#src/database/client.ts";
import { readSetting, writeSetting } from "#src/database/settings.ts";
import { clockTime } from "./clock-time.ts";
import { ladders } from "./ladders.ts";

/** What may be set, at least and at most. */
export const ranges = {
  messages: { least: 1, most: 20 },
  report: { least: 1, most: 28 },
  receive: { least: 1, most: 30 },
} as const;

const whole = ({ least, most }: { least: number; most: number }) =>
  z.number().int().min(least).max(most);

export const officeSettings = z.object({
  /** At most so many messages a day by jobs to one person, however many tasks they have. */
  jobMessagesADay: whole(ranges.messages).default(3),
  /** Civil times (hh:mm) between which messages other than answers are held, not dropped. */
  quietFrom: clockTime.default("21:00"),
  quietTo: clockTime.default("06:30"),
  /** Day of the reporting month on which an agency's periodic report is due (domain.md 3.2). */
  reportDueDay: whole(ranges.report).default(15),
  /** Working days after which an assignment that nobody received is told to the secretariat. */
  receiveWithinWorkingDays: whole(ranges.receive).default(2),
  /** Who hears, and when, of what stays undone (src/escalation). */
  ladders,
});

export type OfficeSettings = z.infer<typeof officeSettings>;

/** Nobody else changes the settings until this transaction ends. */
export const lockOfficeSettings = async (tx: Tx): Promise<OfficeSettings> => {
  await tx.setting.createMany({ data: [{ key: "office", value: {} }], skipDuplicates: true });
  await tx.$queryRaw`SELECT 1 FROM "Setting" WHERE "key" = 'office' FOR UPDATE`;
  return readOfficeSettings(tx);
};

/** The office's settings, each with its default where nothing was decided. */
export const readOfficeSettings = async (store: Store): Promise<OfficeSettings> =>
  officeSettings.parse((await readSetting(store, "office")) ?? {});

export const writeOfficeSettings = async (store: Store, settings: OfficeSettings): Promise<void> =>
  writeSetting(store, "office", settings as unknown as Prisma.InputJsonObject);
