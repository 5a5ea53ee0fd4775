import type { MessageView } from "../../../page/contract.ts";
import { CloseIcon, EditIcon, ReplyIcon } from "../../shell/icons.tsx";
import { say } from "../../words.ts";
import { words } from "../../words-conversation.ts";
import { kindWords } from "../content/quote.tsx";
import { senderName } from "../names.ts";

type Props = { kind: "reply" | "edit"; message: MessageView; onCancel: () => void };

/** Above the line: which message is answered or changed. */
export const ContextBar = ({ kind, message: { message }, onCancel }: Props) => (
  <div class="context-bar">
    {kind === "reply" ? <ReplyIcon /> : <EditIcon />}
    <div class="context-words">
      <span class="context-head">
        {say(kind === "reply" ? words.inReplyTo : words.editing)}{" "}
        {kind === "reply" ? <bdi>{senderName(message)}</bdi> : null}
      </span>
      <bdi class="context-text" lang="vi">
        {kindWords(message)}
      </bdi>
    </div>
    <button
      type="button"
      class="icon-button"
      aria-label={say(words.cancel)}
      title={say(words.cancel)}
      onClick={onCancel}
    >
      <CloseIcon />
    </button>
  </div>
);
