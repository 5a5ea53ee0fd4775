import { badRequest } from "../../api-error.ts";
import { findFile } from "../../state/files.ts";
import type { Handlers } from "../handlers.ts";

export const fileMethods = {
  getFile: ({ world, limits }, { file_id }) => {
    const file = findFile(world, file_id);
    if (!file) throw badRequest("invalid file_id");
    if (file.size > limits.downloadBytes) throw badRequest("file is too big");
    return {
      file_id: file.id,
      file_unique_id: file.uniqueId,
      file_size: file.size,
      file_path: file.path,
    };
  },
} satisfies Partial<Handlers>;
