// One stream of events, opened again after every break; what changed meanwhile comes first.
import type { StreamEvents } from "../page/contract.ts";

const AGAIN_AFTER = 1500;

type Takers = { [K in keyof StreamEvents]: (event: StreamEvents[K]) => void };

/** `since`: the revision of the last event, where the page must ask for what follows it. */
export function openStream(
  takers: Takers,
  said: { open: () => void; lost: () => void },
  since = "",
): void {
  const query = since === "" ? "" : `?${new URLSearchParams({ since })}`;
  const source = new EventSource(`/playground/stream${query}`);
  let last = since;
  const on = <K extends keyof StreamEvents>(name: K) =>
    source.addEventListener(name, (event) => {
      if (event.lastEventId !== "") last = event.lastEventId;
      takers[name](JSON.parse(event.data));
    });
  on("desk");
  on("messages");
  on("calls");
  source.onopen = said.open;
  source.onerror = () => {
    said.lost();
    // A break is mended by the browser itself; after an answer that is no stream it gives up.
    if (source.readyState !== EventSource.CLOSED) return;
    setTimeout(() => openStream(takers, said, last), AGAIN_AFTER);
  };
}
