// What asks for something, and what only tells, praises, justifies or closes; all of folded words.
import type { PartKind } from "./headings.ts";
import type { Item } from "./outline.ts";

const TELLS =
  /^(?:tuy nhien|ben canh|thoi gian qua|trong thoi gian qua|trong nhung nam qua|nhin chung|qua theo doi|qua kiem tra|ket qua cho thay|hien nay|den nay|vua qua|mac du|nguyen nhan|nhu vay|co duoc ket qua|trong nam qua|nam \d{4} la nam|nam \d{4},? (?:tinh|cong tac|chi so)|danh gia cao|bieu duong|ghi nhan|hoan nghenh|chu tich ubnd tinh (?:danh gia|bieu duong|ghi nhan|hoan nghenh)|ubnd tinh (?:danh gia|bieu duong|ghi nhan)|mot so (?:tieu chi|noi dung|don vi|so|co quan)[^.]*(?:con|chua)|con mot so|cong tac [^.;]{3,80} (?:da|duoc quan tam|con|chua)|viec [^.;]{3,80} (?:con|chua|da))(?!\p{L})/u;
const FORMAL =
  /^(?:can cu|xet de nghi|theo de nghi|thuc hien (?:quyet dinh|nghi quyet|chi thi|cong van|ke hoach|chuong trinh|van ban) so|luat |nghi dinh |ban hanh kem theo|quyet dinh nay|quyet dinh :?$|noi nhan|kinh gui|thay the|bai bo quyet dinh|phe duyet kem theo|\(?kem theo)/u;
const CLOSES =
  /chiu trach nhiem (?:thi hanh|to chuc thuc hien|thuc hien) (?:quyet dinh|chi thi|ke hoach|cong van)|co hieu luc (?:ke )?tu ngay|ban hanh kem theo (?:quyet dinh|van ban) nay|thay the (?:quyet dinh|chi thi|ke hoach)|het hieu luc|can cu (?:quyet dinh|ke hoach|chi thi) thi hanh|tren day la|trong qua trinh (?:to chuc )?(?:trien khai |to chuc )?thuc hien,? neu co|van phong ubnd tinh thong bao|thong bao de cac (?:co quan|don vi|so)[^.]{0,60}biet/u;
/** "…, Sở Tài chính vẫn chưa nhận được báo cáo": told of somebody. */
const STILL_NOT = /^[^;.]*(?:van chua|van con|chua nhan duoc|chua thuc hien duoc|nhan thay)/u;
const ENDS_WITH_FORMULA =
  /nghiem tuc (?:quan triet,? )?(?:to chuc )?(?:trien khai )?(?:to chuc )?thuc hien(?: (?:cac noi dung|chi thi|ke hoach|cong van|quyet dinh|noi dung)[^.;,]{0,30})?[ ./;]*$/u;
const ASKS_ANYWAY = /bao cao [^.]{0,80}truoc ngay|gui [^.]{0,60}truoc ngay/u;

/** Nearest part that an item stands in, its own heading first. */
export function partAround(item: Item): PartKind | null {
  for (let above: Item | null = item; above !== null; above = above.parent) {
    if (above.part !== null) return above.part;
  }
  return null;
}

/** Words that state findings or close a document, whatever stands around them. */
export function tellsOnly(words: string): boolean {
  if (TELLS.test(words) || STILL_NOT.test(words.slice(0, 160))) return true;
  // "… nghiêm túc thực hiện Chỉ thị này./.": asked of nobody in particular, by no day.
  if (ENDS_WITH_FORMULA.test(words)) return true;
  return CLOSES.test(words) && !ASKS_ANYWAY.test(words);
}

/** Words with which the reasons for a document begin. */
export const isFormal = (words: string): boolean => FORMAL.test(words);

const TASK_VERB =
  /^(?:ra soat|tham muu|xay dung|ban hanh|to chuc|trien khai|thuc hien|tang cuong|day manh|day nhanh|nang cao|hoan thanh|hoan thien|chu tri|phoi hop|chi dao|kiem tra|theo doi|don doc|tong hop|bao cao|trinh|cong khai|cong bo|niem yet|cap nhat|bo tri|phan cong|tuyen truyen|pho bien|quan triet|rut ngan|cat giam|don gian hoa|so hoa|ket noi|tich hop|van hanh|khai thac|khac phuc|xu ly|chan chinh|giai quyet|tiep nhan|bao dam|dam bao|phan dau|duy tri|cai thien|giam|tang|sap xep|kien toan|doi moi|nghien cuu|de xuat|xac dinh|lap|thanh lap|gan|dua|chu trong|tap trung|tiep tuc|khan truong|nghiem tuc|chu dong|tich cuc|kip thoi|thuong xuyen|dinh ky|hang (?:nam|quy|thang|tuan)|can |phai |giao|yeu cau|de nghi|ung dung|phat trien|nang cap|dau tu|mo rong|phat dong|phat huy|huong dan|tham gia|van dong|gui|cu |chuyen|chuan hoa|co cau|cung cap|dang ky|dao tao|boi duong|danh gia|giam sat|thanh tra|tham dinh|sua doi|bo sung|thi diem|dang tai|thong ke|thong tin|thuc day|tao |ung xu|siet chat|coi |lay |lam |ho tro|khuyen khich|huy dong|quan ly|quy dinh|quy hoach|tai cau truc|trang bi|xem xet|xu phat|yeu|\d{1,3} ?%|ty le|muc do|100)/u;

/** Whether words begin with a verb of a duty, or with a share that is to be reached. */
export const startsAsTask = (words: string): boolean =>
  TASK_VERB.test(words.replace(/^(?:[-+*\s]|dong thoi,? )+/u, ""));
