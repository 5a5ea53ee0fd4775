// What the terminal stores in the inbox for one typed line, and what the house makes of it.
import { statSync } from "node:fs";
import path from "node:path";
import { z } from "zod";
import type { IncomingFile, IncomingMessage } from "#src/delivery/channel.ts";

const schema = z.object({
  as: z.object({ externalId: z.string(), displayName: z.string() }),
  text: z.string(),
  /** Absolute paths. */
  files: z.array(z.string()),
  /** The row behind the number that was typed, as its button was drawn from it. */
  pressed: z
    .object({
      drawnFrom: z
        .object({
          of: z.enum(["assignment", "form", "draft", "reading"]),
          id: z.number(),
          version: z.number(),
        })
        .nullable(),
    })
    .nullable(),
});

export type TerminalPayload = z.infer<typeof schema>;

const MIMES: Record<string, string> = {
  ".csv": "text/csv",
  ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  ".jpg": "image/jpeg",
  ".jpeg": "image/jpeg",
  ".pdf": "application/pdf",
  ".png": "image/png",
  ".txt": "text/plain",
  ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
};

const fileAt = (file: string): IncomingFile => ({
  externalId: file,
  name: path.basename(file).normalize("NFC"),
  mime: MIMES[path.extname(file).toLowerCase()] ?? "application/octet-stream",
  // A file that was taken away meanwhile fails when its bytes are fetched.
  size: statSync(file, { throwIfNoEntry: false })?.size ?? 0,
});

/** Null where the payload was stored by something else. */
export const readPayload = (channel: string, payload: unknown): IncomingMessage | null => {
  const read = schema.safeParse(payload);
  if (!read.success) return null;
  const { as, text, files, pressed } = read.data;
  return {
    kind: "message",
    who: { channel, externalId: as.externalId, displayName: as.displayName, username: null },
    chat: { externalId: as.externalId, kind: "private", threadId: 0, title: as.displayName },
    text,
    via: pressed === null ? "message" : "button",
    ...(pressed?.drawnFrom ? { drawnFrom: pressed.drawnFrom } : {}),
    files: files.map(fileAt),
    addressed: true,
    messageKey: null,
  };
};
