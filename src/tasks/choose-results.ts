// Which of a task's waiting results are confirmed together, and why the others are left. Nobody
// decides on their own agency's, on what they entered themselves, or on what is contradicted.
export type WaitingResult = {
  resultId: number;
  assignmentId: number;
  agency: { id: number; name: string };
  /** "" for what is done once. */
  occurrence: string;
  /** The person has the right to decide about this agency. */
  mayDecide: boolean;
  /** The person entered it, for the agency. */
  enteredByThem: boolean;
  /** The agency says that what was entered for it is not right; nobody has closed that yet. */
  contradicted: boolean;
};

export type WhyLeft = "own" | "entered" | "contradicted" | "excepted";

export type Choice = {
  chosen: WaitingResult[];
  left: { result: WaitingResult; why: WhyLeft }[];
};

type Named = { ids: ReadonlySet<number> } | null;

const whyLeft = (result: WaitingResult, except: Named): WhyLeft | null => {
  if (except?.ids.has(result.agency.id)) return "excepted";
  if (!result.mayDecide) return "own";
  if (result.enteredByThem) return "entered";
  return result.contradicted ? "contradicted" : null;
};

/** `only`: of these agencies (null: of all); results of others are not spoken of. */
export const chooseResults = (
  waiting: readonly WaitingResult[],
  { only, except }: { only: Named; except: Named },
): Choice => {
  const choice: Choice = { chosen: [], left: [] };
  for (const result of waiting) {
    if (only !== null && !only.ids.has(result.agency.id)) continue;
    const why = whyLeft(result, except);
    if (why === null) choice.chosen.push(result);
    else choice.left.push({ result, why });
  }
  return choice;
};
