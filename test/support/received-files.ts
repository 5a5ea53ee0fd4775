// Files that the bot sent, as a person's phone downloads them.
import type { Heard } from "./citizen.ts";
import { type Province, TEST_TOKEN } from "./province.ts";

export const bytesOf = async ({ server }: Province, { message }: Heard): Promise<Buffer> => {
  const api = `${server.url}/bot${TEST_TOKEN}`;
  const asked = await fetch(`${api}/getFile?file_id=${message.document?.file_id}`);
  const { result } = (await asked.json()) as { result: { file_path: string } };
  const file = await fetch(`${server.url}/file/bot${TEST_TOKEN}/${result.file_path}`);
  return Buffer.from(await file.arrayBuffer());
};

type WithDocument = { message: { document?: { file_name?: string } } };

/** To be expected: a document of this name, or whose name ends so. */
export const named =
  (name: string) =>
  (_: string, { message }: WithDocument): boolean =>
    message.document?.file_name?.endsWith(name) === true;
