// The list of all chat commands, in the order in which help shows them. From it are made
// /trogiup, Telegram's menus and the table in the documents.
import type { Command } from "#src/requests/request.ts";
import { choxuly } from "./choxuly.ts";
import { coquan } from "./coquan.ts";
import { dang } from "./dang.ts";
import { denhan } from "./denhan.ts";
import { makeDongy } from "./dongy.ts";
import { giao } from "./giao.ts";
import { guilai } from "./guilai.ts";
import { hoanthanh } from "./hoanthanh.ts";
import { moi } from "./moi.ts";
import { nhap } from "./nhap.ts";
import { nhom } from "./nhom.ts";
import { quahan } from "./quahan.ts";
import { start } from "./start.ts";
import { tep } from "./tep.ts";
import { thoi } from "./thoi.ts";
import { tiendo } from "./tiendo.ts";
import { toi } from "./toi.ts";
import { tralai } from "./tralai.ts";
import { makeTrogiup } from "./trogiup.ts";
import { viec } from "./viec.ts";
import { xacnhan } from "./xacnhan.ts";
import { xephang } from "./xephang.ts";

export const commands: readonly Command[] = [
  viec,
  tiendo,
  hoanthanh,
  giao,
  choxuly,
  xacnhan,
  tralai,
  denhan,
  quahan,
  xephang,
  coquan,
  tep,
  nhap,
  dang,
  moi,
  nhom,
  makeDongy(() => commands),
  thoi,
  guilai,
  toi,
  makeTrogiup(() => commands),
  start,
];
