import { extname } from "node:path";

import type { Document, PhotoSize } from "@grammyjs/types";

import { imageSize } from "./image-size.ts";
import type { FileRecord } from "./records.ts";
import { nextNumber, type World } from "./world.ts";

export type NewFile = { name: string; type?: string | undefined; data: Buffer };

const types: Record<string, string> = {
  ".pdf": "application/pdf",
  ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  ".csv": "text/csv",
  ".txt": "text/plain",
  ".png": "image/png",
  ".jpg": "image/jpeg",
};

/** Keeps a file; its id looks random, as Telegram's, so that nobody takes it for a number. */
export function saveFile(world: World, kind: FileRecord["kind"], file: NewFile): FileRecord {
  const number = nextNumber(world, "file");
  const size = kind === "photo" ? imageSize(file.data) : undefined;
  const ending = /^\.[a-z0-9]{1,8}$/.exec(extname(file.name).toLowerCase())?.[0] ?? "";
  const extension = kind === "photo" ? ".jpg" : ending;
  const sealed = Buffer.from(`${world.bot.id}:${kind}:${number}`).toString("base64url");
  const record: FileRecord = {
    id: `${kind === "photo" ? "AgAC" : "BQAC"}${sealed}`,
    uniqueId: `AgAD${Buffer.from(String(number)).toString("base64url")}`,
    number,
    kind,
    name: file.name,
    type: file.type ?? types[extname(file.name).toLowerCase()] ?? "application/octet-stream",
    size: file.data.length,
    path: `${kind}s/file_${number}${extension}`,
    ...(size ?? (kind === "photo" ? { width: 1280, height: 960 } : {})),
  };
  world.bytes.write(number, file.data);
  world.store.put("file", record.id, record);
  return record;
}

export const findFile = (world: World, id: string) => world.files.get(id);

export const findFileByPath = (world: World, path: string) =>
  [...world.files.values()].find((file) => file.path === path);

export const fileBytes = (world: World, file: FileRecord) => world.bytes.read(file.number);

export const asDocument = (file: FileRecord): Document => ({
  file_id: file.id,
  file_unique_id: file.uniqueId,
  file_name: file.name,
  mime_type: file.type,
  file_size: file.size,
});

/** One size only: Telegram gives several, the largest last, and bots take the last. */
export const asPhoto = (file: FileRecord): PhotoSize[] => [
  {
    file_id: file.id,
    file_unique_id: file.uniqueId,
    width: file.width ?? 1280,
    height: file.height ?? 960,
    file_size: file.size,
  },
];
