// What `npm start` runs: main.ts, its modules out of the cache that Node keeps of them compiled. On
// a later start that is half a second less until the page is there.
import { enableCompileCache } from "node:module";
import { fileURLToPath } from "node:url";

// Where it cannot be written, Node goes on without it.
enableCompileCache(fileURLToPath(new URL("../node_modules/.cache/node", import.meta.url)));
await import("./main.ts");
