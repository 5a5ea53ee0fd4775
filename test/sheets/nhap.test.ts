// The dialogue of /nhap on a real database: file, issuer, reading shown, confirmation.
import { createHash } from "node:crypto";
import { beforeEach, describe, expect, it, onTestFinished } from "vitest";
import { nhap } from "#commands/nhap.ts";
import { civilDate } from "#src/calendar/civil-date.ts";
import { makeWorkCalendar } from "#src/calendar/working-days.ts";
import type { Db } from "#src/database/client.ts";
import { findForm } from "#src/requests/forms-store.ts";
import type { Attached, Outcome, Request } from "#src/requests/request.ts";
import { giveAgencies } from "#test/agencies/invented.ts";
import { openTestDatabase } from "#test/support/database.ts";

const HEADER = "STT,Nội dung nhiệm vụ,Số ký hiệu,Ngày ban hành,Thời hạn,Chủ trì,Trạng thái\n";
const GOOD = `${HEADER}1,Lập danh mục,8/KH-UBND,2/11/2026,trước ngày 30/11/2026,SNV,\n2,Báo cáo quý,8/KH-UBND,2/11/2026,hàng quý,"Các sở, ngành",\n3,Theo dõi,8/KH-UBND,2/11/2026,theo chỉ đạo,STC,\n`;
const BAD = `${HEADER}1,Lập danh mục,8/KH-UBND,2/11/2026,,Sở Mây Trời,\n`;

let db: Db;
let base: Request;
let fileCount: number;

beforeEach(async () => {
  const open = await openTestDatabase();
  onTestFinished(() => open.close());
  db = open.db;
  await giveAgencies(db);
  const person = await db.person.create({ data: { fullName: "Lê Thị Gió" } });
  const chat = await db.chat.create({
    data: { channel: "terminal", externalId: "1", kind: "private" },
  });
  fileCount = 0;
  base = {
    who: { channel: "terminal", externalId: "1", displayName: "Lê Thị Gió", username: null },
    actor: { personId: person.id, fullName: person.fullName, language: "vi", grants: [] },
    chat: { id: chat.id, kind: "private", threadId: 0, title: null },
    args: "",
    attached: [],
    via: "message",
    now: new Date("2026-11-16T02:00:00Z"),
    today: civilDate("2026-11-16"),
    language: "vi",
    calendar: makeWorkCalendar([]),
    inboxId: null,
    inviteLink: () => null,
    tx: db,
  };
});

const send = async (text: string, name = "so-theo-doi.csv"): Promise<Attached> => {
  const bytes = Buffer.from(text);
  const sha256 = createHash("sha256").update(bytes).update(String(fileCount++)).digest("hex");
  await db.blob.create({ data: { sha256, bytes, size: bytes.length } });
  const file = await db.file.create({ data: { sha256, name, mime: "text/csv" } });
  return { fileId: file.id, name, mime: "text/csv", size: bytes.length };
};

const inTransaction = (act: (request: Request) => Promise<Outcome>, more: Partial<Request>) =>
  db.$transaction((tx) => act({ ...base, ...more, tx }));

const command = (args = "", attached: Attached[] = []) =>
  inTransaction((request) => nhap.run(request), { args, attached });

const answer = (args: string, attached: Attached[] = []) =>
  inTransaction(
    async (request) => {
      const form = await findForm(request);
      if (form === null || nhap.answer === undefined) throw new Error("no open form");
      return nhap.answer(request, form);
    },
    { args, attached },
  );

const step = async () => (await findForm(base))?.step ?? null;
const textOf = ({ reply }: Outcome): string => JSON.stringify(reply.blocks);
const commandsOf = ({ reply }: Outcome) => reply.buttons?.flat().map(({ command }) => command);

describe("/nhap", () => {
  it("asks for the file, then for the issuer, shows what it read, and stores on confirmation", async () => {
    expect(textOf(await command())).toContain("Chủ trì thực hiện");
    expect(await step()).toBe("file");
    const asked = await answer("", [await send(GOOD)]);
    expect(textOf(asked)).toContain("cơ quan nào ban hành");
    expect(commandsOf(asked)).toBeUndefined();
    expect(await step()).toBe("issuer");

    await answer("có");
    expect(await step()).toBe("issuer");
    const shown = await answer("UBND tỉnh Đồi Gió");
    expect(textOf(shown)).toContain("3 nhiệm vụ mới, 7 phân công chủ trì");
    expect(textOf(shown)).toContain("1 có ngày, 1 định kỳ, 1 chưa rõ hạn");
    expect(textOf(shown)).toContain("Lập danh mục");
    expect(commandsOf(shown)).toEqual(["/dongy", "/thoi"]);
    expect(shown.reply.buttons?.[0]?.[0]?.drawnFrom).toMatchObject({
      of: "form",
      version: (await findForm(base))?.version,
    });
    expect(await db.task.count()).toBe(0);

    expect(textOf(await answer("có"))).toContain("Đã ghi nhận 3 nhiệm vụ (NV-001 đến NV-003)");
    expect(await db.task.count({ where: { createdById: base.actor.personId } })).toBe(3);
    expect(await step()).toBeNull();
  });

  it("takes the issuer with the command, before or after the file", async () => {
    expect(commandsOf(await command("UBND tỉnh Đồi Gió", [await send(GOOD)]))).toContain("/dongy");
    expect(await step()).toBe("confirm");
    await command("", [await send(GOOD)]);
    expect(await step()).toBe("issuer");
    expect(commandsOf(await command("Tỉnh ủy"))).toContain("/dongy");
    await answer("có");
    expect(await db.document.findMany()).toMatchObject([
      { issuer: "Tỉnh ủy", number: "8/KH-UBND" },
    ]);
  });

  it("offers the issuer of documents with the same number", async () => {
    await command("UBND tỉnh Đồi Gió", [await send(GOOD)]);
    await answer("có");
    expect(commandsOf(await command("", [await send(GOOD)]))).toEqual(["/nhap UBND tỉnh Đồi Gió"]);
  });

  it("shows the errors, stores nothing and takes the mended file next", async () => {
    const refused = await command("UBND tỉnh Đồi Gió", [await send(BAD)]);
    expect(textOf(refused)).toContain("Chưa ghi nhận gì: sổ còn 1 chỗ cần sửa");
    expect(textOf(refused)).toContain("Dòng 2, cột “Chủ trì thực hiện”, “Sở Mây Trời”");
    expect(commandsOf(refused)).toBeUndefined();
    expect(await step()).toBe("file");
    expect(commandsOf(await answer("", [await send(GOOD)]))).toContain("/dongy");
  });

  it("says how many more errors there are beyond the first twenty", async () => {
    const rows = Array.from({ length: 23 }, (_, at) => `${at},Việc,8/KH,2/11/2026,,Sở Mây Trời,`);
    const refused = await command("UBND tỉnh", [await send(`${HEADER}${rows.join("\n")}\n`)]);
    expect(textOf(refused)).toContain("Dòng 21,");
    expect(textOf(refused)).not.toContain("Dòng 22,");
    expect(textOf(refused)).toContain("và 3 điểm nữa");
  });

  it("adds nothing for the same sheet and names what differs", async () => {
    await command("UBND tỉnh Đồi Gió", [await send(GOOD)]);
    await answer("có");
    const again = await command("UBND tỉnh Đồi Gió", [
      await send(GOOD.replace("30/11/2026", "15/12/2026")),
    ]);
    expect(textOf(again)).toContain("3 nhiệm vụ trong tệp đã có trong sổ");
    expect(textOf(again)).toContain(
      "NV-001, Thời hạn hoàn thành: sổ ghi “trước ngày 30/11/2026”, tệp ghi “trước ngày 15/12/2026”",
    );
    expect(await step()).toBeNull();
    expect(await db.task.count()).toBe(3);
  });

  it("reads the file again when it is confirmed, because the register may have changed", async () => {
    await command("UBND tỉnh Đồi Gió", [await send(GOOD)]);
    await db.agency.updateMany({
      where: { code: "STC" },
      data: { validTo: new Date("2026-11-01") },
    });
    expect(textOf(await answer("có"))).toContain("Sở Tài chính đã ngừng hoạt động");
    expect(await db.task.count()).toBe(0);
    expect(await step()).toBe("file");
  });

  it("does not take other words for a confirmation", async () => {
    await command("UBND tỉnh Đồi Gió", [await send(GOOD)]);
    expect(commandsOf(await answer("để xem đã"))).toContain("/dongy");
    expect(await db.task.count()).toBe(0);
  });

  it("refuses files that are no sheet, and several at once, kindly", async () => {
    expect(textOf(await command("", [await send("%PDF-1.7\0", "anh.pdf")]))).toContain(
      "không phải XLSX hay CSV",
    );
    expect(await step()).toBe("file");
    expect(textOf(await command("", [await send(GOOD), await send(GOOD)]))).toContain(
      "mỗi lần một tệp",
    );
    expect(nhap.roles).toEqual(["secretariat", "admin"]);
    expect(nhap.chats).toEqual(["private"]);
  });
});
