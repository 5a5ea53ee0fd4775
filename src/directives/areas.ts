// The reform area of a duty: that of the heading above it, else the one that its words speak of most.
import type { ReformAreaCode } from "#src/language/reform-area.ts";
import { areaOfHeading } from "./headings.ts";
import type { Item } from "./outline.ts";

const WORDS: readonly (readonly [ReformAreaCode, RegExp])[] = [
  ["other", /iso 9001|he thong quan ly chat luong/gu],
  [
    "digital-government",
    /chinh quyen (?:dien tu|so)|chinh phu (?:dien tu|so)|chuyen doi so|cong nghe thong tin|cntt|phan mem|he thong thong tin|co so du lieu|truc lien thong|chu ky so|moi truong mang|an toan thong tin|ha tang (?:so|mang|ky thuat)|du lieu|ho so cong viec|nen tang/gu,
  ],
  [
    "procedures",
    /thu tuc hanh chinh|tthc|mot cua|dich vu cong|buu chinh cong ich|ho so tre|thanh toan truc tuyen|giai quyet ho so|so hoa ket qua|hanh chinh cong/gu,
  ],
  [
    "public-finance",
    /tai chinh|ngan sach|tu chu|kinh phi|tai san cong|du toan|giai ngan|thu thue|nop thue|don gia|dinh muc/gu,
  ],
  [
    "civil-service",
    /can bo,? cong chuc|cong chuc|vien chuc|vi tri viec lam|dao tao,? boi duong|cong vu|tuyen dung|bo nhiem|ky luat,? ky cuong|thi dua|khen thuong|bien che cong chuc|khung nang luc/gu,
  ],
  [
    "organisation",
    /to chuc bo may|sap xep (?:to chuc|cac|lai)|kien toan|tinh gon|bien che|phan cap|don vi hanh chinh|don vi su nghiep|chuc nang,? nhiem vu|uy quyen|dia gioi/gu,
  ],
  [
    "institutions",
    /van ban quy pham|phap luat|the che|nghi quyet cua hdnd|he thong hoa van ban|quy pham/gu,
  ],
  [
    "direction",
    /par index|chi so cai cach|kiem tra(?: cong tac)? cai cach|bao cao|tuyen truyen|chi dao,? dieu hanh|ke hoach cai cach hanh chinh|don doc|so ket|tong ket|sipas|hai long/gu,
  ],
];

/** The area that a heading above an item names, the nearest first; null where none does. */
export function headingArea(item: Item): ReformAreaCode | null {
  for (let above: Item | null = item; above !== null; above = above.parent) {
    if (!above.heading || above.paragraph.marker?.kind === "plus") continue;
    const area = areaOfHeading(above.text);
    if (area !== null) return area;
  }
  return null;
}

/** The area that folded words speak of most; "direction" where they speak of none. */
export function areaOfWords(words: string): ReformAreaCode {
  let best: ReformAreaCode = "direction";
  let most = 0;
  for (const [area, pattern] of WORDS) {
    const count = words.match(pattern)?.length ?? 0;
    if (count > most) {
      best = area;
      most = count;
    }
  }
  return best;
}
