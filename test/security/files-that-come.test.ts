// Files on their way in: what is not taken leaves nothing behind, and no more is read than may be
// kept, whatever was stated.
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, it, onTestFinished, vi } from "vitest";
import { fileLimits } from "#src/delivery/file-check.ts";
import { makeFetchFile } from "#src/telegram/fetch-file.ts";
import { openProvince } from "#test/support/province.ts";
import { makeApi, openPlayground } from "#test/telegram/stage.ts";

vi.setConfig({ testTimeout: 90_000 });

it("an album with one file that is not taken is refused whole, and nothing of it is kept", async () => {
  const province = await openProvince({ at: "2026-11-20T09:00" });
  onTestFinished(() => province.close());
  const { db } = province;
  const official = await province.official("STC");
  const refused = /^Không nhận được tệp “(.*?)”: (.*?)\. Trợ lý nhận .*lệnh chưa được thực hiện/;

  official.room.sendAlbum(["a.txt", "phần mềm.exe"], "/tiendo NV-001 60%");
  expect((await official.hears(refused)).text).toContain("“phần mềm.exe”: không thuộc các loại");
  // Its content shows only when it was fetched: the first was good, and is not kept either.
  official.room.sendAlbum(["a.txt", "b\u202efdp.pdf"], "/tiendo NV-001 60%");
  expect((await official.hears(refused)).text).toContain("“bfdp.pdf”: nội dung không đúng");
  official.room.sendPhoto({ data: "<svg>", caption: "/tiendo NV-001 60%" });
  expect((await official.hears(refused)).text).toMatch(/“anh-2026-11-20\.jpg”: nội dung/);
  await official.asks("/toi english", /English/);
  await official.attaches("macro.xlsm", "PK", "/tiendo NV-001 60%");
  await official.hears(/^The file “macro\.xlsm” cannot be taken: it holds macros;/);
  expect([await db.blob.count(), await db.file.count(), await db.fileCache.count()]).toEqual([
    0, 0, 0,
  ]);
});

it("a download that does not end is left when it is more than may be kept", async () => {
  const playground = await openPlayground();
  const lan = playground.createUser({ firstName: "Lan" });
  const { document } = lan.dm().sendFile("nhỏ.pdf", { data: "%PDF-1.7" }).message;
  let sent = 0;
  const chunk = Buffer.alloc(256 * 1024);
  const endless = createServer((_, response) => {
    const more = () => {
      while (!response.destroyed && response.write(chunk)) sent += chunk.length;
      sent += chunk.length;
    };
    response.on("drain", more).on("error", () => undefined);
    more();
  }).listen(0, "127.0.0.1");
  onTestFinished(() => {
    endless.closeAllConnections();
    endless.close();
  });
  await new Promise((resolve) => endless.once("listening", resolve));
  const { port } = endless.address() as AddressInfo;
  const fetchFile = makeFetchFile(makeApi(playground.url), `http://127.0.0.1:${port}`);
  // Stated as eight bytes; then nothing is stated at all.
  for (const size of [8, 0]) {
    const file = { externalId: document?.file_id ?? "", name: "nhỏ.pdf", mime: "", size };
    await expect(fetchFile(file)).rejects.toMatchObject({ refusal: "too-big" });
  }
  const before = sent;
  await new Promise((resolve) => setTimeout(resolve, 300));
  expect(sent).toBe(before);
  expect(sent).toBeLessThan(4 * fileLimits.fileBytes);
});
