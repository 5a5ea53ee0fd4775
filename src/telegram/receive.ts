// The two ways in which updates come.
export { makePolling, type Polling, type PollingDeps } from "./polling.ts";
export { makeWebhook, type Webhook, type WebhookHeaders } from "./webhook.ts";
