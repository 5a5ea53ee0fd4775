import { describe, expect, it } from "vitest";
import { FileRefused } from "#src/delivery/file-check.ts";
import { storeFile } from "#src/delivery/files-store.ts";
import { say } from "#src/messages/reply.ts";
import { openStage, spoken, useDatabase } from "./stage.ts";

const db = useDatabase();

const stored = (name: string, externalId: string) =>
  storeFile(db(), "telegram", { externalId, name, mime: "text/plain", bytes: Buffer.from(name) });

const cached = async (fileId: number) =>
  (
    await db().fileCache.findUniqueOrThrow({
      where: { channel_fileId: { channel: "telegram", fileId } },
    })
  ).externalId;

describe("files that go out", () => {
  it("are uploaded once, after the text, and then sent by Telegram's own handle", async () => {
    const { channel, lan, toLan, playground } = await openStage(db());
    const { fileId } = await stored("báo cáo; tháng 11.txt", "BQACkhông-còn");
    const send = () => channel.send(toLan, { ...say("kèm tệp"), files: [{ fileId }] }, {});
    const text = await send();
    const first = await lan.dm().expectMessage("kèm tệp");
    expect(text).toEqual({ kind: "sent", messageId: String(first.id) });
    expect((await lan.dm().expectMessage("")).file).toBe("báo cáo_ tháng 11.txt");
    expect(await cached(fileId)).not.toBe("BQACkhông-còn");
    await send();
    const documents = playground.calls("sendDocument").map(({ payload }) => payload.document);
    expect(documents).toHaveLength(3);
    expect(documents[2]).toBe(await cached(fileId));
  });

  it("go as the photo that they came as", async () => {
    const { channel, lan, toLan, playground } = await openStage(db());
    lan.dm().sendPhoto({ data: "ảnh" });
    const photo = spoken(channel.incoming((await channel.api.getUpdates()).at(-1))).files[0];
    const { fileId } = await stored("anh-2026-11-23.jpg", photo?.externalId ?? "");
    expect(await channel.send(toLan, { blocks: [], files: [{ fileId }] }, {})).toMatchObject({
      kind: "sent",
    });
    expect((await lan.dm().expectMessage("")).file).toBe("photo");
    expect(playground.calls("sendDocument")).toEqual([]);
  });

  it("hold the buttons where there is no text", async () => {
    const { channel, lan, toLan } = await openStage(db());
    const { fileId } = await stored("a.txt", "BQACkhông-còn");
    const buttons = [[{ label: "Xem", command: "/xem" }]];
    await channel.send(toLan, { blocks: [], files: [{ fileId }], buttons }, {});
    (await lan.dm().expectMessage("")).assertButtons("Xem");
  });

  it("that fail after the text leave it unknown; alone, as any message", async () => {
    const { channel, lan, toLan, playground } = await openStage(db());
    const { fileId } = await stored("b.txt", "BQACkhông-còn");
    const files = [{ fileId }];
    const fail = (code: number) =>
      playground.faults.add({
        method: "sendDocument",
        fault: { kind: "error", code, description: "Bad Request: chat not found" },
      });
    fail(400);
    expect(await channel.send(toLan, { ...say("chữ"), files }, {})).toMatchObject({
      kind: "unknown",
    });
    await lan.dm().expectMessage("chữ");
    fail(500);
    expect(await channel.send(toLan, { blocks: [], files }, {})).toMatchObject({ kind: "retry" });
  });

  it("that are not stored are left out, and logged", async () => {
    const { channel, toLan, log } = await openStage(db());
    const sent = await channel.send(toLan, { ...say("chữ"), files: [{ fileId: 999_999 }] }, {});
    expect(sent).toMatchObject({ kind: "sent" });
    expect(log.lines).toContainEqual(
      expect.objectContaining({ level: "error", fields: { file: 999_999 } }),
    );
  });
});

describe("files that come", () => {
  const sentBy = async (data: string, limits?: { downloadBytes: number }) => {
    const stage = await openStage(db());
    stage.lan.dm().sendFile("minh chứng số 1.txt", { data, caption: "/hoanthanh NV-012" });
    const incoming = spoken(stage.channel.incoming((await stage.channel.api.getUpdates()).at(-1)));
    const [file] = incoming.files;
    if (file === undefined) throw new Error("no file came");
    return { ...stage, file, limits };
  };

  it("are fetched as they were sent", async () => {
    const { channel, file } = await sentBy("đã ký số");
    expect(Buffer.from(await channel.fetchFile(file)).toString()).toBe("đã ký số");
  });

  it("that are too big are refused", async () => {
    const { channel, file, playground } = await sentBy("a");
    const description = "Bad Request: file is too big";
    playground.faults.add({ method: "getFile", fault: { kind: "error", code: 400, description } });
    await expect(channel.fetchFile(file)).rejects.toBeInstanceOf(FileRefused);
  });

  it.each(["500", "reset-before", "hang"] as const)(
    "are tried again after %s: the code says so",
    async (kind) => {
      const { channel, file, playground } = await sentBy("a");
      playground.faults.add({ method: "getFile", fault: { kind } });
      const error = await channel.fetchFile(file).catch((reason: unknown) => reason);
      expect(error).toMatchObject({ code: "ETIMEDOUT" });
      expect(String(error)).not.toContain("TEST");
      expect(await channel.fetchFile(file)).toHaveLength(1);
    },
  );

  it("with a handle that Telegram no longer knows are gone: their sender is told so", async () => {
    const { channel, file } = await sentBy("a");
    const gone = channel.fetchFile({ ...file, externalId: "BQACkhông-có" });
    await expect(gone).rejects.toMatchObject({ refusal: "gone", fileName: file.name });
  });
});
