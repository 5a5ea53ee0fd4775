import { randomUUID } from "node:crypto";
import { Refused } from "../refused.ts";
import { pictureType } from "../state/picture-type.ts";
import type { Staged } from "./contract.ts";

export type StagedFile = { name: string; data: Buffer; isPicture: boolean };

/** Files that were chosen and not sent yet; in memory, the oldest give way. */
export type Staging = {
  /** @throws for an empty file */
  add: (name: string, data: Buffer) => Staged;
  /** @throws for a token that there is not, any more */
  get: (token: string) => StagedFile;
  drop: (token: string) => void;
  clear: () => void;
};

const mostBytes = 50 * 1024 * 1024;
const longestName = 200;

export function createStaged(): Staging {
  const files = new Map<string, StagedFile>();
  const size = () => [...files.values()].reduce((sum, { data }) => sum + data.length, 0);

  return {
    add: (givenName, data) => {
      if (data.length === 0) throw new Refused("The file is empty");
      const file = { name: fileName(givenName), data, isPicture: pictureType(data) !== undefined };
      const token = randomUUID();
      files.set(token, file);
      for (const oldest of files.keys()) {
        if (size() <= mostBytes) break;
        files.delete(oldest);
      }
      return { token, name: file.name, size: data.length, isPicture: file.isPicture };
    },
    get: (token) => {
      const file = files.get(token);
      if (!file) throw new Refused("The file is no longer here: choose it again");
      return file;
    },
    drop: (token) => files.delete(token),
    clear: () => files.clear(),
  };
}

/** The last part of a path, without what no name holds; the ending stays where it is too long. */
function fileName(given: string) {
  const name = (given.split(/[\\/]/).at(-1) ?? "").replace(/\p{Cc}/gu, "").trim();
  if (name === "" || name === "." || name === "..") return "file";
  const letters = [...name];
  if (letters.length <= longestName) return name;
  return [...letters.slice(0, longestName - 20), ...letters.slice(-20)].join("");
}
