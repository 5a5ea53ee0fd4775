import type { ChatView } from "../../../page/contract.ts";
import { language, say } from "../../words.ts";
import { words } from "../../words-conversation.ts";
import { cleanName } from "../names.ts";
import { dayLabel } from "./day.ts";
import { MessageItem } from "./message-row.tsx";
import type { Row } from "./rows.ts";
import { serviceWords } from "./service-words.ts";

type Props = { row: Row; today: number; hasNames: boolean; topics: ChatView["topics"] };

/** One row of the history, of whatever kind. */
export function RowItem({ row, today, hasNames, topics }: Props) {
  switch (row.kind) {
    case "day":
      return (
        <li class="row day" data-key={row.key} lang={language.value}>
          <span>{dayLabel(row.day, today, language.value)}</span>
        </li>
      );
    case "unread":
      return (
        <li class="row unread" data-key={row.key} lang={language.value}>
          <span>{say(words.unread)}</span>
        </li>
      );
    case "service":
      return (
        <li class="row service" data-key={row.key} data-at={row.message.at} tabIndex={-1}>
          <bdi>{say(serviceWords(row.message.message))}</bdi>
        </li>
      );
    case "messages": {
      const thread = row.messages[0]?.message.message_thread_id;
      const topic = topics.find(({ id }) => id === thread)?.name;
      const name = topic === undefined ? undefined : cleanName(topic);
      return <MessageItem row={row} hasNames={hasNames} topic={name} />;
    }
  }
}
