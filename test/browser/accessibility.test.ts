// axe-core looks at the page as people have it: on a desk and a phone, light and dark, with what
// opens open. No serious or critical finding.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type axe from "axe-core";
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { COMMITTEE, FINANCE, HELPERS, SECRETARY } from "./support/people.ts";
import { describeInBrowser } from "./support/suite.ts";
import { useProvince } from "./support/use-province.ts";
import type { Visitor } from "./support/visitor.ts";
import { useVisitors } from "./support/visitors.ts";

const source = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

type Finding = { rule: string; impact: string; help: string; nodes: string[] };

const findings = async (page: Page): Promise<Finding[]> => {
  await page.evaluate(source);
  const found = await page.evaluate(async () => {
    const { axe: here } = window as unknown as { axe: typeof axe };
    const { violations } = await here.run(document, { resultTypes: ["violations"] });
    return violations.map(({ id, impact, help, nodes }) => ({
      rule: id,
      impact: impact ?? "",
      help,
      nodes: nodes.map(
        ({ html, failureSummary }) => `${html.slice(0, 160)} ${failureSummary ?? ""}`,
      ),
    }));
  });
  return found.filter(({ impact }) => impact === "serious" || impact === "critical");
};

const scenes: { name: string; phone?: false; arrange: (visitor: Visitor) => Promise<void> }[] = [
  { name: "as it opens", arrange: async () => {} },
  {
    name: "a conversation with cards and buttons",
    arrange: async (visitor) => {
      const official = await visitor.openChat(FINANCE);
      await official.says("/viec");
      await official.hears("Việc đang thực hiện");
    },
  },
  {
    name: "a group with rankings",
    arrange: async (visitor) => {
      const committee = await visitor.openChat(COMMITTEE);
      await committee.hears("Kết quả thực hiện nhiệm vụ");
    },
  },
  {
    name: "a group with topics",
    arrange: async (visitor) => {
      await visitor.openChat(HELPERS);
    },
  },
  {
    name: "the command menu open",
    arrange: async (visitor) => {
      const secretary = await visitor.openChat(SECRETARY);
      await secretary.composer.fill("/t");
      await secretary.pane.getByRole("option").first().waitFor();
    },
  },
  {
    name: "behind the glass",
    arrange: async (visitor) => {
      const official = await visitor.openChat(FINANCE);
      await official.says("/tiendo");
      await official.hears("mã nhiệm vụ");
      await visitor.openGlass();
      await visitor.glass.getByText("update_id").first().waitFor();
    },
  },
  {
    name: "the tour open",
    arrange: async (visitor) => {
      await visitor.openTour();
    },
  },
  {
    name: "the clock's menu open",
    arrange: async (visitor) => {
      await visitor.openClock();
    },
  },
  {
    name: "a dialog open",
    phone: false,
    arrange: async (visitor) => {
      await visitor.button("Dựng lại tỉnh").click();
      await visitor.dialog().waitFor();
    },
  },
];

describeInBrowser("the page for who cannot see it well", () => {
  const province = useProvince();
  const come = useVisitors(() => province().url);

  it("is looked at by something that would find a fault", async () => {
    const visitor = await come.toDesk({ bypassPolicy: true });
    await visitor.page.evaluate(() => {
      const nameless = document.createElement("button");
      document.querySelector("main")?.append(nameless);
    });
    expect((await findings(visitor.page)).map(({ rule }) => rule)).toEqual(["button-name"]);
  });

  describe.each(["light", "dark"] as const)("%s", (theme) => {
    it.each(scenes)("desk: $name", async ({ arrange }) => {
      const visitor = await come.toDesk({ theme, bypassPolicy: true });
      await arrange(visitor);
      expect(await findings(visitor.page)).toEqual([]);
    });

    it.each(scenes.filter(({ phone }) => phone !== false))("phone: $name", async ({ arrange }) => {
      const visitor = await come.toPhone({ theme, bypassPolicy: true });
      await arrange(visitor);
      expect(await findings(visitor.page)).toEqual([]);
    });
  });
});
