// A thousand messages in a chat: read from the end to the beginning.
import { expect, it } from "vitest";
import { openStage } from "#test/playground/stage.ts";
import { longChat, wheelToBeginning } from "./support/long-chat.ts";
import { describeInBrowser } from "./support/suite.ts";
import { useVisitors } from "./support/visitors.ts";

const MANY = 1_000;

describeInBrowser("a chat of a thousand messages", () => {
  let url = "";
  const come = useVisitors(() => url);

  it("is scrolled from its end to its beginning, each message there once and in order", async () => {
    const stage = await openStage();
    url = stage.playground.url;
    await longChat(stage, MANY);
    stage.playground.markAllRead();
    const visitor = await come.toDesk();
    const pane = await visitor.openChat("Lan");
    await pane.hears(`tin số ${MANY}.`);
    expect(await pane.messages.count()).toBeLessThan(MANY / 2);
    await wheelToBeginning(visitor.page, pane, "tin số 1.");

    const numbers = await pane.messages.evaluateAll((rows) =>
      rows.flatMap((row) => /tin số (\d+)\./.exec(row.textContent ?? "")?.[1] ?? []).map(Number),
    );
    expect(numbers).toEqual(Array.from({ length: MANY }, (_, at) => at + 1));
  });

  it("lays out only what is looked at", async () => {
    const stage = await openStage();
    url = stage.playground.url;
    await longChat(stage, 300);
    stage.playground.markAllRead();
    const visitor = await come.toDesk();
    const pane = await visitor.openChat("Lan");
    await pane.hears("tin số 300.");
    await wheelToBeginning(visitor.page, pane, "tin số 1.");
    const { rows, skipped } = await pane.messages.evaluateAll((all) => ({
      rows: all.length,
      skipped: all.filter(
        (row) => row.firstElementChild?.checkVisibility({ contentVisibilityAuto: true }) === false,
      ).length,
    }));
    expect(rows).toBe(301);
    expect(skipped).toBeGreaterThan(200);
  });

  it("does not draw what is there again because something new comes", async () => {
    const stage = await openStage();
    url = stage.playground.url;
    await longChat(stage, 100);
    stage.playground.markAllRead();
    const visitor = await come.toDesk();
    const pane = await visitor.openChat("Lan");
    await pane.hears("tin số 100.");
    const changed = await visitor.page.evaluateHandle(() => {
      const touched: string[] = [];
      const log = document.querySelector("[role=log]");
      new MutationObserver((records) => {
        for (const { target } of records) {
          const row = target instanceof Element ? target : target.parentElement;
          const text = row?.closest("li")?.textContent ?? "";
          touched.push(/tin số (\d+)\./.exec(text)?.[1] ?? "");
        }
      }).observe(log ?? document.body, { subtree: true, childList: true, characterData: true });
      return touched;
    });
    await stage.call("sendMessage", { chat_id: stage.lan.id, text: "tin mới tinh" });
    await pane.hears("tin mới tinh");
    const touched = await changed.jsonValue();
    // The last row may learn that it is no longer the last of its sender.
    expect(touched.filter((number) => number !== "" && Number(number) < 100)).toEqual([]);
  });
});
