// When a person is named: by @name, name, part of a name.
import { phrase } from "../language.ts";

export const noSuchPerson = phrase({
  vi: (typed: string) => `Chưa thấy ai tên “${typed}” trong số những người có thể chọn:`,
  en: (typed) => `Nobody called “${typed}” is among those who can be chosen:`,
});

export const nobodyToChoose = phrase({
  vi: (typed: string) =>
    `Chưa thấy ai tên “${typed}”: chưa có người phù hợp kết nối với trợ lý. Cơ quan thường trực mời bằng /moi.`,
  en: (typed) =>
    `Nobody called “${typed}” was found: nobody fitting is connected yet. The secretariat invites with /moi.`,
});

export const whichPerson = phrase({
  vi: (typed: string) => `“${typed}” có thể là nhiều người. Anh/chị chọn:`,
  en: (typed) => `“${typed}” may be several people. Please choose:`,
});

export const understoodPerson = phrase({
  vi: (typed: string, name: string) => `“${typed}” hiểu là ${name}.`,
  en: (typed, name) => `“${typed}” was read as ${name}.`,
});
