// What a restore did, for the operator, and what is left for people to do.
import type { SetAside } from "#src/backup/as-old.ts";
import type { PassedSlot } from "#src/backup/passed-slots.ts";
import type { Restored } from "#src/backup/restore.ts";
import { slotKey } from "#src/calendar/slots.ts";
import { plural } from "#src/messages/format.ts";

const MOST_SLOTS = 30;

const slotLines = (slots: readonly PassedSlot[]): string[] => {
  if (slots.length === 0) return [];
  // Many of them: the latest are what somebody may still want.
  const shown = slots.slice(-MOST_SLOTS);
  const more = slots.length - shown.length;
  return [
    `${plural(slots.length, "slot")} of jobs passed over, since each may have been run before:`,
    ...(more > 0 ? [`  … ${more} earlier`] : []),
    ...shown.map(({ job, slot }) => `  ${job} ${slot}`),
    "  One that never was: npm run -s dondoc -- job NAME --at SLOT --again",
  ];
};

const asideLines = (set: SetAside): string[] => [
  "Whatever was entered, decided or dismissed after that moment is not in it: tell the people.",
  "Roles that were ended since are valid again: npm run -s dondoc -- members list",
  `${plural(set.unknownMessages, "message")} that waited may have been sent since, so they are not sent again: npm run -s dondoc -- outbox`,
  ...(set.redrawsDropped > 0 ? [`${plural(set.redrawsDropped, "redraw")} of cards dropped.`] : []),
  ...(set.updatesFailed > 0
    ? [
        `${plural(set.updatesFailed, "message")} from people had come and not been handled; set aside, since they may have been handled afterwards.`,
      ]
    : []),
  ...(set.invitesRevoked > 0
    ? [`${plural(set.invitesRevoked, "open invitation")} revoked, since codes may have been used.`]
    : []),
  ...slotLines(set.slotsSkipped),
];

/** Lines for the screen. */
export const restoreReport = ({ head, rows, setAside, migrated }: Restored): string[] => [
  `Restored what was saved at ${slotKey(new Date(head.madeAt))} by version ${head.product}: ${plural(rows, "row")} in ${plural(head.tables.length, "table")}.`,
  ...migrated.map((name) => `Applied ${name}.`),
  ...(setAside === null ? [] : asideLines(setAside)),
];
