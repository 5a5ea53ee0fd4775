// What labels.json holds, in the shape of the labels of the real documents.
import { readFileSync } from "node:fs";
import { z } from "zod";

const placed = { file: z.string(), line: z.number().int().positive(), quote: z.string().min(1) };
const date = z.iso.date();

const schema = z.strictObject({
  documents: z.array(
    z.strictObject({
      file: z.string(),
      kind: z.string(),
      number: z.string(),
      issuer: z.string(),
      issuedOn: date,
      title: z.string(),
      signer: z.string(),
      place: z.string(),
    }),
  ),
  deadlines: z.array(
    z.strictObject({
      id: z.string(),
      ...placed,
      lead: z.string(),
      coord: z.string(),
      kind: z.string(),
      parsed: z.string().min(1),
      target: z.string(),
    }),
  ),
  targets: z.array(
    z.strictObject({
      id: z.string(),
      ...placed,
      area: z.string(),
      metric: z.string(),
      op: z.string(),
      value: z.string(),
      by: z.string(),
      lead: z.string(),
    }),
  ),
  negatives: z.array(z.strictObject({ ...placed, why: z.string().min(1) })),
});

export type SampleLabels = z.infer<typeof schema>;

/** The labels of the six samples. @throws where the file has another shape */
export const sampleLabels = (): SampleLabels =>
  schema.parse(JSON.parse(readFileSync(new URL("labels.json", import.meta.url), "utf8")));
