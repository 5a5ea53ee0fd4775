// What the office itself decides about: how often people are reminded, when it is quiet, when
// reports are due. Defaults hold until /caidat changes them.

import { z } from "zod";
import type { Prisma } from "#prisma/generated/client.ts";
import type { Store } from "#src/database/client.ts";
import { readSetting, writeSetting } from "#src/database/settings.ts";

const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);

export const officeSettings = z.object({
  /** At most so many messages a day by jobs to one person, however many tasks they have. */
  jobMessagesADay: z.number().int().min(1).max(20).default(3),
  /** Civil times (hh:mm) between which messages other than answers are held, not dropped. */
  quietFrom: time.default("21:00"),
  quietTo: time.default("06:30"),
  /** Day of the reporting month on which an agency's periodic report is due (domain.md 3.2). */
  reportDueDay: z.number().int().min(1).max(28).default(15),
  /** Working days after which an assignment that nobody received is told to the secretariat. */
  receiveWithinWorkingDays: z.number().int().min(1).max(30).default(2),
});

export type OfficeSettings = z.infer<typeof officeSettings>;

/** The office's settings, each with its default where nothing was decided. */
export const readOfficeSettings = async (store: Store): Promise<OfficeSettings> =>
  officeSettings.parse((await readSetting(store, "office")) ?? {});

export const writeOfficeSettings = async (store: Store, settings: OfficeSettings): Promise<void> =>
  writeSetting(store, "office", settings as unknown as Prisma.InputJsonObject);
