// dondoc migrate: applies the migrations that the database lacks.
import { seedDayOffs } from "#src/schedule/calendar-store.ts";
import { noWords } from "../cli-arguments.ts";
import type { BareCommand } from "../cli-command.ts";
import { openBeside } from "../cli-database.ts";

export const migrate: BareCommand = {
  name: "migrate",
  summary: "Apply the migrations that the database lacks",
  usage: "",
  options: {},
  example: "migrate",
  database: "own",
  run: async ({ config, out }, given) => {
    noWords(given);
    const open = await openBeside(config.database);
    try {
      const applied = await open.migrate();
      await seedDayOffs(open.db);
      if (applied.length === 0) out("The database has all migrations.");
      for (const name of applied) out(`Applied ${name}.`);
      return 0;
    } finally {
      await open.close();
    }
  },
};
