// The files of a message: documents as they are named, photos in their largest size.
import type { Message } from "grammy/types";
import { civilToday } from "#src/calendar/zone.ts";
import type { IncomingFile } from "#src/delivery/channel.ts";

const documentOf = ({ document }: Message): IncomingFile[] =>
  document === undefined
    ? []
    : [
        {
          externalId: document.file_id,
          name: document.file_name ?? "tep",
          mime: document.mime_type ?? "application/octet-stream",
          size: document.file_size ?? 0,
        },
      ];

const photoOf = ({ photo, date }: Message, number: number): IncomingFile[] => {
  const area = (size: { width: number; height: number }) => size.width * size.height;
  const [largest] = [...(photo ?? [])].sort((a, b) => area(b) - area(a));
  if (largest === undefined) return [];
  const day = civilToday(new Date(date * 1000));
  return [
    {
      externalId: largest.file_id,
      name: `anh-${day}${number === 1 ? "" : `-${number}`}.jpg`,
      mime: "image/jpeg",
      size: largest.file_size ?? 0,
    },
  ];
};

/** All files of one message or of the messages of an album, in order. */
export const filesOf = (messages: readonly Message[]): IncomingFile[] =>
  messages.flatMap((message, index) => [...documentOf(message), ...photoOf(message, index + 1)]);
