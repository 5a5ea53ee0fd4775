// Words as nobody would write them, and the commands of the house with such words in them. Used by
// the fuzz (test/damage/fuzz.ts) and by the tests of escaping (test/security).
import fc from "fast-check";
import { commands } from "#commands/index.ts";

const zalgo = fc
  .array(fc.constantFrom("a", "Đ", "\u0300", "\u0301", "\u0323", "\u0336", "\u035c"), {
    minLength: 20,
    maxLength: 200,
  })
  .map((letters) => letters.join(""));

/** Letters that turn the direction, have no width, steer a terminal, or are only half there. */
export const steering: fc.Arbitrary<string> = fc.constantFrom(
  ..."\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200b\u200d\ufeff\u00ad\u061c\u200f",
  ..."\0\u0007\b\v\f\r\u001a\u007f\u0085\u009b\u2028\u2029",
  "\u001b[2J",
  "\u001b]0;x\u0007",
  "\u009b31m",
  "\ud83d",
  "\ude00",
  "\ufffe",
  "\u{10ffff}",
);

const markup = fc.constantFrom(
  "<b>",
  "</pre>",
  "<script>alert(1)</script>",
  '<a href="tg://user?id=1">x</a>',
  '" onload="x',
  "&lt;",
  "&#0;",
  "]]>",
  "*_`[x](tg://x)",
  '=HYPERLINK("x")',
  "+84",
  "@SUM(A1)",
  "-1",
  '\'; DROP TABLE "Task"; --',
  "%{7*7}",
  "{{x}}",
  "../../etc/passwd",
  "%s%n",
);

/** Short or long, and never harmless. */
export const hostileText: fc.Arbitrary<string> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc
      .array(fc.oneof(steering, markup, fc.string({ unit: "binary" })), { maxLength: 8 })
      .map((parts) => parts.join("")),
  },
  { weight: 3, arbitrary: fc.string({ unit: "grapheme", maxLength: 60 }) },
  { weight: 1, arbitrary: zalgo },
  {
    weight: 1,
    arbitrary: fc
      .constantFrom("ắ", "😀", "\u202e", "W", "\n", "<", " ")
      .map((letter) => letter.repeat(4096)),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      "👨‍👩‍👧‍👦",
      "مرحبا",
      "\u202etxt.exe",
      "",
      " ",
      "\n\n",
      "/",
      "//",
      "/@",
      "@",
      "#",
    ),
  },
);

const number = fc.constantFrom(
  ..."0 1 2 3 7 12 100 101 -1 -0 1.5 1,5 999999 2147483648 9007199254740993 1e999 NaN".split(" "),
  "99999999999999999999999999",
  "٣",
  "１２",
);

const code = fc
  .tuple(
    fc.constantFrom("NV-", "nv", "NV-0", "NV", "VM-", "GT-", "KN-", "PA-", "TD-", "nv-00"),
    fc.oneof({ weight: 5, arbitrary: fc.integer({ min: 0, max: 12 }).map(String) }, number),
  )
  .map(([head, tail]) => `${head}${tail}`);

const agency = fc.constantFrom(
  ..."STC SNV STP SYT X-BH P-TL BAO XYZ".split(" "),
  "Sở Tài chính",
  "sở y tế",
  "xã Bình Hòa",
  "tất cả",
  "tất cả trừ STC",
  "các sở",
);

const day = fc.constantFrom(
  ..."30/11 31/02 0/0 99/99/9999 2026-13-45 15/12/2026 1/1/0001 31/12/99999 24/11-28/11 28/11-24/11".split(
    " ",
  ),
  "ngày mai",
  "cuối tháng",
  "hằng quý",
  "trước ngày 30/2",
  "trong 99999999999 ngày",
  "tuần trước",
  "2026-W47",
  "2026-W99",
  "tháng 13",
);

const phrase = fc.constantFrom(
  ..."70% 150% -5% 1e9% hạn theo sang tôi có không thôi english ; : , . ? ! csv xlsx".split(" "),
  "theo 45/UBND-NC ngày 3/11",
  "số 123/BC-STC ngày 14/10",
  "thay bởi Nguyễn Văn A",
  "sáp nhập SYT vào STP theo 45/QĐ-UBND ngày 3/11/2026 từ 1/12/2026",
  "tin mỗi ngày",
  "giờ yên lặng không",
  "ban chỉ đạo",
  "cán bộ",
  "quản trị",
  "chưa báo cáo",
  "lĩnh vực: thể chế; sản phẩm:",
  "hạn 25/11",
);

const argument = fc.oneof(
  { weight: 4, arbitrary: code },
  { weight: 3, arbitrary: phrase },
  { weight: 2, arbitrary: agency },
  { weight: 2, arbitrary: day },
  { weight: 1, arbitrary: number },
  { weight: 2, arbitrary: hostileText },
);

const names = commands.flatMap(({ name, aliases }) => [name, name, name, ...aliases]);

/** Any command of the house, with arguments that fit and do not. */
export const commandLine: fc.Arbitrary<string> = fc
  .tuple(
    fc.constantFrom("/", "/", "/", "", "/@dondoc_bot "),
    fc.constantFrom(...names),
    fc.array(argument, { maxLength: 6 }),
  )
  .map(([slash, name, args]) => `${slash}${name} ${args.join(" ")}`);

/** What answers a form, confirms it, or only looks so. */
export const answerText: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom("1", "2", "99", "có", "không", "đồng ý", "thôi", "/dongy", "/thoi", "x", "0"),
  argument,
);

/** The examples that help shows: every one is understood. */
export const exampleLine: fc.Arbitrary<string> = fc
  .tuple(fc.constantFrom(...commands), fc.integer({ min: 1, max: 9 }))
  .map(([{ example }, task]) => example.replaceAll("NV-012", `NV-00${task}`));

const SAID = "…";

/** What is said where people may say what they like: it is stored, and shown to others later. */
const sentences = [
  "/tiendo NV 40% …",
  "/hoanthanh NV số 12/BC-STC ngày 14/11 …",
  "/vuongmac NV …",
  "/giahan NV 15/12 …",
  "/giao STC: …; hạn 30/11",
  "/giao STP: …; hạn 15/12; phối hợp SYT",
  "/tralai NV …",
  "/xacnhan NV",
  "/duyet NV",
  "/tuchoi NV …",
  "/sua NV ghi chú: …",
  "/sua NV nội dung: …",
  "/dondoc NV: …",
  "/giaitrinh NV hạn 25/11 …",
  "/traloi VM-1 …",
  "/traloi GT-2 …",
  "/dong VM-2 …",
  "/khongdung NV …",
  "/tamdung NV …",
  "/tieptuc NV",
  "/chuyen NV sang SYT theo 45/UBND-NC …",
  "/huy NV …",
  "/nhan NV",
  "/phutrach NV tôi",
  "/moi cán bộ STP",
  "/viec",
  "/viec NV",
  "/viec … trang 999999999999",
  "/lichsu NV",
  "/choxuly",
  "/quahan",
  "/denhan 99999999999 ngày",
  "/tep NV",
  "/xuat csv",
  "/dongy",
];

const sentenceLine: fc.Arbitrary<string> = fc
  .tuple(fc.constantFrom(...sentences), fc.integer({ min: 1, max: 12 }), hostileText)
  .map(([line, task, said]) => line.replace("NV", `NV-${task}`).replace(SAID, () => said));

/** Whatever somebody may type. At most as long as Telegram lets it be. */
export const typedText: fc.Arbitrary<string> = fc
  .oneof(
    { weight: 6, arbitrary: commandLine },
    { weight: 3, arbitrary: exampleLine },
    { weight: 16, arbitrary: sentenceLine },
    { weight: 2, arbitrary: answerText },
    { weight: 2, arbitrary: hostileText },
  )
  .map((text) => text.slice(0, 4096));
