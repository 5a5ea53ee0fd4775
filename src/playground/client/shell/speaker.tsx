// In a group the visitor says who they are; in a private chat that is settled.
import type { ChatView } from "../../page/contract.ts";
import { speakersOf } from "../state/pane-rules.ts";
import { changePane, type Pane, persons } from "../state.ts";
import { say } from "../words.ts";
import { shellWords as words } from "../words-shell.ts";

type SpeakerProps = { place: number; pane: Pane; chat: ChatView };

export const Speaker = ({ place, pane, chat }: SpeakerProps) => (
  <label class="speaker">
    <span>{say(words.youAre)}</span>
    <select
      value={String(pane.person)}
      onChange={(event) => {
        const person = Number(event.currentTarget.value);
        changePane(place, (before) => ({ ...before, person }));
      }}
    >
      {speakersOf(chat, persons.value).map(({ id, name, about }) => (
        <option key={id} value={String(id)}>
          {about === undefined ? name : `${name} – ${say(about)}`}
        </option>
      ))}
    </select>
  </label>
);
