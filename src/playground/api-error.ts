import type { ResponseParameters } from "@grammyjs/types";

/** What the Bot API answers when it refuses a call: HTTP status, sentence, parameters. */
export class BotApiError extends Error {
  readonly code: number;
  readonly description: string;
  readonly parameters: ResponseParameters | undefined;

  constructor(code: number, description: string, parameters?: ResponseParameters) {
    super(description);
    this.name = "BotApiError";
    this.code = code;
    this.description = description;
    this.parameters = parameters;
  }
}

export const badRequest = (reason: string, parameters?: ResponseParameters) =>
  new BotApiError(400, `Bad Request: ${reason}`, parameters);

export const forbidden = (reason: string) => new BotApiError(403, `Forbidden: ${reason}`);

export const conflict = (reason: string) => new BotApiError(409, `Conflict: ${reason}`);

export const unauthorized = () => new BotApiError(401, "Unauthorized");

export const notFound = () => new BotApiError(404, "Not Found");

export const badGateway = () => new BotApiError(502, "Bad Gateway");

export const entityTooLarge = () => new BotApiError(413, "Request Entity Too Large");

/** `seconds` is what the bot is told to wait; whole seconds, as Telegram says them. */
export const tooManyRequests = (seconds: number) =>
  new BotApiError(429, `Too Many Requests: retry after ${seconds}`, { retry_after: seconds });

export const cannotParse = (reason: string) => badRequest(`can't parse entities: ${reason}`);
