// Behind the glass: what a message, or a tap on it, became in the bot.
import type { BotCall } from "../api/call-log.ts";
import type { Caused, House } from "../house.ts";
import { Refused } from "../refused.ts";
import { keyOf } from "../state/messages.ts";
import type { MessageRecord } from "../state/records.ts";
import type { World } from "../state/world.ts";
import { callView, messagesMade } from "./call-view.ts";
import type { Behind } from "./contract.ts";
import type { Step, Trail } from "./trail.ts";

export type BehindParts = {
  world: World;
  house: House | undefined;
  trail: Trail;
  calls: () => readonly BotCall[];
};

/** What comes later than this, on the civil clock, came by another cause, unless a row says so. */
const nearMs = 10 * 60_000;
const mostCalls = 100;
/** How many updates before a message of the bot are asked whether they caused it. */
const mostAsked = 20;

/** @throws for a message that there is not */
export async function behindMessage(parts: BehindParts, key: string): Promise<Behind> {
  const record = parts.world.messages.get(key);
  if (!record) throw new Refused("There is no such message");
  const found = (await stepAbout(parts, key)) ?? (await stepThatCaused(parts, record));
  if (!found) {
    return { update: null, caused: null, calls: callsThatMade(parts, record).map(callView) };
  }
  const { step, caused } = found;
  return { update: step.update, caused, calls: callsAfter(parts, step, caused).map(callView) };
}

type Found = { step: Step; caused: Caused | null };

/** The newest update about a message: its text, its edit, or a tap on it. */
async function stepAbout({ house, trail }: BehindParts, key: string): Promise<Found | undefined> {
  const step = trail.steps().findLast((entry) => entry.key === key);
  return step && { step, caused: (await house?.caused(step.update.update_id)) ?? null };
}

/** The update among whose outbox rows the bot's message is. */
async function stepThatCaused(
  parts: BehindParts,
  record: MessageRecord,
): Promise<Found | undefined> {
  const { house, trail } = parts;
  const [made] = record.byBot ? callsThatMade(parts, record) : [];
  if (!house || !made) return undefined;
  const candidates = trail.steps().filter(({ callsBefore }) => callsBefore < made.number);
  for (const step of candidates.slice(-mostAsked).toReversed()) {
    const caused = await house.caused(step.update.update_id);
    if (caused.outbox.some((row) => isOf(row, keyOf(record)))) return { step, caused };
  }
  return undefined;
}

const callsThatMade = ({ calls }: BehindParts, record: MessageRecord) =>
  calls().filter((call) => messagesMade(call).includes(keyOf(record)));

/** "12" or, of an ephemeral message, "e12" or "e12.<who sees it>". */
const isOf = ({ chat, messageId }: Caused["outbox"][number], key: string) =>
  messageId !== null && `${chat}:${messageId.split(".")[0]}` === key;

/** The calls that an update led to: in the chats concerned, until the person's next deed there. */
function callsAfter({ trail, calls }: BehindParts, step: Step, caused: Caused | null) {
  const outbox = caused?.outbox ?? [];
  const chats = new Set([step.chat, ...outbox.map(({ chat }) => chat)]);
  const next = trail
    .steps()
    .find(
      ({ update, chat, person }) =>
        update.update_id > step.update.update_id && chat === step.chat && person === step.person,
    );
  const until = next?.callsBefore ?? Number.POSITIVE_INFINITY;
  const tap = step.update.callback_query?.id;

  const isItsOwn = (call: BotCall) =>
    (tap !== undefined && call.payload.callback_query_id === tap) ||
    messagesMade(call).some((key) => outbox.some((row) => isOf(row, key)));
  const isNear = ({ number, at, payload }: BotCall) =>
    number <= until && at - step.at <= nearMs && chats.has(Number(payload.chat_id));

  return calls()
    .filter(({ number, method }) => number > step.callsBefore && method !== "getUpdates")
    .filter((call) => isItsOwn(call) || isNear(call))
    .slice(0, mostCalls);
}
