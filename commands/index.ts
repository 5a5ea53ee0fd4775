// The list of all chat commands, in the order in which help shows them. From it are made
// /trogiup, Telegram's menus and the table in the documents.
import type { Command } from "#src/requests/request.ts";
import { bantin } from "./bantin.ts";
import { caidat } from "./caidat.ts";
import { choxuly } from "./choxuly.ts";
import { chuabaocao } from "./chuabaocao.ts";
import { chuyen } from "./chuyen.ts";
import { coquan } from "./coquan.ts";
import { dang } from "./dang.ts";
import { denhan } from "./denhan.ts";
import { docvanban } from "./docvanban.ts";
import { dondoc } from "./dondoc.ts";
import { dong } from "./dong.ts";
import { makeDongy } from "./dongy.ts";
import { duthao } from "./duthao.ts";
import { duyet } from "./duyet.ts";
import { giahan } from "./giahan.ts";
import { giaitrinh } from "./giaitrinh.ts";
import { giao } from "./giao.ts";
import { guilai } from "./guilai.ts";
import { hoanthanh } from "./hoanthanh.ts";
import { huy } from "./huy.ts";
import { khongdung } from "./khongdung.ts";
import { kiennghi } from "./kiennghi.ts";
import { lichsu } from "./lichsu.ts";
import { moi } from "./moi.ts";
import { nhan } from "./nhan.ts";
import { nhap } from "./nhap.ts";
import { nhom } from "./nhom.ts";
import { phutrach } from "./phutrach.ts";
import { quahan } from "./quahan.ts";
import { sapxep } from "./sapxep.ts";
import { start } from "./start.ts";
import { sua } from "./sua.ts";
import { tamdung } from "./tamdung.ts";
import { tep } from "./tep.ts";
import { thoi } from "./thoi.ts";
import { tiendo } from "./tiendo.ts";
import { tieptuc } from "./tieptuc.ts";
import { toi } from "./toi.ts";
import { tralai } from "./tralai.ts";
import { traloi } from "./traloi.ts";
import { makeTrogiup } from "./trogiup.ts";
import { tuchoi } from "./tuchoi.ts";
import { vanban } from "./vanban.ts";
import { vangmat } from "./vangmat.ts";
import { viec } from "./viec.ts";
import { vuongmac } from "./vuongmac.ts";
import { xacnhan } from "./xacnhan.ts";
import { xemtruoc } from "./xemtruoc.ts";
import { xephang } from "./xephang.ts";
import { xuat } from "./xuat.ts";

export const commands: readonly Command[] = [
  viec,
  tiendo,
  hoanthanh,
  nhan,
  phutrach,
  khongdung,
  giao,
  sua,
  chuyen,
  tamdung,
  tieptuc,
  huy,
  choxuly,
  xacnhan,
  tralai,
  chuabaocao,
  dondoc,
  giahan,
  duyet,
  tuchoi,
  vuongmac,
  giaitrinh,
  traloi,
  dong,
  denhan,
  quahan,
  xephang,
  coquan,
  bantin,
  lichsu,
  kiennghi,
  tep,
  docvanban,
  vanban,
  duthao,
  nhap,
  xuat,
  xemtruoc,
  dang,
  moi,
  nhom,
  sapxep,
  caidat,
  makeDongy(() => commands),
  vangmat,
  thoi,
  guilai,
  toi,
  makeTrogiup(() => commands),
  start,
];
