import { badRequest } from "../../api-error.ts";
import { given } from "../../given.ts";
import { allowUpdates, forgetUpdates } from "../../state/updates.ts";
import { saveSettings, type World } from "../../state/world.ts";
import type { Handlers } from "../handlers.ts";

export const receiveMethods = {
  getUpdates: ({ polling, gone }, args) => polling.poll(args, gone),

  setWebhook: ({ world, polling, webhook }, args) => {
    if (args.url === undefined || args.url === "") {
      removeWebhook(world, args.drop_pending_updates);
    } else {
      checkUrl(args.url);
      if (args.secret_token !== undefined && !/^[A-Za-z0-9_-]{1,256}$/.test(args.secret_token)) {
        throw badRequest("secret token contains unallowed characters");
      }
      if (args.drop_pending_updates) forgetUpdates(world, () => true);
      world.settings.webhook = {
        url: args.url,
        maxConnections: args.max_connections ?? 40,
        ...given({ secretToken: args.secret_token }),
      };
      saveSettings(world);
      polling.interrupt("terminated by setWebhook request");
    }
    allowUpdates(world, args.allowed_updates);
    webhook.restart();
    return true;
  },

  deleteWebhook: ({ world, webhook }, args) => {
    removeWebhook(world, args.drop_pending_updates);
    webhook.restart();
    return true;
  },

  getWebhookInfo: ({ world, webhook }) => {
    const setting = world.settings.webhook;
    const error = webhook.lastError();
    return {
      url: setting?.url ?? "",
      has_custom_certificate: false,
      pending_update_count: world.updates.size,
      ...(setting ? { max_connections: setting.maxConnections, ip_address: "127.0.0.1" } : {}),
      ...(error ? { last_error_date: error.date, last_error_message: error.message } : {}),
      ...given({ allowed_updates: world.settings.allowedUpdates ?? undefined }),
    };
  },
} satisfies Partial<Handlers>;

function removeWebhook(world: World, dropUpdates: boolean | undefined) {
  if (dropUpdates) forgetUpdates(world, () => true);
  world.settings.webhook = null;
  saveSettings(world);
}

/** This server stays on the machine: it calls loopback addresses only, and those by http too. */
function checkUrl(url: string) {
  const parsed = URL.parse(url);
  if (!parsed || !/^https?:$/.test(parsed.protocol)) {
    throw badRequest("bad webhook: An HTTPS URL must be provided for webhook");
  }
  if (!/^(localhost|127(\.\d+){3}|\[::1\])$/.test(parsed.hostname)) {
    throw badRequest("bad webhook: the local server calls loopback addresses only");
  }
}
