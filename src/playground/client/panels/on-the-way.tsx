// What came while the clock was on its way, chat by chat; it stays until it is shut.

import { DAY_MS, isWeekend, shortMoment } from "../civil.ts";
import { CloseIcon } from "../shell/icons.tsx";
import { chats, isPhone, openChat } from "../state.ts";
import { language, say } from "../words.ts";
import * as words from "../words-panels.ts";
import { byChat, type ChatEntry, type Journey } from "./journey.ts";
import { isListed, isPanelOpen, journey } from "./journey-watch.ts";

/** Nothing but days off was passed. */
const wasWeekend = ({ from, to }: Journey): boolean =>
  isWeekend(to) && (isWeekend(from) || to - from <= DAY_MS);

function summary(current: Journey, at: number): string {
  const many = current.came.length;
  const head =
    current.arrivedAt === null
      ? say(words.onItsWay(shortMoment(at, language.value)))
      : say(words.arrivedAt(shortMoment(current.to, language.value)));
  if (many > 0) return `${head} ${say(words.onTheWay(many, byChat(current, chats.value).length))}`;
  if (current.arrivedAt === null) return head;
  return `${head} ${say(words.nothingCame(wasWeekend(current)))}`;
}

const Entry = ({ entry }: { entry: ChatEntry }) => (
  <li>
    <button
      type="button"
      class="way-entry"
      onClick={() => {
        openChat(entry.chat);
        // On a phone the panel covers what was just opened; its list is there when it opens again.
        if (isPhone.value) isPanelOpen.value = false;
      }}
    >
      <span class="way-title" lang="vi">
        <bdi>{entry.title}</bdi>
      </span>
      <span class="way-count">{say(words.messagesCount(entry.count))}</span>
      <span class="way-line" lang="vi">
        <bdi>{entry.newest.line}</bdi>
      </span>
      <time class="way-time" dateTime={new Date(entry.newest.date).toISOString()}>
        {shortMoment(entry.newest.date, language.value)}
      </time>
    </button>
  </li>
);

/** `at`: where the clock is. */
export const OnTheWay = ({ at }: { at: number }) => {
  const current = journey.value;
  if (current === null || !isListed.value) return null;
  const isMoving = current.arrivedAt === null;
  const share = (at - current.from) / Math.max(1, current.to - current.from);
  const entries = byChat(current, chats.value);
  const shut = () => {
    isListed.value = false;
    isPanelOpen.value = false;
  };
  return (
    <section class="way" aria-busy={isMoving}>
      <div class="way-head">
        <p role="status" aria-live="polite">
          {summary(current, at)}
        </p>
        {!isMoving && (
          <button type="button" class="icon-button" aria-label={say(words.close)} onClick={shut}>
            <CloseIcon size={18} />
          </button>
        )}
      </div>
      {isMoving && <progress class="way-progress" max={1} value={share} aria-hidden="true" />}
      {entries.length > 0 && (
        <ul class="way-list">
          {entries.map((entry) => (
            <Entry key={entry.chat} entry={entry} />
          ))}
        </ul>
      )}
    </section>
  );
};
