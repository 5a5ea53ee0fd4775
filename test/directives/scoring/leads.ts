// Leads that were read right. A label names them as people do: "Sở TT&TT (1.2a)", "VP UBND tỉnh",
// "6 leads: Nội vụ, …" for one draft each, "… (all)" for a duty of all agencies, "A → B" for either.
import type { Draft } from "#src/directives/reading.ts";
import { fold } from "#src/language/fold.ts";
import type { Matched } from "./deadlines.ts";
import { sameName } from "./same-name.ts";
import { count, type Miss, noTally, type Tally } from "./tally.ts";

/** A single agency, or all that the phrase names. */
type Lead = { name: string; everyAgency: boolean };

const ALL = /\(\s*all\s*\)/i;
const JOINT = /^\d+ leads?:/i;
const NAMED =
  /^(?:sở|văn phòng|vp|ban|ubnd|ủy ban|thanh tra|công an|cục|chi cục|báo|đài|trung tâm)/i;

/** "không nêu" and the like: nobody is named. */
const NOBODY = /^(?:|-|–|không (?:nêu|ghi).*|none|nobody)$/i;

const without = (name: string): string =>
  name
    .replace(/\([^)]*\)/g, " ")
    .replace(/\s+/g, " ")
    .trim();

/** Each way to answer that the label accepts. */
const alternatives = (label: string): Lead[][] => {
  if (NOBODY.test(label.trim())) return [[]];
  if (label.includes("→")) return label.split("→").flatMap(alternatives);
  // "mọi cơ quan" is a group by its words.
  if (ALL.test(label) || /^(?:các|mọi|tất cả)\s/i.test(label.trim())) {
    return [[{ name: without(label), everyAgency: true }]];
  }
  const joint = JOINT.test(label);
  const names = without(label.replace(JOINT, "")).split(joint ? /[,;]/ : ";");
  const leads = names
    .map((name) => name.trim())
    .filter((name) => name !== "")
    .map((name) => (joint && !NAMED.test(name) ? `Sở ${name}` : name));
  return [leads.map((name) => ({ name, everyAgency: false }))];
};

/** Whom a group's phrase speaks of; `anyone`: offices and units of whatever kind among them. */
const groupOf = (phrase: string): { kinds: string[]; anyone: boolean } => {
  const words = fold(phrase);
  const kinds: string[] = [];
  if (/\b(?:so|nganh)\b/.test(words)) kinds.push("departments");
  if (/\b(?:(?<!co )quan|huyen|thi xa|thanh pho|xa|phuong|dac khu|dia phuong)\b/.test(words)) {
    kinds.push("localities");
  }
  return { kinds, anyone: kinds.length === 0 || /\b(?:co quan|don vi)\b/.test(words) };
};

const sameGroup = (one: string, other: string): boolean => {
  const [some, others] = [groupOf(one), groupOf(other)];
  return (
    (others.anyone || some.kinds.every((kind) => others.kinds.includes(kind))) &&
    (some.anyone || others.kinds.every((kind) => some.kinds.includes(kind)))
  );
};

const sameLead = (one: Lead, other: Lead): boolean =>
  one.everyAgency === other.everyAgency &&
  (one.everyAgency ? sameGroup(one.name, other.name) : sameName(one.name, other.name));

const leadsOf = (drafts: readonly Draft[]): Lead[] => {
  const names = drafts.flatMap(({ leads, everyAgency }): Lead[] =>
    everyAgency
      ? [{ name: leads.join("; "), everyAgency }]
      : leads.map((name) => ({ name, everyAgency })),
  );
  return names.filter((one, at) => names.findIndex((each) => sameLead(each, one)) === at);
};

/** Under a heading, what most of its drafts say. */
const usual = (drafts: readonly Draft[]): Lead[] => {
  const groups = Map.groupBy(drafts, (draft) =>
    leadsOf([draft])
      .map(({ name }) => fold(name))
      .join(),
  );
  const most = [...groups.values()].sort((a, b) => b.length - a.length)[0];
  return leadsOf(most ?? []);
};

const worded = (leads: readonly Lead[]): string =>
  leads.map(({ name, everyAgency }) => (everyAgency ? `(all) ${name}` : name)).join("; ") ||
  "nobody";

type Compared = { expected: Lead[]; right: number };

export type LeadScore = { tally: Tally; misses: readonly Miss[] };

/** Name by name, over the labels whose drafts were found. Of one that was not, each name is missed. */
export const scoreLeads = (matched: readonly Matched[]): LeadScore => {
  const tally = noTally();
  const misses: Miss[] = [];
  for (const { label, expected: deadline, drafts } of matched) {
    if (deadline.kind === "unscored") continue;
    const got = /heading/.test(label.kind) ? usual(drafts) : leadsOf(drafts);
    const compared = alternatives(label.lead).map(
      (expected): Compared => ({
        expected,
        right: expected.filter((lead) => got.some((each) => sameLead(lead, each))).length,
      }),
    );
    const best = compared.sort((a, b) => b.right - a.right)[0];
    if (best === undefined) continue;
    const { expected } = best;
    for (const lead of expected) {
      count(
        tally.recall,
        got.some((each) => sameLead(lead, each)),
      );
    }
    for (const lead of got) {
      count(
        tally.precision,
        expected.some((each) => sameLead(each, lead)),
      );
    }
    if (best.right === expected.length && got.length === expected.length) continue;
    misses.push({
      what: "lead",
      line: label.line,
      expected: `${label.id} ${worded(expected)}`,
      got: drafts.length === 0 ? "no draft" : worded(got),
    });
  }
  return { tally, misses };
};
