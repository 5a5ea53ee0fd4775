import { render } from "preact";

import { App } from "./app.tsx";
import { followLayout } from "./shell/layout.ts";
import { followTitle } from "./shell/page-title.ts";
import { followPhoneHistory } from "./shell/phone-history.ts";
import { listenToKeys } from "./shell/shortcuts.ts";
import { followTheme } from "./shell/theme.ts";
import { followDesk, watchReading } from "./state.ts";
import { startSync } from "./sync.ts";

const root = document.getElementById("app");
if (root === null) throw new Error("the page has no place for the app");

followTheme();
followLayout();
followDesk();
root.replaceChildren();
render(<App />, root);
followTitle();
followPhoneHistory();
listenToKeys();
watchReading();
startSync();
