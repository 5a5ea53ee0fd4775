// The two ways in which updates come.
export { type KeepWebhookDeps, keepWebhook } from "./keep-webhook.ts";
export { makePolling, type Polling, type PollingDeps } from "./polling.ts";
export { makeWebhook, type ReadBody, type Webhook, type WebhookHeaders } from "./webhook.ts";
