// What a button carries: the command it types, the row it was drawn from, whether it redraws its
// message. Telegram gives 64 bytes for it; what is longer stands in the database under a token.
//
//   /viec                      a command alone
//   ~a12.3|/xacnhan NV-012     drawn from version 3 of assignment 12 (f = form, d = draft,
//                              r = reading)
//   ~!|/xephang                in place
//   #<22 characters>           a token
import { createHash } from "node:crypto";
import type { Button, DrawnFrom } from "#src/messages/reply.ts";

export const MOST_BYTES = 64;

export type ButtonMeaning = Pick<Button, "command" | "drawnFrom" | "inPlace">;

export type EncodedButton = { data: string; kept?: { token: string; whole: string } };

/** What an unknown token means: a form that is surely closed, so that the tap is told so. */
export const GONE_BUTTON = "~f0.0|/dongy";

const letters = { assignment: "a", form: "f", draft: "d", reading: "r" } as const;

const headOf = ({ drawnFrom, inPlace }: ButtonMeaning): string => {
  const drawn =
    drawnFrom === undefined ? "" : `${letters[drawnFrom.of]}${drawnFrom.id}.${drawnFrom.version}`;
  return `${inPlace === true ? "!" : ""}${drawn}`;
};

const wholeOf = (button: ButtonMeaning): string => {
  const head = headOf(button);
  const bare = head === "" && /^[^~#]/.test(button.command);
  return bare ? button.command : `~${head}|${button.command}`;
};

/** The callback data of a button, and what must be stored first where it is only a token. */
export const encodeButton = (button: ButtonMeaning): EncodedButton => {
  const whole = wholeOf(button);
  if (Buffer.byteLength(whole) <= MOST_BYTES) return { data: whole };
  const token = createHash("sha256").update(whole).digest("base64url").slice(0, 22);
  return { data: `#${token}`, kept: { token, whole } };
};

/** The token in callback data; null where the data is whole. */
export const tokenIn = (data: string): string | null =>
  data.startsWith("#") ? data.slice(1) : null;

const HEAD = /^~(!?)(?:([afdr])(\d{1,10})\.(\d{1,10}))?\|/;
/** What the columns of ours hold. */
const MOST = 2 ** 31 - 1;

const kinds: Readonly<Record<string, DrawnFrom["of"]>> = {
  a: "assignment",
  d: "draft",
  r: "reading",
};

const drawnFromOf = (letter: string, id: string, version: string): DrawnFrom => ({
  of: kinds[letter] ?? "form",
  id: Number(id),
  version: Number(version),
});

/** Reads whole callback data; anything that is not of our making is a command as it stands. */
export const decodeButton = (whole: string): ButtonMeaning => {
  const head = HEAD.exec(whole);
  if (head === null) return { command: whole };
  const [marks, inPlace, letter, id = "", version = ""] = head;
  if (Number(id) > MOST || Number(version) > MOST) return { command: whole };
  return {
    command: whole.slice(marks.length),
    ...(letter === undefined ? {} : { drawnFrom: drawnFromOf(letter, id, version) }),
    ...(inPlace === "!" ? { inPlace: true } : {}),
  };
};
