// Plants a break of each rule and sees it found; `npm run layers` checks the house itself.
import { describe, expect, it } from "vitest";
import { rules } from "./support/layer-rules.ts";
import { importsOf, violationsIn } from "./support/layers.ts";

const violations = (file: string, source: string): string[] =>
  violationsIn(importsOf(file, source));

const PLANTED: [file: string, specifier: string, rule: RegExp][] = [
  ["commands/viec.ts", "#src/telegram/render.ts", /commands and jobs/],
  ["commands/viec.ts", "#src/terminal/chat.ts", /commands and jobs/],
  ["commands/viec.ts", "#src/web/health.ts", /commands and jobs/],
  ["commands/viec.ts", "grammy", /commands and jobs/],
  ["jobs/alerts.ts", "#src/playground/server.ts", /commands and jobs/],
  ["jobs/alerts.ts", "node-cron", /commands and jobs/],
  ["src/tasks/card.ts", "#src/terminal/chat.ts", /a subject knows/],
  ["src/requests/dispatch.ts", "#commands/index.ts", /a subject knows/],
  ["src/delivery/deliver.ts", "#src/telegram/send.ts", /a subject knows/],
  ["src/language/names.ts", "#src/agencies/directory.ts", /src\/language/],
  ["src/calendar/zone.ts", "#src/language/fold.ts", /src\/calendar/],
  ["src/playground/server.ts", "#src/clock.ts", /src\/playground imports/],
  ["src/playground/client/app.tsx", "../state/world.ts", /playground's page imports/],
  ["src/playground/client/app.tsx", "../page/contract.ts", /playground's page imports/],
  ["src/playground/client/app.tsx", "react", /playground's page imports/],
  ["src/playground/page/assets.ts", "../client/main.tsx", /in a browser/],
  ["src/tasks/card.ts", "preact", /in a browser/],
  ["src/tasks/card.ts", "node-cron", /node-cron/],
  ["src/delivery/deliver.ts", "grammy", /only src\/telegram/],
  ["src/playground/server.ts", "grammy", /only src\/telegram/],
  ["src/telegram/bot.ts", "telegraf", /only src\/telegram/],
  ["src/messages/reply.ts", "@grammyjs/types", /only src\/telegram/],
  ["src/standings/store.ts", "@electric-sql/pglite", /which database/],
  ["commands/viec.ts", "@prisma/adapter-pg", /which database/],
  ["src/terminal/cli.ts", "#src/telegram/bot.ts", /wire/],
  ["src/config.ts", "#src/web/health.ts", /wire/],
  ["src/sample/plant.ts", "#src/app.ts", /wire/],
  ["src/tasks/card.ts", "#test/support/database.ts", /no test/],
  ["src/tasks/card.ts", "../language/fold.ts", /not by \.\.\//],
  ["src/playground/api/methods/send.ts", "../../../calendar/zone.ts", /not by \.\.\//],
];

describe("layer rules", () => {
  it.each(PLANTED)("%s may not import %s", (file, specifier, rule) => {
    const found = violations(file, `\nimport { x } from "${specifier}";\n`);
    expect(found.join("\n")).toMatch(rule);
    expect(found[0]).toMatch(`${file}:2 imports ${specifier}`);
  });

  it("have each been broken above", () => {
    const all = PLANTED.flatMap(([file, specifier]) =>
      violations(file, `import "${specifier}";`),
    ).join("\n");
    for (const { name } of rules) expect(all).toContain(name);
  });

  it.each([
    'import type { X } from "#src/telegram/x.ts";',
    'export { x } from "#src/telegram/x.ts";',
    'export * from "#src/telegram/x.ts";',
    'const x = await import("#src/telegram/x.ts");',
    'type X = import("#src/telegram/x.ts").X;',
  ])("see %s", (source) => {
    expect(violations("src/tasks/card.ts", source)).not.toEqual([]);
  });

  it("let the page import the types of the contract, and preact", () => {
    const source = `
      import type { Desk } from "../../page/contract.ts";
      import { render } from "preact";
      import { useSignal } from "@preact/signals";
      import { desk } from "../state.ts";
      export const App = () => <p>{useSignal(desk).value}</p>;`;
    expect(violations("src/playground/client/shell/app.tsx", source)).toEqual([]);
  });

  it.each([
    ["src/main.ts", "#src/telegram/bot.ts"],
    ["src/main.ts", "#src/app.ts"],
    ["src/main.ts", "./web/health.ts"],
    ["src/calendar/cron.ts", "node-cron"],
    ["src/app.ts", "#src/playground/server.ts"],
    ["src/terminal/cli.ts", "#commands/index.ts"],
    ["src/telegram/bot.ts", "grammy"],
    ["src/playground/api/handlers.ts", "@grammyjs/types"],
    ["src/playground/api/methods/send.ts", "../../state/world.ts"],
    ["src/schedule/ticks.ts", "node-cron"],
    ["src/database/open.ts", "@electric-sql/pglite"],
    ["src/language/deadline.ts", "#src/calendar/civil-date.ts"],
    ["commands/giao.ts", "#src/tasks/register-task.ts"],
    ["test/playground/grammy.test.ts", "grammy"],
  ])("let %s import %s", (file, specifier) => {
    expect(violations(file, `import "${specifier}";`)).toEqual([]);
  });
});
