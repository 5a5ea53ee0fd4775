import { deflateSync } from "node:zlib";

import { expect, it } from "vitest";

import type { History, Staged } from "#src/playground/page/contract.ts";
import { openProvince } from "./visit.ts";

/** A PNG of so many pixels, as small as it can be: nobody checks its sums here. */
function png(width: number, height: number) {
  const head = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  const chunk = (type: string, data: Buffer) => {
    const length = Buffer.alloc(4);
    length.writeUInt32BE(data.length);
    return Buffer.concat([length, Buffer.from(type), data, Buffer.alloc(4)]);
  };
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header[8] = 8;
  const rows = deflateSync(Buffer.alloc((width + 1) * height));
  const chunks = [chunk("IHDR", header), chunk("IDAT", rows), chunk("IEND", Buffer.alloc(0))];
  return Buffer.concat([head, ...chunks]);
}

async function openDesk() {
  const province = await openProvince();
  const here = { person: province.lan.id, chat: province.lan.id };
  const put = async (name: string, data: Buffer | string) =>
    (await province.stage<Staged>(name, data)).body;
  const file = (path: string) => fetch(`${province.playground.url}/playground/${path}`);
  return { ...province, here, put, file };
}

it("sends a file with its caption, and gives it back as a download only", async () => {
  const { playground, does, put, file, here, refused } = await openDesk();
  const html = "<script>alert(1)</script>";
  const staged = await put("báo cáo.html", html);
  expect(staged).toMatchObject({ name: "báo cáo.html", size: html.length, isPicture: false });
  const sent = { ...here, files: [{ token: staged.token, as: "document" as const }] };
  const { messages } = await does("say-files", { ...sent, caption: "/nop 12" });
  expect(messages).toEqual([`${here.chat}:1`]);

  const [said] = playground.messages(here.chat);
  expect(said).toMatchObject({ caption: "/nop 12", document: { file_name: "báo cáo.html" } });
  const answer = await file(`files/${said?.document?.file_id}`);
  expect(answer.headers.get("content-type")).toBe("application/octet-stream");
  expect(answer.headers.get("content-disposition")).toBe(
    `attachment; filename*=UTF-8''${encodeURIComponent("báo cáo.html")}`,
  );
  expect(answer.headers.get("x-content-type-options")).toBe("nosniff");
  expect(await answer.text()).toBe(html);
  expect((await file(`photos/${said?.document?.file_id}`)).status).toBe(404);
  expect(await refused("say-files", sent)).toMatch("choose it again");
});

it("shows pictures by their bytes, whatever they call themselves", async () => {
  const { playground, does, put, file, here, refused } = await openDesk();
  const real = await put("ảnh.png", png(40, 30));
  const false_ = await put(
    "giả.png",
    "<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>",
  );
  expect([real.isPicture, false_.isPicture]).toEqual([true, false]);

  const asPhoto = (token: string) => ({ ...here, files: [{ token, as: "photo" as const }] });
  expect(await refused("say-files", asPhoto(false_.token))).toMatch("Only a PNG or JPEG");
  await does("say-files", asPhoto(real.token));
  await does("say-files", { ...here, files: [{ token: false_.token, as: "document" }] });

  const [photo, document] = playground.messages(here.chat);
  expect(photo?.photo?.[0]).toMatchObject({ width: 40, height: 30 });
  const shown = await file(`photos/${photo?.photo?.[0]?.file_id}`);
  expect([shown.status, shown.headers.get("content-type")]).toEqual([200, "image/png"]);
  expect(shown.headers.get("content-security-policy")).toContain("default-src 'none'");
  expect(Buffer.from(await shown.arrayBuffer()).equals(png(40, 30))).toBe(true);
  expect((await file(`photos/${document?.document?.file_id}`)).status).toBe(404);
});

it("makes an album of several, pictures and other files apart", async () => {
  const { playground, does, put, here, get } = await openDesk();
  const names = ["a.pdf", "b.pdf"];
  const papers = await Promise.all(names.map((name) => put(name, name)));
  const pictures = await Promise.all([1, 2].map((size) => put("p.png", png(size, size))));
  const files = [
    { token: papers[0]?.token ?? "", as: "document" as const },
    ...pictures.map(({ token }) => ({ token, as: "photo" as const })),
    { token: papers[1]?.token ?? "", as: "document" as const },
  ];
  await does("say", { ...here, text: "đây" });
  const { messages } = await does("say-files", {
    ...here,
    files,
    caption: "bốn tệp",
    replyTo: `${here.chat}:1`,
  });
  expect(messages).toHaveLength(4);
  const sent = playground.messages(here.chat).slice(1);
  const albums = sent.map(({ media_group_id }) => media_group_id);
  expect(albums[0]).toBeDefined();
  expect(albums[0]).toBe(albums[1]);
  expect(albums[2]).toBe(albums[3]);
  expect(albums[0]).not.toBe(albums[2]);
  expect(sent.map(({ caption }) => caption)).toEqual(["bốn tệp", ...Array(3).fill(undefined)]);
  expect(sent.every(({ reply_to_message }) => reply_to_message?.text === "đây")).toBe(true);
  const history = await get<History>(`history?chat=${here.chat}`);
  expect(history.messages).toHaveLength(5);
});

it("keeps what is staged within bounds, under names that are none of a folder", async () => {
  const { put, does, refused, here, stage } = await openDesk();
  const name = (given: string) => put(given, "x").then((staged) => staged.name);
  expect(await name("../../etc/passwd")).toBe("passwd");
  expect(await name("C:\\temp\\việc.docx")).toBe("việc.docx");
  expect(await name("a\u0000b\nc.txt")).toBe("abc.txt");
  expect(await name("..")).toBe("file");
  expect(await name(`${"dài".repeat(400)}.docx`)).toMatch(/^dài.{190,200}\.docx$/);

  const empty = await stage<{ error: string }>("rỗng.txt", "");
  expect([empty.status, empty.body.error]).toEqual([400, "The file is empty"]);
  const half = Buffer.alloc(26 * 1024 * 1024);
  const first = await put("một.bin", half);
  const second = await put("hai.bin", half);
  const send = (token: string) => ({ ...here, files: [{ token, as: "document" as const }] });
  expect(await refused("say-files", send(first.token))).toMatch("choose it again");
  await does("say-files", send(second.token));
  const huge = await stage<{ error: string }>("lớn.bin", Buffer.alloc(51 * 1024 * 1024));
  expect([huge.status, huge.body.error]).toEqual([400, "Request Entity Too Large"]);
});
