// The four keys under a leader's input line; each is the words of a command.
import { phrase } from "../language.ts";

export const keysForLeader = phrase({
  vi: (): string[][] => [
    ["Quá hạn", "Đến hạn"],
    ["Xếp hạng", "Chờ quyết định"],
  ],
  en: () => [
    ["Overdue", "Due"],
    ["Ranking", "Pending"],
  ],
});
