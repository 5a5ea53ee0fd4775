// Hostile text in names, titles, tasks and files never becomes markup, and the page's policy would
// stop it if it did.
import type { Page } from "playwright-core";
import { expect, it } from "vitest";
import { type Call, openStage } from "#test/playground/stage.ts";
import { codeIn } from "./support/code-in.ts";
import { report } from "./support/files-to-send.ts";
import { FINANCE, SECRETARY } from "./support/people.ts";
import { describeInBrowser } from "./support/suite.ts";
import { useProvince } from "./support/use-province.ts";
import { useVisitors } from "./support/visitors.ts";

const PAYLOADS = [
  `<img src=x onerror="window.hit=1;alert(1)">`,
  `"><script>window.hit=1;alert(2)</script>`,
  `<svg onload=window.hit=1>`,
  `javascript:window.hit=1//`,
  `{{constructor.constructor('window.hit=1')()}}`,
];
/** Turns the direction of reading, and writes far above its line. */
const NASTY = "\u202Egnas iahp\u202C Z\u0300\u0301\u0302\u0303\u0304\u0306\u0307\u0308\u030A\u030B";

/** Answers the tap that is waiting, as soon as it is there. */
const answerTap = async (call: Call, text: string): Promise<void> => {
  const tap = async (): Promise<string> => {
    const updates = JSON.stringify(await call("getUpdates"));
    return /"callback_query":\{"id":"([^"]+)"/.exec(updates)?.[1] ?? "";
  };
  await expect.poll(tap).not.toBe("");
  await call("answerCallbackQuery", { callback_query_id: await tap(), text });
};

/** What a payload would have left behind. */
const traces = (page: Page) =>
  page.evaluate(() => ({
    hit: "hit" in window,
    scripts: document.scripts.length,
    foreign: [...document.querySelectorAll("img, iframe, object, embed, svg")].filter(
      (element) => element.hasAttribute("onerror") || element.hasAttribute("onload"),
    ).length,
    links: [...document.querySelectorAll("a")].filter(
      ({ protocol }) => !/^(https?|tg|blob):$/.test(protocol),
    ).length,
  }));
const NOTHING = { hit: false, foreign: 0, links: 0 };

describeInBrowser("hostile text, given to the product", () => {
  const province = useProvince();
  const come = useVisitors(() => province().url);

  it("in tasks, notes and file names it is shown as it was written, also behind the glass", async () => {
    const visitor = await come.toDesk({ size: { width: 1600, height: 900 } });
    const { scripts } = await traces(visitor.page);
    const [task = "", note = ""] = PAYLOADS;
    await visitor.openGlass();
    const secretary = await visitor.openChat(SECRETARY);
    await secretary.says(`/giao Sở Tài chính: ${task}; hạn 18/12/2026`);
    await secretary.hears(task);
    await secretary.taps("Ghi nhận");
    const code = await codeIn(await secretary.hears(/Đã ghi nhận NV-\d+/));

    const official = await visitor.openChat(FINANCE);
    await official.hears(task);
    await official.says(`/tiendo ${code} 10% ${note}`);
    await official.hears(`Đã ghi tiến độ ${code}: 10%`);
    await visitor.glass
      .getByText("onerror")
      .or(visitor.glass.getByText("script"))
      .first()
      .waitFor();
    await official.attach(report(`<img src=x onerror=alert(3)>.pdf`));
    await official.says(`/hoanthanh ${code} số 1/BC ngày 25/11 <b onclick=alert(4)>${NASTY}</b>`);
    await official.shows("<img src=x onerror=alert(3)>.pdf");
    await official.hears(`Đã nộp kết quả ${code}`);
    await official.says(`/viec ${code}`);
    await official.hears(task);
    // In the list, too, and in what screen readers hear.
    await visitor.openChat(SECRETARY);
    await secretary.hears(new RegExp(`nộp kết quả ${code}`));
    expect(await traces(visitor.page)).toEqual({ ...NOTHING, scripts });
  });
});

describeInBrowser("hostile text, in what the stand-in shows", () => {
  let url = "";
  const come = useVisitors(() => url);

  it("in names, titles, topics, buttons, toasts and tables it is only text", async () => {
    const stage = await openStage();
    url = stage.playground.url;
    const [name = "", title = "", topic = "", link = "", braces = ""] = PAYLOADS;
    const person = stage.playground.createUser({ firstName: name, username: "an" });
    const group = stage.playground.createGroup({ title, members: [person], bot: "administrator" });
    await person.dm().say(`/start ${topic}`);
    await person.in(group).say(NASTY);
    const buttons = [
      [{ text: topic, callback_data: "x" }],
      [{ text: "mở", url: "https://example.org/" }],
    ];
    const send = (text: string, more = {}) =>
      stage.call("sendMessage", { chat_id: person.id, text, ...more });
    for (const text of [...PAYLOADS, NASTY, "W".repeat(3000)]) await send(text);
    await send(link, { reply_markup: { inline_keyboard: buttons } });
    await stage.call("sendRichMessage", {
      chat_id: person.id,
      rich_message: {
        html: `<table><tr><th>&lt;img src=x onerror=alert(1)&gt;</th></tr><tr><td>${braces}</td></tr></table>`,
      },
    });

    const visitor = await come.toDesk();
    const { scripts } = await traces(visitor.page);
    const pane = await visitor.openChat(name);
    for (const text of PAYLOADS.slice(0, 3)) await pane.hears(text);
    // What the bot answers to a tap is shown in passing.
    await pane.taps(topic);
    await answerTap(stage.call, name);
    await visitor.page.getByRole("status").getByText(name).waitFor();
    const there = await visitor.openChat(title);
    await there.pane.waitFor();
    expect(await visitor.page.title()).not.toContain("<");
    expect(await traces(visitor.page)).toEqual({ ...NOTHING, scripts });
    const wide = await visitor.page.evaluate(
      () => document.documentElement.scrollWidth - window.innerWidth,
    );
    expect(wide).toBeLessThanOrEqual(0);
  });
});

describeInBrowser("the content security policy", () => {
  const province = useProvince();
  const come = useVisitors(() => province().url);

  it("is strict, and holds", async () => {
    const response = await fetch(province().url);
    const policy = response.headers.get("content-security-policy") ?? "";
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self'");
    expect(policy).not.toMatch(/unsafe|\*|data:/);

    const visitor = await come.toDesk();
    const outcome = await visitor.page.evaluate(async () => {
      const tried: string[] = [];
      document.addEventListener("securitypolicyviolation", ({ effectiveDirective }) =>
        tried.push(effectiveDirective),
      );
      const script = document.createElement("script");
      try {
        script.textContent = "window.hit = 1";
      } catch {
        tried.push("trusted types");
      }
      document.head.append(script);
      const image = document.createElement("img");
      image.src = "https://example.org/pixel.png";
      document.body.append(image);
      await fetch("https://example.org/").catch(() => tried.push("fetch"));
      await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
      script.remove();
      image.remove();
      return { hit: "hit" in window, tried };
    });
    expect(outcome.hit).toBe(false);
    expect(outcome.tried).toContain("img-src");
    expect(outcome.tried).toContain("fetch");
    expect(outcome.tried.some((one) => /script|trusted/.test(one))).toBe(true);
    expect(
      visitor.takeProblems(/policy|Content Security Policy|TrustedScript|Fetch API/).length,
    ).toBeGreaterThan(2);
  });
});
