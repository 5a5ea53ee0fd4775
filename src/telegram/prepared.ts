// A reply made ready before anything of it goes out: what can fail on our side has failed here.
import type { InlineKeyboardMarkup } from "grammy/types";
import type { Db } from "#src/database/client.ts";
import type { Log } from "#src/delivery/log.ts";
import type { Reply } from "#src/messages/reply.ts";
import { keepTokens } from "./button-tokens.ts";
import { inlineMarkup } from "./markup.ts";
import type { Part } from "./post.ts";
import { MOST_CHARACTERS, renderHtml } from "./render-html.ts";
import { renderRich } from "./render-rich.ts";
import { type FileToSend, filesToSend } from "./send-file.ts";

export type Prepared = {
  reply: Reply;
  /** Null where the reply gains nothing by it. */
  rich: string | null;
  html: string[];
  inline: InlineKeyboardMarkup | undefined;
  files: FileToSend[];
};

export const prepare = async (
  { db, log, now }: { db: Db; log: Log; now: () => Date },
  reply: Reply,
): Promise<Prepared> => {
  const { inline, encoded } = inlineMarkup(reply);
  await keepTokens(db, encoded, now());
  const files = await filesToSend(db, log, reply.files ?? []);
  return { reply, rich: renderRich(reply), html: renderHtml(reply), inline, files };
};

/** A message that is edited cannot become two: what is too long ends in an ellipsis. */
export const onePart = ({ html, reply }: Prepared): Part | undefined => {
  const [only] = html;
  if (only === undefined || html.length === 1)
    return only === undefined ? undefined : { html: only };
  const [shorter = ""] = renderHtml(reply, MOST_CHARACTERS - 2);
  return { html: `${shorter}\n…` };
};
