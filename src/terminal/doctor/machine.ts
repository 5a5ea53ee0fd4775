// The machine: Node and its data of time zones.
import { civilDate } from "#src/calendar/civil-date.ts";
import { instantAt, ZONE } from "#src/calendar/zone.ts";
import { type Finding, fine, wrong } from "./finding.ts";

const NODE_MAJOR = 24;

export const nodeVersion = (version: string = process.versions.node): Finding =>
  Number(version.split(".")[0]) >= NODE_MAJOR
    ? fine("node", version)
    : wrong("node", `${version} is too old`, `run through npm, which brings Node ${NODE_MAJOR}`);

const MIDNIGHT_IN_UTC = "2025-12-31T17:00:00.000Z";

export const zoneData = (): Finding => {
  const found = instantAt(civilDate("2026-01-01"), "00:00").toISOString();
  return found === MIDNIGHT_IN_UTC
    ? fine("time zone", `${ZONE} is UTC+7`)
    : wrong(
        "time zone",
        `${ZONE} is not UTC+7 on this machine`,
        "use a Node with full ICU data (the node package of this project has it)",
      );
};
