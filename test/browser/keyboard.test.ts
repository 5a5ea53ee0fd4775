// The first half of the walk without a mouse: every step by keys alone, and the focus always seen.
import type { Locator, Page } from "playwright-core";
import { expect, it } from "vitest";
import { codeIn } from "./support/code-in.ts";
import { FINANCE, SECRETARY } from "./support/people.ts";
import { describeInBrowser } from "./support/suite.ts";
import { useProvince } from "./support/use-province.ts";
import { useVisitors } from "./support/visitors.ts";

const MOST_PRESSES = 60;

/** What has the focus, as a screen reader is told: its role, its name, what is in it. */
const focusName = async (page: Page): Promise<string> => {
  const focused = page.locator("*:focus");
  return (await focused.count()) === 0 ? "" : focused.ariaSnapshot();
};

/** Presses a key until what has the focus is called so. */
const pressUntil = async (page: Page, key: string, wanted: RegExp): Promise<void> => {
  const passed: string[] = [];
  for (let pressed = 0; pressed < MOST_PRESSES; pressed += 1) {
    const name = await focusName(page);
    if (wanted.test(name)) return;
    passed.push(name.split("\n")[0] ?? "");
    await page.keyboard.press(key);
  }
  throw new Error(`${key} never came to ${wanted}, but to:\n${passed.join("\n")}`);
};

/** From what one writes to the newest message. */
const toNewest = async (page: Page): Promise<void> => {
  await pressUntil(page, "Shift+Tab", /^- listitem/);
  await page.keyboard.press("End");
};

describeInBrowser("with the keyboard alone", () => {
  const province = useProvince();
  const come = useVisitors(() => province().url);

  it("one finds a person in the list, gives a task, receives it and reports", async () => {
    const { page, chat, list } = await come.toDesk();
    const { keyboard } = page;
    // The first Tab offers to skip to the conversation.
    await keyboard.press("Tab");
    expect(await focusName(page)).toContain("Đến cuộc trò chuyện");

    await list.getByRole("button").first().focus();
    await pressUntil(page, "ArrowDown", new RegExp(`^- .?button "${SECRETARY}`));
    await keyboard.press("Enter");
    await expect.poll(() => focusName(page)).toContain("Soạn tin nhắn");
    const secretary = chat(SECRETARY);

    // Command completion: typed without accents, completed by Tab.
    await keyboard.type("/gia");
    await secretary.pane.getByRole("option").first().waitFor();
    await chooseCommand(page, secretary.pane, "/giao");
    await keyboard.press("Tab");
    await expect.poll(() => secretary.composer.inputValue()).toMatch(/^\/giao ?$/);
    await keyboard.press("End");
    const typed = await secretary.composer.inputValue();
    await keyboard.type(
      `${typed.endsWith(" ") ? "" : " "}Sở Tài chính: Rà soát danh mục phí; hạn 18/12/2026`,
    );
    await keyboard.press("Enter");
    secretary.wasSaid("Rà soát danh mục phí; hạn 18/12/2026");
    await secretary.hears("Giao nhiệm vụ, xin kiểm tra");
    await toNewest(page);
    await pressUntil(page, "Tab", /^- button "Ghi nhận"/);
    await keyboard.press("Enter");
    const code = await codeIn(await secretary.hears(/Đã ghi nhận NV-\d+/));

    // To the next person: region by region back to the list.
    await list.getByRole("button").first().focus();
    await pressUntil(page, "ArrowDown", new RegExp(`^- .?button "${FINANCE}`));
    await keyboard.press("Enter");
    const official = chat(FINANCE);
    await official.hears(code);
    await toNewest(page);
    await pressUntil(page, "Tab", /^- button "Đã nhận"/);
    await keyboard.press("Space");
    await official.hears(`đã nhận ${code}`);

    await official.composer.focus();
    await keyboard.type(`/tiendo ${code} 35% dang lam`);
    await keyboard.press("Enter");
    official.wasSaid(`/tiendo ${code} 35%`);
    await official.hears(`Đã ghi tiến độ ${code}: 35%`);
    // ArrowUp in an empty line takes up what was said last; Escape leaves it as it was.
    await keyboard.press("ArrowUp");
    await expect.poll(() => official.composer.inputValue()).toContain("35%");
    await keyboard.press("Escape");
    await expect.poll(() => official.composer.inputValue()).toBe("");
  });

  it("one opens a message's menu, answers it, and closes what is open from the inside out", async () => {
    const visitor = await come.toDesk();
    const { page } = visitor;
    const official = await visitor.openChat(FINANCE);
    await official.says("/toi");
    await official.hears("Anh/chị là");
    await toNewest(page);
    expect(await focusName(page)).toContain("Anh/chị là");
    await page.keyboard.press("m");
    const menu = page.getByRole("menu");
    await menu.waitFor();
    await page.keyboard.press("Escape");
    await menu.waitFor({ state: "detached" });
    await page.keyboard.press("r");
    await expect.poll(() => focusName(page)).toContain("Soạn tin nhắn");
    await page.keyboard.type("đúng vậy");
    await page.keyboard.press("Enter");
    const answer = await official.shows("đúng vậy");
    expect(await answer.textContent()).toContain("Anh/chị là");
  });

  it("one goes from region to region, and reads the list of keys", async () => {
    const visitor = await come.toDesk();
    const { page } = visitor;
    const regions = new Set<string>();
    for (let pressed = 0; pressed < 6; pressed += 1) {
      await page.keyboard.press("F6");
      regions.add(
        await page.evaluate(
          () =>
            document.activeElement?.closest("header, nav, section, aside, main")?.tagName ?? "none",
        ),
      );
    }
    expect(regions.size).toBeGreaterThan(1);
    expect(regions).not.toContain("none");

    await visitor.list.getByRole("button").first().focus();
    await page.keyboard.press("?");
    await visitor.dialog().getByText("F6").waitFor();
    await page.keyboard.press("Escape");
    await visitor.dialog().waitFor({ state: "detached" });
    await page.keyboard.press("Alt+2");
    await visitor.chat(SECRETARY).pane.waitFor();
  });
});

/** Moves in the list of commands until that one is chosen. */
const chooseCommand = async (page: Page, pane: Locator, command: string): Promise<void> => {
  for (let pressed = 0; pressed < MOST_PRESSES; pressed += 1) {
    const chosen = pane.getByRole("listbox").getByRole("option", { selected: true });
    if ((await chosen.count()) > 0 && (await chosen.innerText()).includes(command)) return;
    await page.keyboard.press("ArrowDown");
  }
  throw new Error(`${command} is not among the commands`);
};
