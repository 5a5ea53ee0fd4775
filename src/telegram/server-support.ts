// What the server of this process turned out not to know: it is not asked again.

import { isUnknownMethod, mayBeTooNew } from "./outcome.ts";
import type { Part } from "./post.ts";

export type ServerSupport = { rich: boolean; ephemeral: boolean };

/**
 * Tries the rich form first; where the server refuses that, the plain one. A server is held to
 * know no rich messages only when it took the plain one: a 404 can also speak of the token.
 */
export const richOrPlain = async <T>(
  support: ServerSupport,
  rich: string | null,
  attempt: (rich: Part | null) => Promise<T>,
): Promise<T> => {
  if (rich === null || !support.rich) return attempt(null);
  try {
    return await attempt({ rich });
  } catch (error) {
    if (!mayBeTooNew(error)) throw error;
    const done = await attempt(null);
    if (isUnknownMethod(error)) support.rich = false;
    return done;
  }
};
