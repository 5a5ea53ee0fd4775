// The frame: bar, list, conversations, the panel behind the glass; on a phone one at a time.
import { Tour } from "./panels/tour.tsx";
import { Banner } from "./shell/banner.tsx";
import { ChatList } from "./shell/chat-list.tsx";
import { GlassPlace } from "./shell/glass-place.tsx";
import { Help } from "./shell/help.tsx";
import { Panes } from "./shell/panes.tsx";
import { Toasts } from "./shell/toasts.tsx";
import { TopBar } from "./shell/top-bar.tsx";
import { focused, glass, isPhone } from "./state.ts";
import { say } from "./words.ts";
import { shellWords as words } from "./words-shell.ts";

const Main = () => (
  <main id="conversations" tabIndex={-1} class="main" aria-label={say(words.conversations)}>
    {!isPhone.value && <Tour />}
    {isPhone.value && focused.value < 0 ? <ChatList /> : <Panes />}
  </main>
);

export function App() {
  const isGlassOpen = glass.value !== null;
  const isDesk = !isPhone.value;
  return (
    <div class={`page ${isDesk ? "is-desk" : "is-phone"}`}>
      <a class="skip" href="#conversations">
        {say(words.toConversation)}
      </a>
      <TopBar />
      <Banner />
      {!isDesk && <Tour />}
      <div class="body">
        {isDesk && <ChatList />}
        {(isDesk || !isGlassOpen) && <Main />}
        {isGlassOpen && <GlassPlace />}
      </div>
      <Toasts />
      <Help />
    </div>
  );
}
