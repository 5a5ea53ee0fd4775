// The database: is it there, which kind, is it up to date; then everything that is read from it.
import type { DatabaseTarget, OpenDatabase } from "#src/database/open.ts";
import { isMissing, openBeside, placeOf } from "../cli-database.ts";
import { errorLine } from "../cli-error.ts";
import { databaseClock } from "../database-clock.ts";
import { dayOffs } from "./calendar.ts";
import { inbox, outbox, queue, reach } from "./delivery.ts";
import { type Finding, fine, wrong } from "./finding.ts";
import { history } from "./history.ts";
import { groups, officials } from "./people.ts";

const kinds: Record<OpenDatabase["kind"], string> = {
  postgres: "PostgreSQL at",
  embedded: "embedded in",
  "embedded-shared": "embedded, open in another process, in",
};

const unreachable = (target: DatabaseTarget, error: unknown): Finding =>
  wrong(
    "database",
    `${placeOf(target)} cannot be reached: ${errorLine(error)}`,
    "url" in target ? "check DATABASE_URL and the server" : "check DATA_DIR",
  );

const lookInto = async (
  target: DatabaseTarget,
  open: OpenDatabase,
  at: Date | null,
): Promise<Finding[]> => {
  const pending = await open.pending();
  const reached = fine("database", `${kinds[open.kind]} ${placeOf(target)}`);
  if (pending.length > 0) {
    const what = `${pending.length} pending: ${pending.join(", ")}`;
    return [reached, wrong("migrations", what, "run: dondoc migrate")];
  }
  const { db } = open;
  const now = at ?? (await databaseClock(db));
  return [
    reached,
    fine("migrations", "all applied"),
    await dayOffs(db, now),
    await outbox(db, now),
    await queue(db, now),
    await reach(db),
    await inbox(db, now),
    await history(db),
    await officials(db, now),
    await groups(db),
  ];
};

/** Looks without mending: nothing is created, migrated or filled. */
export const databaseFindings = async (
  target: DatabaseTarget,
  at: Date | null,
): Promise<Finding[]> => {
  if (isMissing(target)) {
    const what = `there is none in ${placeOf(target)} yet`;
    return [wrong("database", what, "run: dondoc migrate")];
  }
  let open: OpenDatabase | undefined;
  try {
    open = await openBeside(target);
    return await lookInto(target, open, at);
  } catch (error) {
    return [unreachable(target, error)];
  } finally {
    await open?.close();
  }
};
