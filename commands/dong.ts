// Purpose: closes a blocker (the agency that raised it, or whoever may answer it) or a request for
//          an explanation (those who asked).
// Grammar:  /dong VM-3 [note]      /dong GT-4 [note]
import { rolesFor } from "#src/people/permissions.ts";
import type { Command } from "#src/requests/request.ts";
import { close as closeBlocker } from "#src/tasks/blocker-talk.ts";
import { close as closeExplanation } from "#src/tasks/explanation-talk.ts";
import { openMatter, readNamed, whichMatter } from "#src/tasks/matter-named.ts";

export const dong: Command = {
  name: "dong",
  aliases: ["close"],
  summary: { vi: "Đóng vướng mắc, yêu cầu giải trình", en: "Close a blocker or an explanation" },
  example: "/dong VM-3",
  roles: rolesFor("raise blocker", "answer blocker", "ask explanation"),
  chats: ["private"],
  kind: "write",
  slashOnly: true,
  run: async (request) => {
    const named = readNamed(request);
    if (named === null) throw await whichMatter(request, "dong");
    const matter = await openMatter(request, named);
    return matter.kind === "VM"
      ? closeBlocker(request, matter.assignment, matter.row, named.rest)
      : closeExplanation(request, matter.assignment, matter.row, named.rest);
  },
};
