// The four parts of what is behind the glass, in the order in which they happen.
import type { Caused, OutboxRow } from "../../house.ts";
import type { CallView } from "../../page/contract.ts";
import { clockSeconds } from "../civil.ts";
import { chats } from "../state.ts";
import { say } from "../words.ts";
import * as words from "../words-panels.ts";
import { byTable, colourOf, endOf, type Field, type TableRows, updateHead } from "./behind-view.ts";
import { JsonView } from "./json-view.tsx";

export const UpdatePart = ({ update, caused }: { update: unknown; caused: Caused | null }) => {
  if (update === null) return <p class="glass-none">{say(words.noUpdate)}</p>;
  const { id, kind } = updateHead(update);
  const inbox = caused?.inbox;
  return (
    <>
      <p class="glass-line">
        <code>{kind}</code> · update_id {id}
      </p>
      {inbox && (
        <p class="glass-line">
          {say(
            words.inboxLine(
              inbox.state,
              clockSeconds(inbox.receivedAt),
              inbox.doneAt === null ? null : clockSeconds(inbox.doneAt),
              inbox.attempts,
            ),
          )}
        </p>
      )}
      <JsonView value={update} />
    </>
  );
};

const Fields = ({ fields, label }: { fields: readonly Field[]; label: string }) => (
  <table class="glass-table" aria-label={label}>
    <tbody>
      {fields.map(({ name, value }) => (
        <tr key={name}>
          <th scope="row">{name}</th>
          <td>{value}</td>
        </tr>
      ))}
    </tbody>
  </table>
);

const Table = ({ table, rows }: TableRows) => (
  <li>
    <p class="glass-line">
      <code>{table}</code> · {say(words.rowsOf(rows.length))}
    </p>
    {rows.map(({ key, glance, fields }) => (
      <details key={key} class="glass-row">
        <summary>
          <code>{key}</code> <bdi>{glance}</bdi>
        </summary>
        <Fields fields={fields} label={`${table} ${key}`} />
      </details>
    ))}
  </li>
);

export const TransactionPart = ({ caused }: { caused: Caused }) => {
  const tables = byTable(caused.transaction);
  if (tables.length === 0) return <p class="glass-none">{say(words.onlyRead)}</p>;
  return (
    <ul class="glass-rows">
      {tables.map((table) => (
        <Table key={table.table} {...table} />
      ))}
    </ul>
  );
};

const Dot = ({ colour }: { colour: string }) => (
  <span class={`dot is-${colour}`} aria-hidden="true" />
);

const outboxFacts = ({ attempts, notBefore, sentAt }: OutboxRow): string =>
  [
    say(words.attemptsOf(attempts)),
    ...(sentAt === null ? [] : [say(words.sentAt(clockSeconds(sentAt)))]),
    ...(sentAt !== null || notBefore === null
      ? []
      : [say(words.notBefore(clockSeconds(notBefore)))]),
  ].join(" · ");

export const OutboxPart = ({ rows }: { rows: readonly OutboxRow[] }) => {
  if (rows.length === 0) return <p class="glass-none">{say(words.noOutbox)}</p>;
  return (
    <ul class="glass-rows">
      {rows.map((row) => (
        <li key={row.id}>
          <p class="glass-line">
            <Dot colour={colourOf(row.state)} />
            <strong>{say(words.outboxStates[row.state])}</strong> · {row.kind} →{" "}
            <bdi lang="vi">{row.title || chats.value.get(row.chat)?.title}</bdi>
          </p>
          <p class="glass-said" lang="vi">
            <bdi>{row.text.split("\n")[0]}</bdi>
          </p>
          <p class="glass-facts">
            {outboxFacts(row)}
            {row.error !== null && <span class="glass-error"> · {row.error}</span>}
          </p>
          <p class="glass-facts glass-key">{row.key}</p>
        </li>
      ))}
    </ul>
  );
};

const Call = ({ call }: { call: CallView }) => {
  const { colour, word } = endOf(call);
  const lost = call.lost === undefined ? "" : say(words.answerLost(call.lost));
  const said = lost || call.outcome?.description || "";
  return (
    <li>
      <details class="glass-call">
        <summary>
          <Dot colour={colour} />
          <code>{call.method}</code>
          <span class="glass-code">
            {call.lost === undefined ? word : (call.outcome?.code ?? "")}
          </span>
          <time dateTime={new Date(call.at).toISOString()}>{clockSeconds(call.at)}</time>
          {said !== "" && <span class="glass-error">{said}</span>}
          {colour === "busy" && <span class="sr">{say(words.stillRuns)}</span>}
        </summary>
        <JsonView label={say(words.payloadName)} value={call.payload} />
        {call.outcome?.result !== undefined && (
          <JsonView label={say(words.resultName)} value={call.outcome.result} />
        )}
      </details>
    </li>
  );
};

export const CallsPart = ({ calls }: { calls: readonly CallView[] }) => {
  if (calls.length === 0) return <p class="glass-none">{say(words.noCalls)}</p>;
  return (
    <ol class="glass-rows">
      {calls.map((call) => (
        <Call key={call.number} call={call} />
      ))}
    </ol>
  );
};
