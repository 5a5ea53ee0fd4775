// Ends by something that nobody caught: a call that holds a token and a text.
import { Api } from "grammy";
import { logUncaught } from "#src/log/uncaught.ts";
import { makeLog } from "#src/log.ts";

logUncaught(makeLog("info"));
const api = new Api(process.argv[2] ?? "", { apiRoot: "http://127.0.0.1:9" });
void api.sendMessage(1, "Bà Trần Thị Bích khiếu nại").then(() => undefined);
