// A draft as a test wants it.
import type { DraftDeadline } from "#src/directives/reading.ts";
import type { ReviewDraft } from "#src/directives/review/stored-json.ts";

const noDeadline: DraftDeadline = {
  kind: "none",
  dueOn: null,
  boundary: null,
  window: null,
  frequency: [],
  phrase: "",
  sure: 1,
  notes: [],
  span: null,
};

export const draftOf = ({
  deadline = {},
  ...more
}: Partial<Omit<ReviewDraft, "deadline">> & {
  deadline?: Partial<DraftDeadline>;
}): ReviewDraft => ({
  clause: "1.a",
  text: "Rà soát định mức chi.",
  leads: ["Sở Tài chính"],
  everyAgency: false,
  leadSource: "heading",
  leadSure: 1,
  coordinating: [],
  deadline: { ...noDeadline, ...deadline },
  targets: [],
  area: "public-finance",
  dependsOn: [],
  span: { from: 0, to: 21, line: 1, endLine: 1 },
  questions: [],
  leadIds: null,
  reworded: false,
  ...more,
});
