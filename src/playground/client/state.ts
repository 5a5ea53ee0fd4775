// What the page knows and shows. Everything that comes from the server is replaced whole by
// sync.ts; everything that only this window knows is kept in this window.
export { glass, lastDeed, pointedAt, type Toast, toast, toasts } from "./state/around.ts";
export {
  callsMade,
  chats,
  civilNow,
  connection,
  desk,
  deskCameAt,
  isBuilding,
  persons,
} from "./state/desk.ts";
export { draftOf } from "./state/drafts.ts";
export { arrived, type ChatLog, loadedLogs, logOf, sees } from "./state/logs.ts";
export {
  backToList,
  capacity,
  changePane,
  closePane,
  focused,
  followDesk,
  isPhone,
  openBeside,
  openChat,
  type Pane,
  panes,
  shownPanes,
} from "./state/panes.ts";
export { markRead, watchReading } from "./state/reading.ts";
