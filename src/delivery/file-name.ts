// The name that a file is kept under: what its sender called it, without anything that would lead
// out of a folder, turn the direction of reading, or hide the ending.
import { endingOf } from "./file-types.ts";

const LONGEST = 120;

/** Names of devices on Windows, whatever their ending. */
const DEVICE = /^(con|prn|aux|nul|com\d|lpt\d)(?=\.|$)/i;

/** At most so many letters, with the ending kept. */
const shortened = (name: string): string => {
  const letters = [...name];
  if (letters.length <= LONGEST) return name;
  const ending = [...(/\.[a-z0-9]{1,8}$/i.exec(name)?.[0] ?? "")];
  return [...letters.slice(0, LONGEST - ending.length - 1), "…", ...ending].join("");
};

/** "tep.pdf" for what came with a type and without a name. */
const named = (name: string, mime: string): string => {
  const ending = endingOf(mime);
  const stem = name === "" ? "tep" : name;
  return ending === undefined ? stem : `${stem}.${ending}`;
};

/** A name that is safe on any disk and in any message. `mime`: as declared, for want of a name. */
export const cleanFileName = (given: string, mime = ""): string => {
  const name = given
    .toWellFormed()
    .normalize("NFC")
    .replace(/[\p{Zl}\p{Zp}\t\r\n]/gu, " ")
    // Control letters, and those of no width: overrides of direction, joiners, marks.
    .replace(/[\p{Cc}\p{Cf}\p{Co}\p{Cn}\u{fffd}]/gu, "")
    .replace(/[/\\<>:"|?*]/g, "_")
    .replace(/\s+/g, " ")
    .replace(/^[\s.]+|[\s.]+$/g, "");
  const whole = name.includes(".") ? name : named(name, mime);
  return shortened(whole.replace(DEVICE, "_$1"));
};
