// Files up and down: chosen, dropped, several at once; what comes back is what was sent.
import { readFile } from "node:fs/promises";
import type { Locator } from "playwright-core";
import { expect, it } from "vitest";
import { picture, report, type Upload } from "./support/files-to-send.ts";
import { FINANCE } from "./support/people.ts";
import { describeInBrowser } from "./support/suite.ts";
import { useProvince } from "./support/use-province.ts";
import { useVisitors } from "./support/visitors.ts";

const isLoaded = (image: Locator): Promise<number> =>
  image.evaluate((element) => (element instanceof HTMLImageElement ? element.naturalWidth : 0));

describeInBrowser("files in a chat", () => {
  const province = useProvince();
  const come = useVisitors(() => province().url);

  it("are chosen, sent with words, and come back byte by byte", async () => {
    const visitor = await come.toDesk();
    const official = await visitor.openChat(FINANCE);
    const file = report("Báo cáo số 12 – quý IV.pdf");
    await official.attach(file);
    await official.says("báo cáo kèm theo");
    const sent = await official.shows(file.name);
    expect(await sent.innerText()).toContain("báo cáo kèm theo");

    const download = visitor.page.waitForEvent("download");
    await sent.getByRole("link", { name: /Báo cáo số 12/ }).click();
    const got = await download;
    expect(got.suggestedFilename()).toBe(file.name);
    expect((await readFile(await got.path())).equals(file.buffer)).toBe(true);
  });

  it("can be taken back before they are sent", async () => {
    const visitor = await come.toDesk();
    const official = await visitor.openChat(FINANCE);
    await official.attach(report("khong-gui.pdf"));
    const waiting = official.pane.getByText("khong-gui.pdf");
    await waiting.waitFor();
    await official.pane.getByRole("button", { name: /Bỏ tệp/ }).click();
    await waiting.waitFor({ state: "detached" });
    await official.says("không kèm tệp nào");
    const sent = await official.shows("không kèm tệp nào");
    expect(await sent.innerText()).not.toContain("khong-gui.pdf");
  });

  it("are dropped into the conversation", async () => {
    const visitor = await come.toDesk();
    const official = await visitor.openChat(FINANCE);
    const file = report("tha-vao.pdf");
    await drop(official.pane, [file]);
    await official.pane.getByText(file.name).waitFor();
    await official.says("/tep");
    await official.shows(file.name);
  });

  it("are shown as a photo, and as an album where they are several", async () => {
    const visitor = await come.toDesk();
    const official = await visitor.openChat(FINANCE);
    await official.attach(picture("hoi-nghi.png"));
    await official.says("ảnh hội nghị");
    const one = await official.shows("ảnh hội nghị");
    const photo = one.locator("img");
    await photo.scrollIntoViewIfNeeded();
    await expect.poll(() => isLoaded(photo)).toBe(320);

    await official.attach(
      picture("trang-1.png", { colour: [160, 60, 40] }),
      picture("trang-2.png", { colour: [40, 130, 70] }),
    );
    await official.says("hai trang");
    const album = await official.shows("hai trang");
    await expect.poll(() => album.locator("img").count()).toBe(2);

    await album
      .getByRole("button", { name: /Xem ảnh|Ảnh 1/ })
      .first()
      .click();
    await visitor.dialog().getByRole("img").waitFor();
    await visitor.page.keyboard.press("Escape");
    await visitor.dialog().waitFor({ state: "detached" });
  });
});

const drop = async (onto: Locator, files: readonly Upload[]): Promise<void> => {
  const carried = await onto.page().evaluateHandle(
    (given) => {
      const transfer = new DataTransfer();
      for (const { name, type, bytes } of given) {
        transfer.items.add(new File([new Uint8Array(bytes)], name, { type }));
      }
      return transfer;
    },
    files.map(({ name, mimeType, buffer }) => ({ name, type: mimeType, bytes: [...buffer] })),
  );
  for (const type of ["dragenter", "dragover", "drop"]) {
    await onto.getByRole("log").dispatchEvent(type, { dataTransfer: carried });
  }
};
