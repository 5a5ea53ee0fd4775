import type { BotCall } from "../api/call-log.ts";
import { keyIn } from "../state/messages.ts";
import type { CallView } from "./contract.ts";

export function callView({ number, at, method, payload, outcome, lost }: BotCall): CallView {
  return {
    number,
    at,
    method,
    payload,
    ...(outcome ? { outcome: outcomeView(outcome) } : {}),
    ...(lost ? { lost } : {}),
  };
}

function outcomeView(outcome: NonNullable<BotCall["outcome"]>): NonNullable<CallView["outcome"]> {
  if (outcome.ok) return { ok: true, result: outcome.result };
  return { ok: false, code: outcome.error_code, description: outcome.description };
}

/** Keys of the messages that a call sent; none for one that changed or refused something. */
export function messagesMade({ method, outcome }: BotCall): string[] {
  if (!/^(send|forward|copy)/.test(method) || !outcome?.ok) return [];
  return [outcome.result].flat().flatMap((made) => keyOfResult(made) ?? []);
}

function keyOfResult(made: unknown): string | undefined {
  if (typeof made !== "object" || made === null) return undefined;
  if (!("chat" in made) || !("message_id" in made)) return undefined;
  const { chat, message_id } = made;
  if (typeof chat !== "object" || chat === null || !("id" in chat)) return undefined;
  const numbered = { message_id: Number(message_id) };
  return "ephemeral_message_id" in made && typeof made.ephemeral_message_id === "number"
    ? keyIn(Number(chat.id), { ...numbered, ephemeral_message_id: made.ephemeral_message_id })
    : keyIn(Number(chat.id), numbered);
}
