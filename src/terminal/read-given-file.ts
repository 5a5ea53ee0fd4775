import { readFile } from "node:fs/promises";
import path from "node:path";
import { didNotWork } from "./cli-error.ts";

const REASONS: Record<string, string> = {
  ENOENT: "there is no such file",
  EISDIR: "that is a folder",
  EACCES: "it may not be read",
};

/** The bytes of a file that the operator named. @throws CliError */
export const readGivenFile = async (folder: string, named: string): Promise<Uint8Array> => {
  try {
    return await readFile(path.resolve(folder, named));
  } catch (error) {
    const { code = "" } = error as NodeJS.ErrnoException;
    throw didNotWork(`${named}: ${REASONS[code] ?? code}`);
  }
};
