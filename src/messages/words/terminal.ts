// What only the terminal says: it has no buttons, and files are paths.
import { phrase } from "../language.ts";

export const fileNotKept = phrase({
  vi: (name: string) => `Tệp: ${name} (chạy với --files THƯ_MỤC để lưu)`,
  en: (name) => `File: ${name} (run with --files FOLDER to keep it)`,
});

export const fileNotWritten = phrase({
  vi: (name: string, folder: string) => `Tệp: ${name} (không lưu được vào ${folder})`,
  en: (name, folder) => `File: ${name} (could not be written to ${folder})`,
});

export const fileWritten = phrase({
  vi: (path: string) => `Tệp: ${path}`,
  en: (path) => `File: ${path}`,
});

export const filesMissing = phrase({
  vi: (paths: string) => `Không tìm thấy tệp: ${paths}. Lệnh chưa được thực hiện.`,
  en: (paths) => `No such file: ${paths}. The command was not carried out.`,
});

export const keys = phrase({
  vi: (names: string) => `Phím: ${names}`,
  en: (names) => `Keys: ${names}`,
});

/** Before a card that is printed once more because what it shows has changed. */
export const updated = phrase({
  vi: (text: string) => `(cập nhật) ${text}`,
  en: (text) => `(updated) ${text}`,
});
