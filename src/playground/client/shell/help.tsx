// The dialog that lists the keys.
import { signal } from "@preact/signals";

import { say } from "../words.ts";
import { keyWords, shellWords as words } from "../words-shell.ts";
import { Modal } from "./modal.tsx";

export const isHelpOpen = signal(false);

const shut = () => {
  isHelpOpen.value = false;
};

export const Help = () =>
  isHelpOpen.value && (
    <Modal title={say(words.keys)} onClose={shut}>
      <table class="keys">
        <tbody>
          {keyWords.map(({ keys, does }) => (
            <tr key={keys.join()}>
              <th scope="row">
                {keys.map((key) => (
                  <kbd key={key}>{key}</kbd>
                ))}
              </th>
              <td>{say(does)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <form method="dialog" class="dialog-buttons">
        <button type="submit" class="button primary">
          {say(words.close)}
        </button>
      </form>
    </Modal>
  );
