// What the page may post, checked field by field: anybody on this machine can write here.
import { z } from "zod";
import { Refused } from "../refused.ts";
import type { Posts } from "./contract.ts";

const id = z.int();
const key = z.string().max(60);
const text = z.string().max(4096, "a message holds at most 4096 characters");
const place = { person: id, chat: id };
const thread = z.int().optional();
const stop = z.enum(["hour", "day", "alert", "monday"]);
const moment = z.union([z.number(), z.string().max(40).transform(Date.parse)]).pipe(z.number());

/** By name: what is posted to `/playground/<name>`. */
export const bodies = {
  say: z.object({ ...place, text, replyTo: key.optional(), thread }),
  edit: z.object({ person: id, message: key, text }),
  forward: z.object({ person: id, message: key, chat: id, thread }),
  tap: z.object({ ...place, message: key, data: z.string().max(200) }),
  "say-files": z.object({
    ...place,
    files: z
      .array(z.object({ token: key, as: z.enum(["photo", "document"]) }))
      .min(1)
      .max(10, "an album holds at most 10 files"),
    caption: z.string().max(1024, "a caption holds at most 1024 characters").optional(),
    replyTo: key.optional(),
    thread,
  }),
  read: z.object({ chat: id, upTo: z.int() }),
  clock: z.union(
    [z.object({ to: moment }), z.object({ stop })],
    "to: a moment; or stop: hour, day, alert or monday",
  ),
  reset: z.object({}),
  fault: z.object({ kind: z.enum(["slow", "429", "down", "reset-after"]), on: z.boolean() }),
} satisfies Record<keyof Posts, z.ZodType>;

export type Body<K extends keyof Posts> = z.output<(typeof bodies)[K]>;

/** @throws naming the field that is wrong */
export function readBody<S extends z.ZodType>(schema: S, json: Buffer): z.output<S> {
  const read = schema.safeParse(parse(json));
  if (read.success) return read.data;
  const { path, message } = read.error.issues[0] ?? { path: [], message: "not understood" };
  throw new Refused([path.join("."), message].filter(Boolean).join(": "));
}

function parse(json: Buffer): unknown {
  try {
    return JSON.parse(json.toString("utf8"));
  } catch {
    throw new Refused("The body is no JSON");
  }
}
