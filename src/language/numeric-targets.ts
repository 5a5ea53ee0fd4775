// Numeric targets (chỉ tiêu) in a sentence: "tối thiểu 80% hồ sơ …", "từ 30% trở lên", "30%, 20%,
// 15%" for three levels, "mỗi năm tăng 20% … đến khi đạt 100%", "trên 80 đơn vị", "không quá một lần".
import { foldWithMap, originalSpan } from "./fold.ts";

export type TargetFound = {
  operator: "≥" | ">" | "≤" | "<" | "=" | "range";
  value: number;
  upTo: number | null;
  unit: string;
  level: string | null;
  baseline: string | null;
  /** Of "mỗi năm tăng 20% … đến khi đạt 100%". */
  escalator: { step: number; unit: string; until: number | null } | null;
  /** Characters of the text: the clause that states it, and the number itself. */
  from: number;
  to: number;
};

type Operator = TargetFound["operator"];

const AT_LEAST = "toi thieu|it nhat|khong duoi|khong thap hon|khong it hon|dat tu|tu|>=|≥";
const MORE = "tren|hon|vuot|cao hon|>";
const AT_MOST = "toi da|khong qua|khong vuot qua|khong vuot|khong cao hon|nhieu nhat|<=|≤";
const LESS = "duoi|it hon|thap hon|nho hon|<";
const LINK =
  "(?: (?:tuong ung|lan luot|dat|la|duoc|ty le|o muc|muc|dat ty le|du kien|moi nam|them|toi thieu|binh quan))*";

const OPERATORS: readonly (readonly [Operator, RegExp])[] = [
  ["≥", new RegExp(`(?:^|[^\\p{L}])(?:${AT_LEAST})${LINK} ?:? ?$`, "u")],
  ["≤", new RegExp(`(?:^|[^\\p{L}])(?:${AT_MOST})${LINK} ?:? ?$`, "u")],
  [">", new RegExp(`(?:^|[^\\p{L}])(?:${MORE})${LINK} ?:? ?$`, "u")],
  ["<", new RegExp(`(?:^|[^\\p{L}])(?:${LESS})${LINK} ?:? ?$`, "u")],
];

const NUMBER = "(?<![\\p{L}\\p{Nd}.,/])\\d{1,3}(?:[.,]\\d{1,2})?";
const PERCENT = new RegExp(
  `(?:(?<low>${NUMBER}) ?%? ?(?:-|den) ?)?(?<value>${NUMBER}) ?(?:%|phan tram(?!\\p{L}))`,
  "gu",
);
const UNITS =
  "don vi|co quan|thu tuc|tthc|dich vu|ho so|van ban|cuoc|lan|luot|mo hinh|nguoi|can bo|cong chuc|xa|phuong|huyen|to chuc|bac|sang kien|lop|hoi nghi|bai|tin|chuyen de|du an|de an|gio|ngay lam viec|ngay|diem|vi tri|doanh nghiep|kenh|ung dung|nhiem vu|chuyen muc|ky|phut|phien|dot|buoi|mo hinh diem|xa phuong";
const COUNT_WORDS: Readonly<Record<string, number>> = {
  mot: 1,
  hai: 2,
  ba: 3,
  bon: 4,
  nam: 5,
  muoi: 10,
};
const COUNT = new RegExp(
  `(?<=(?:^|[^\\p{L}])(?:toi thieu|it nhat|khong duoi|khong qua|toi da|tren|hon|duoi|xuong con|con|qua|khong vuot qua|binh quan|dao tao|boi duong|tap huan|kiem tra|cung cap)(?: (?:la|dat|tu|cho))? ?)(?<value>\\d{1,3}(?:[.]\\d{3})*|mot|hai|ba|bon) (?<unit>${UNITS})(?!\\p{L})`,
  "gu",
);
const ALL_OF =
  /(?:tat ca|toan bo)(?: cac)? [^;.:]{3,160}? (?:deu|phai) (?:phai )?(?:duoc|thuc hien|su dung|co|dat)|(?<=(?:tai|cho|o) )tat ca [^;.:,]{3,80}|(?:^|(?<=[+-] ))(?:tat ca|toan bo)(?: cac)? [^;.:]{3,100}? (?:van hanh|duoc|su dung|thuc hien|co|hoan thanh|dat|ket noi)(?!\p{L})/gu;
/** Not what is to be reached, but what is late, or whom it is about. */
const LATENESS = /(?:tre hen|tre han|qua han|cham)[^,;]{0,12}$/u;
const CONDITION = /(?:noi|don vi|co quan|dia phuong|truong hop)(?: nao)? co ty le[^,;]*$/u;

const LEVEL = /(?<!\p{L})cap (tinh|huyen|xa)(?!\p{L})/gu;
const LEVEL_NAMES: Readonly<Record<string, string>> = {
  tinh: "cấp tỉnh",
  huyen: "cấp huyện",
  xa: "cấp xã",
};
/** A level so far behind a number that it belongs to something else. */
const LEVEL_REACH = 45;
const CLAUSE_START = /[;:.,](?= )|(?<= )va(?= )/gu;
const BASELINE =
  /so voi (?:cung ky )?((?:giai doan|nam|cuoi nam|dau nam|thang|quy)[^,;.()]*?\d{4}(?: ?- ?\d{4})?|quy dinh(?: hien hanh)?|nam truoc|cung ky(?: nam truoc)?)/u;
const STEP = /(?:moi|hang|binh quan moi|binh quan hang) (?:nam|quy|thang)[^;.%]{0,60}$/u;
const UNTIL =
  /(?:den khi|cho den khi|den) dat(?: (?:ty le|muc|muc giam|muc tang))? ?(\d{1,3}(?:[.,]\d+)?) ?%/u;
/** Behind these a percentage tells what has been, or how something is reckoned. */
const TOLD =
  /(?:^|[^\p{L}])(?:moi dat|chi dat|da dat|da co|da|hien co|chiem|dat duoc|uoc dat|ket qua dat)(?: [^,;.%]{0,40})?$/u;

const numberOf = (text: string): number =>
  COUNT_WORDS[text] ??
  Number(/^\d{1,3}(?:\.\d{3})+$/.test(text) ? text.replaceAll(".", "") : text.replace(",", "."));

/** A sentence that is longer is none; the work grows with the square of its numbers. */
const LONGEST_SENTENCE = 6000;

type Raw = {
  at: number;
  end: number;
  value: number;
  low: number | null;
  unit: string;
  operator: Operator | null;
};

function operatorOf(text: string, at: number, end: number): Operator | null {
  const after = text.slice(end, end + 14);
  if (/^ ?(?:tro len|tro nen|hoac cao hon)/u.test(after)) return "≥";
  if (/^ ?tro xuong/u.test(after)) return "≤";
  // "đạt 95% kế hoạch vốn trở lên"
  if (/^[^,;.%]{1,40} tro len/u.test(text.slice(end, end + 60))) return "≥";
  if (
    /(?:^|[^\p{L}])khong (?:de |duoc )?[^,;.]{0,60}(?:vuot|qua|hon|tren) ?$/u.test(
      text.slice(Math.max(0, at - 80), at),
    )
  )
    return "≤";
  if (/(?:^|[^\p{L}])nghiem cam [^,;.]{0,80}qua ?$/u.test(text.slice(Math.max(0, at - 100), at)))
    return "≤";
  const before = text.slice(Math.max(0, at - 48), at);
  return OPERATORS.find(([, pattern]) => pattern.test(before))?.[0] ?? null;
}

function percentages(text: string): Raw[] {
  return [...text.matchAll(PERCENT)].map((match) => {
    const low = match.groups?.low;
    const at = match.index;
    const end = at + match[0].length;
    return {
      at,
      end,
      value: numberOf(match.groups?.value ?? ""),
      low: low === undefined ? null : numberOf(low),
      unit: "%",
      operator: operatorOf(text, at, end),
    };
  });
}

function counts(text: string, unfolded: (from: number, to: number) => string): Raw[] {
  return [...text.matchAll(COUNT)].map((match) => {
    const at = match.index;
    const end = at + match[0].length;
    const unit = match.groups?.unit ?? "";
    return {
      at,
      end,
      value: numberOf(match.groups?.value ?? ""),
      low: null,
      unit: unfolded(end - unit.length, end).toLowerCase(),
      operator: operatorOf(text, at, end),
    };
  });
}

/** "30%, 20%, 15%": a list whose first number says how the others are meant. */
function shareOperators(text: string, raws: Raw[]): void {
  for (let at = 1; at < raws.length; at++) {
    const [one, other] = [raws[at - 1], raws[at]];
    if (one === undefined || other === undefined || other.operator !== null) continue;
    const between = text.slice(one.end, other.at);
    // "tối thiểu 80% hồ sơ … và 60% văn bản …": said once for both.
    if (/^ ?(?:,|va|;|, va)? ?$/u.test(between) || /^[^;.,]* va $/u.test(between)) {
      other.operator = one.operator;
    }
  }
}

/** Levels that belong to each number; only told apart where the sentence compares several. */
function levelsOf(text: string, raws: readonly Raw[]): (string[] | null)[] {
  const levels = [...text.matchAll(LEVEL)].map((match) => ({
    at: match.index,
    name: LEVEL_NAMES[match[1] ?? ""] ?? "",
  }));
  const named = [...new Set(levels.map(({ name }) => name))];
  const none = raws.map(() => null);
  if (named.length < 2 || raws.length < 2) return none;
  const [first] = raws;
  const inARow = raws.every(
    (raw, at) =>
      at === 0 || /^ ?(?:,|va|, va)? ?$/u.test(text.slice(raws[at - 1]?.end ?? 0, raw.at)),
  );
  const before = levels.filter(({ at }) => at < (first?.at ?? 0));
  if (inARow && before.length >= raws.length)
    return raws.map((_, at) => [before[before.length - raws.length + at]?.name ?? ""]);
  const after = raws.map((raw, at) => {
    const end = raws[at + 1]?.at ?? text.length;
    const reach = at === 0 ? 2 * LEVEL_REACH : LEVEL_REACH;
    const own = levels.filter(
      (level) => level.at >= raw.end && level.at < end && level.at - raw.end < reach,
    );
    return [...new Set(own.map(({ name }) => name))];
  });
  const told = after.filter((each) => each.length > 0).length;
  return told >= 2 ? after.map((each) => (each.length > 0 ? each : null)) : none;
}

function clauseBounds(text: string, at: number, end: number): { from: number; to: number } {
  let from = 0;
  let to = text.length;
  for (const { index, 0: sign } of text.matchAll(CLAUSE_START)) {
    if (index + sign.length <= at) from = index + sign.length;
    else if (index >= end) {
      to = index;
      break;
    }
  }
  return { from: from + (/^ */u.exec(text.slice(from, at))?.[0].length ?? 0), to };
}

/** All numeric targets that a sentence states, in order. Pure. */
export function numericTargets(sentence: string): TargetFound[] {
  if (!/\d|quá|tất cả|toàn bộ/u.test(sentence.normalize("NFC"))) return [];
  const folded = foldWithMap(sentence.slice(0, LONGEST_SENTENCE));
  const { text } = folded;
  const unfolded = (from: number, to: number): string =>
    sentence.slice(...originalSpan(folded, from, to)).normalize("NFC");
  const until = UNTIL.exec(text);
  const raws = [...percentages(text), ...counts(text, unfolded)]
    .sort((a, b) => a.at - b.at)
    .filter(
      ({ at, end }) => until === null || end <= until.index || at >= until.index + until[0].length,
    )
    .filter(({ at }) => !TOLD.test(text.slice(Math.max(0, at - 60), at)))
    .filter(({ at, unit }) => {
      const before = text.slice(Math.max(0, at - 60), at);
      return !CONDITION.test(before) && !(unit.startsWith("ngày") && LATENESS.test(before));
    });
  shareOperators(text, raws);
  const baseline = BASELINE.exec(text);
  const baselineText =
    baseline === null ? null : unfolded(baseline.index, baseline.index + baseline[0].length);
  const levels = levelsOf(text, raws);
  // "tối thiểu 95% hồ sơ cấp tỉnh, 90% hồ sơ cấp xã": levels of one target.
  for (let at = 1; at < raws.length; at++) {
    const [one, other] = [raws[at - 1], raws[at]];
    if (one === undefined || other === undefined || other.operator !== null) continue;
    const bound = one.operator === "≥" || one.operator === "≤";
    if (bound && levels[at - 1] && levels[at] && !text.slice(one.end, other.at).includes(";"))
      other.operator = one.operator;
  }
  const targets = raws.flatMap((raw, at): TargetFound[] => {
    const bounds = clauseBounds(text, raw.at, raw.end);
    const [from, to] = originalSpan(folded, bounds.from, bounds.to);
    const yearly = /^[^,;.%]{0,20}moi (?:nam|quy|thang)/u.test(text.slice(raw.end, raw.end + 40));
    const step =
      (yearly && until !== null) ||
      (STEP.test(text.slice(Math.max(0, raw.at - 90), raw.at)) &&
        (until !== null || /tang|giam/u.test(text.slice(Math.max(0, raw.at - 60), raw.at))));
    const made = {
      operator: raw.low === null ? (raw.operator ?? "=") : ("range" as const),
      value: raw.low ?? raw.value,
      upTo: raw.low === null ? null : raw.value,
      unit: raw.unit,
      baseline: baselineText,
      escalator: step
        ? {
            step: raw.value,
            unit: raw.unit,
            until: until === null ? null : numberOf(until[1] ?? ""),
          }
        : null,
      from,
      to,
    };
    const own = levels[at];
    return own === null || own === undefined
      ? [{ ...made, level: null }]
      : own.map((level) => ({ ...made, level }));
  });
  for (const match of text.matchAll(ALL_OF)) {
    const [from, to] = originalSpan(folded, match.index, match.index + match[0].length);
    targets.push({
      operator: "=",
      value: 100,
      upTo: null,
      unit: "%",
      level: null,
      baseline: null,
      escalator: null,
      from,
      to,
    });
  }
  return targets.sort((a, b) => a.from - b.from);
}
