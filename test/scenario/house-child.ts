// The playground as a process of its own, so that a test can kill it in the middle of anything.
import { openDatabase } from "#src/database/open.ts";
import { startPlayground } from "#src/playground-mode.ts";
import { seedDayOffs } from "#src/schedule/calendar-store.ts";
import { quietLog } from "#test/browser/support/quiet-log.ts";

const [dataDir = "", startAt = ""] = process.argv.slice(2);

const open = await openDatabase({ dir: dataDir });
await open.migrate();
await seedDayOffs(open.db);
const { log, problems } = quietLog();
const house = await startPlayground({
  ...{ db: open.db, dataDir, port: 0, log, crons: {}, startAt: new Date(startAt) },
});
process.send?.({ url: house.url });
await house.ready;
if (problems.length > 0) throw new Error(problems.join("\n"));
process.send?.("ready");
