// An error for the log. At the default level: what it is, where it was thrown, and nothing of the
// values that it was thrown about. Prisma prints whole queries with their arguments, PostgreSQL
// the key that was there already, grammY keeps the text that it was to send.
import { z } from "zod";
import { shownText } from "./shown-text.ts";

export type Described = {
  type: string;
  message?: string;
  code?: string | number;
  /** What a database or Telegram says about it in names of ours or theirs. */
  about?: Record<string, string>;
  stack?: string;
  cause?: Described;
};

const identifier = z.string().regex(/^[\w.-]{1,63}$/);
const named = identifier.optional().catch(undefined);
/** Fields come quoted where PostgreSQL would want them so. */
const field = z
  .string()
  .transform((name) => name.replaceAll('"', ""))
  .pipe(identifier);
const fields = z.object({ fields: z.array(field), index: identifier }).partial();

/** Those facts of an error that are names: of tables, fields, constraints, methods. */
const facts = z.looseObject({
  method: named,
  constraint: named,
  table: named,
  column: named,
  meta: z
    .looseObject({
      modelName: named,
      driverAdapterError: z
        .looseObject({
          cause: z
            .looseObject({
              originalCode: named,
              kind: named,
              constraint: fields.optional().catch(undefined),
            })
            .optional()
            .catch(undefined),
        })
        .optional()
        .catch(undefined),
    })
    .optional()
    .catch(undefined),
});

const aboutOf = (error: Error): Record<string, string> => {
  const { method, constraint, table, column, meta } = facts.parse({ ...error });
  const cause = meta?.driverAdapterError?.cause;
  const found = {
    method,
    model: meta?.modelName,
    table,
    column,
    constraint: constraint ?? cause?.constraint?.index,
    fields: cause?.constraint?.fields?.join(","),
    kind: cause?.kind,
    sqlState: cause?.originalCode,
  };
  return Object.fromEntries(
    Object.entries(found).flatMap(([key, value]) => (value === undefined ? [] : [[key, value]])),
  );
};

const code = z.union([z.number(), identifier]).optional().catch(undefined);
const codes = z.looseObject({ code, error_code: code });

/** Messages of these hold nothing but what was read, or whole queries. */
const isAllValue = (error: Error): boolean =>
  error instanceof SyntaxError ||
  error instanceof URIError ||
  error.name.startsWith("PrismaClient") ||
  error.name === "ZodError";

const description = z.looseObject({ description: z.string() });

const messageOf = (error: Error): string => {
  if (isAllValue(error)) return "";
  // Telegram's own words, without grammY's around them.
  const told = description.safeParse({ ...error });
  return shownText(told.success ? told.data.description : error.message);
};

const FRAME = /^ {4}at .*(?::\d+:\d+\)?|\(<anonymous>\)|\(index \d+\)|\(native\))$/;
const MOST_FRAMES = 15;

/** Where it was thrown. The message stands in front of the frames and may look like some. */
const framesOf = ({ message, stack = "" }: Error): string => {
  const at = message === "" ? -1 : stack.indexOf(message);
  const behind = at === -1 ? stack : stack.slice(at + message.length);
  const frames = behind.split("\n").filter((line) => FRAME.test(line));
  return frames.slice(0, MOST_FRAMES).join("\n");
};

const MOST_CAUSES = 3;

/** grammY's HttpError keeps what it wraps under a name of its own. */
const wrapped = z.looseObject({ error: z.unknown() });
const causeOf = (error: Error): unknown =>
  error.cause ?? wrapped.safeParse({ ...error }).data?.error ?? undefined;

/**
 * Describes whatever was thrown.
 * @param whole With its message and stack as they are: for the level debug. Secrets in them are
 *   still to be masked.
 */
export const describeError = (error: unknown, whole: boolean, depth = 0): Described => {
  if (!(error instanceof Error)) {
    return whole ? { type: typeof error, message: String(error) } : { type: typeof error };
  }
  const read = codes.parse({ ...error });
  const message = whole ? error.message : messageOf(error);
  const stack = whole ? (error.stack ?? "") : framesOf(error);
  const about = aboutOf(error);
  const cause = depth < MOST_CAUSES ? causeOf(error) : undefined;
  const errorCode = read.code ?? read.error_code;
  return {
    type: whole ? error.name : shownText(error.name),
    ...(message === "" ? {} : { message }),
    ...(errorCode === undefined ? {} : { code: errorCode }),
    ...(Object.keys(about).length === 0 ? {} : { about }),
    ...(stack === "" ? {} : { stack }),
    ...(cause instanceof Error ? { cause: describeError(cause, whole, depth + 1) } : {}),
  };
};
