// One line under the bar while something keeps the page from being itself.
import { connection, desk } from "../state.ts";
import { type Phrase, say } from "../words.ts";
import { shellWords as words } from "../words-shell.ts";

function notice(): { phrase: Phrase; kind: "lost" | "busy" } | null {
  if (connection.value === "lost") return { phrase: words.lost, kind: "lost" };
  const busy = desk.value?.busy?.kind;
  if (busy === "planting" || busy === "reset") return { phrase: words[busy], kind: "busy" };
  return null;
}

export function Banner() {
  const now = notice();
  return (
    <div role="status" class="banner-place">
      {now && (
        <p class={`banner is-${now.kind}`}>
          <span class="spinner" aria-hidden="true" />
          {say(now.phrase)}
        </p>
      )}
    </div>
  );
}
