// labels.json of a folder of directives: what careful people read in them.
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { z } from "zod";
import { type CivilDate, tryCivilDate } from "#src/calendar/civil-date.ts";

const text = z
  .string()
  .nullish()
  .transform((value) => value ?? "");

const deadlineLabel = z.object({
  id: z.string(),
  file: z.string(),
  line: z.number().int(),
  quote: z.string().min(1),
  lead: text,
  kind: z.string(),
  parsed: text,
});
const targetLabel = z.object({
  id: z.string(),
  file: z.string(),
  line: z.number().int(),
  quote: z.string().min(1),
  op: z.string(),
  value: z.coerce.string(),
  by: z.coerce.string().nullish(),
});
const negativeLabel = z.object({
  file: z.string(),
  line: z.number().int(),
  quote: z.string().min(1),
  why: text,
});
const documentLabel = z.object({
  file: z.string(),
  kind: z.string().nullish(),
  number: z.string().nullish(),
  issuer: z.string().nullish(),
  place: z.string().nullish(),
  issuedOn: z.string().nullish(),
  readAt: z.string().nullish(),
  title: z.string().nullish(),
  signer: z.string().nullish(),
});
const labelFile = z.object({
  deadlines: z.array(deadlineLabel),
  targets: z.array(targetLabel),
  negatives: z.array(negativeLabel),
  documents: z.array(documentLabel).default([]),
});
const indexEntry = z.looseObject({
  file: z.string(),
  at: z.string().nullish(),
  readAt: z.string().nullish(),
  issuedOn: z.string().nullish(),
  date: z.string().nullish(),
});

export type DeadlineLabel = z.infer<typeof deadlineLabel>;
export type TargetLabel = z.infer<typeof targetLabel>;
export type NegativeLabel = z.infer<typeof negativeLabel>;
export type DocumentLabel = z.infer<typeof documentLabel>;

/** One document of the folder with what is known about it. */
export type Labelled = {
  file: string;
  text: string;
  at: CivilDate;
  deadlines: readonly DeadlineLabel[];
  targets: readonly TargetLabel[];
  negatives: readonly NegativeLabel[];
  document: DocumentLabel | null;
};

const dateIn = (said: string | null | undefined): CivilDate | null =>
  said ? tryCivilDate(said) : null;

/** `| file.txt | what it is | 2018-09-26 |` of the folder's README.md. */
const readmeDates = (folder: string): Map<string, CivilDate> => {
  const file = path.join(folder, "README.md");
  const rows = existsSync(file) ? readFileSync(file, "utf8").split("\n") : [];
  const pairs = rows.flatMap((row): [string, CivilDate][] => {
    const [, name, day] = /^\|\s*`([^`]+)`.*\|\s*(\d{4}-\d{2}-\d{2})\s*\|/.exec(row) ?? [];
    const date = dateIn(day);
    return name !== undefined && date !== null ? [[name, date]] : [];
  });
  return new Map(pairs);
};

const indexDates = (folder: string): Map<string, CivilDate> => {
  const file = path.join(folder, "index.json");
  if (!existsSync(file)) return new Map();
  const read: unknown = JSON.parse(readFileSync(file, "utf8"));
  const listed = Array.isArray(read)
    ? read
    : Object.entries(read ?? {}).flatMap(([name, entry]: [string, unknown]) =>
        Array.isArray(entry) ? entry : [{ file: name, ...(entry as object) }],
      );
  return new Map(
    z
      .array(indexEntry)
      .parse(listed)
      .flatMap(({ file: name, at, readAt, issuedOn, date }): [string, CivilDate][] => {
        const day = [readAt, at, issuedOn, date].map(dateIn).find((one) => one !== null);
        return day === undefined || day === null ? [] : [[name, day]];
      }),
  );
};

/** The documents that labels.json of this folder speaks of. @throws for one without a date. */
export const readLabelled = (folder: string): Labelled[] => {
  const labels = labelFile.parse(
    JSON.parse(readFileSync(path.join(folder, "labels.json"), "utf8")),
  );
  const [told, indexed] = [readmeDates(folder), indexDates(folder)];
  const all = [...labels.deadlines, ...labels.targets, ...labels.negatives, ...labels.documents];
  const files = [...new Set(all.map(({ file }) => file))].sort();
  return files.map((file) => {
    const of = <Label extends { file: string }>(some: readonly Label[]): Label[] =>
      some.filter((label) => label.file === file);
    const document = of(labels.documents)[0] ?? null;
    const at =
      dateIn(document?.readAt) ?? dateIn(document?.issuedOn) ?? indexed.get(file) ?? told.get(file);
    if (at === undefined) throw new Error(`${folder}: no date to read ${file} at`);
    return {
      ...{ file, at, document },
      text: readFileSync(path.join(folder, file), "utf8"),
      deadlines: of(labels.deadlines),
      targets: of(labels.targets),
      negatives: of(labels.negatives),
    };
  });
};
