// Updates for the fuzz (test/damage/fuzz.ts): valid ones with hostile contents, altered buttons of
// ours, albums, edits, replies, kinds that we never ask for, and all of them with fields that are
// missing, null, of the wrong type, or far too large.
import fc from "fast-check";
import { commandLine, hostileText, typedText } from "./hostile-text.ts";

export type Json = null | boolean | number | string | Json[] | { [name: string]: Json };
type Fields = { [name: string]: Json };

/** Who may be behind an update, and where; ids are those of the stand-in. */
export type Scene = {
  people: readonly { id: number; name: string }[];
  groups: readonly { id: number; title: string }[];
  botId: number;
  /** A document that can be fetched. */
  fileId: string;
  /** Seconds since 1970. */
  date: number;
};

const pick = <T>(from: readonly T[]) => fc.constantFrom(...from);
const maybe = (field: fc.Arbitrary<Fields>, freq = 4): fc.Arbitrary<Fields> =>
  fc.oneof({ weight: freq, arbitrary: fc.constant({}) }, { weight: 1, arbitrary: field });
const all = (...parts: fc.Arbitrary<Fields>[]): fc.Arbitrary<Fields> =>
  fc.tuple(...parts).map((fields) => Object.assign({}, ...fields));

const huge = fc.constantFrom(
  ...[-1, 0, 1e21, 2 ** 31, 2 ** 53, -(2 ** 53), 1.5, 1e308, 4_294_967_296],
);

const deep = (depth: number): Json => {
  let value: Json = "x";
  for (let level = 0; level < depth; level += 1) value = level % 2 === 0 ? [value] : { a: value };
  return value;
};

/** What stands where something else should. */
const wrong: fc.Arbitrary<Json> = fc.oneof(
  fc.constantFrom<Json>(null, true, false, "", "x", [], {}, [null], { id: null }),
  huge,
  hostileText,
  fc.constantFrom(5, 80, 3_000).map(deep),
);

const entity: fc.Arbitrary<Json> = fc.record({
  type: fc.constantFrom("bot_command", "mention", "text_mention", "url", "không có"),
  offset: fc.oneof(fc.integer({ min: -5, max: 5000 }), huge),
  length: fc.oneof(fc.integer({ min: -5, max: 5000 }), huge),
});

const people = ({ people }: Scene): fc.Arbitrary<Fields> =>
  fc
    .tuple(
      pick(people),
      maybe(hostileText.map((last_name) => ({ last_name }))),
      maybe(
        hostileText.map((username) => ({ username })),
        9,
      ),
    )
    .map(([{ id, name }, ...more]) =>
      Object.assign({ id, is_bot: false, first_name: name }, ...more),
    );

const rooms = ({ groups }: Scene, person: Fields): fc.Arbitrary<Fields> =>
  fc.oneof(
    {
      weight: 10,
      arbitrary: fc.constant({
        id: person.id ?? 0,
        type: "private",
        first_name: person.first_name ?? "",
      }),
    },
    {
      weight: 2,
      arbitrary: pick(groups).map(({ id, title }) => ({ id, type: "supergroup", title })),
    },
    {
      weight: 1,
      arbitrary: hostileText.map((title) => ({ id: -1_009_999, type: "group", title })),
    },
    { weight: 1, arbitrary: fc.constant({ id: -1_008_888, type: "channel", title: "kênh" }) },
  );

const fileName = fc.oneof(
  hostileText,
  fc.constantFrom(
    "a.pdf",
    "b.exe",
    "c.docm",
    "sổ.csv",
    "\u202efdp.exe",
    "../../x.pdf",
    "CON.pdf",
    "",
  ),
);

const contents = (scene: Scene): fc.Arbitrary<Fields> => {
  const caption = typedText.map((text) => ({ caption: text.slice(0, 1024) }));
  const document = fc
    .record({
      file_id: fc.oneof({ weight: 4, arbitrary: fc.constant(scene.fileId) }, hostileText),
      file_unique_id: fc.constant("u"),
      file_name: fileName,
      mime_type: fc.oneof(fc.constant("application/pdf"), hostileText),
      file_size: fc.oneof(fc.constant(1000), huge),
    })
    .map((file): Fields => ({ document: file }));
  const photo = fc
    .array(
      fc.record({ file_id: fc.constant(scene.fileId), width: fc.nat(9000), height: fc.nat(9000) }),
      { maxLength: 4 },
    )
    .map((sizes): Fields => ({ photo: sizes }));
  return fc.oneof(
    { weight: 12, arbitrary: typedText.map((text): Fields => ({ text })) },
    { weight: 1, arbitrary: all(document, maybe(caption, 1)) },
    { weight: 1, arbitrary: all(photo, maybe(caption, 1)) },
    {
      weight: 1,
      arbitrary: fc.constantFrom<Fields>(
        { sticker: { file_id: "x" } },
        { voice: null },
        { location: { latitude: 1e300, longitude: "x" } },
        { new_chat_members: [{ id: 1 }] },
        { pinned_message: {} },
        { contact: { phone_number: "0" } },
        { poll: { id: "1", options: [] } },
      ),
    },
  );
};

const message = (scene: Scene): fc.Arbitrary<Fields> =>
  people(scene).chain((from) =>
    rooms(scene, from).chain((chat) => {
      const base: Fields = { from, chat, date: scene.date };
      const reply = fc.record({ words: typedText, byBot: fc.boolean() }).map(
        ({ words, byBot }): Fields => ({
          reply_to_message: {
            message_id: 3,
            date: scene.date,
            chat,
            text: words,
            from: byBot ? { id: scene.botId, is_bot: true, first_name: "Đôn Đốc" } : from,
          },
        }),
      );
      return all(
        fc.constant(base),
        fc.integer({ min: 1, max: 400 }).map((message_id) => ({ message_id })),
        contents(scene),
        maybe(fc.array(entity, { maxLength: 5 }).map((entities) => ({ entities }))),
        maybe(reply, 8),
        maybe(fc.constant({ forward_origin: { type: "user", date: 1 } }), 20),
        maybe(
          fc.record({
            message_thread_id: fc.oneof(fc.nat(5), huge),
            is_topic_message: fc.boolean(),
          }),
          12,
        ),
        maybe(
          fc.constantFrom("g1", "g2", "g3").map((media_group_id) => ({ media_group_id })),
          12,
        ),
        maybe(
          fc.constantFrom<Fields>(
            { sender_chat: { id: -1, type: "channel" } },
            // A group becomes a supergroup of its own; that it did, only Telegram can say.
            { migrate_to_chat_id: Number(chat.id) - 1_000_000_000 },
            { migrate_from_chat_id: -1_009_999 },
            { is_automatic_forward: true },
          ),
          30,
        ),
      );
    }),
  );

/** Buttons of ours, with other rows, other versions and other commands in them. */
const data: fc.Arbitrary<string> = fc.oneof(
  fc
    .tuple(pick(["a", "f"]), fc.nat(14), fc.nat(6), fc.constantFrom("", "!"), commandLine)
    .map(([of, id, version, mark, line]) => `~${mark}${of}${id}.${version}|${line}`),
  commandLine,
  hostileText,
  fc.constantFrom(
    "#AAAAAAAAAAAAAAAAAAAAAA",
    "#",
    "~",
    "~|",
    "~a1.1|",
    "~!|/xephang",
    "~a1e9.x|/dongy",
  ),
  fc.tuple(huge, huge).map(([id, version]) => `~a${id}.${version}|/xacnhan NV-001`),
);

const tap = (scene: Scene): fc.Arbitrary<Fields> =>
  people(scene).chain((from) =>
    all(
      fc.constant({ from, chat_instance: "1" }),
      fc.string({ minLength: 1, maxLength: 12 }).map((id) => ({ id })),
      data.map((text) => ({ data: text })),
      rooms(scene, from).map((chat) => ({
        message: { message_id: 5, date: scene.date, chat, text: "thẻ" },
      })),
    ),
  );

const membership = (scene: Scene): fc.Arbitrary<Fields> =>
  people(scene).chain((from) =>
    all(
      rooms(scene, from).map((chat) => ({ from, chat, date: scene.date })),
      fc.constantFrom("member", "left", "kicked", "restricted", "x").map((status) => ({
        new_chat_member: { status, user: { id: scene.botId } },
      })),
    ),
  );

const unasked = fc.constantFrom(
  ..."channel_post edited_channel_post inline_query chosen_inline_result shipping_query poll".split(
    " ",
  ),
  ..."pre_checkout_query poll_answer chat_member chat_join_request message_reaction không_có".split(
    " ",
  ),
);

const whole = (scene: Scene): fc.Arbitrary<Fields> =>
  fc.oneof(
    { weight: 24, arbitrary: message(scene).map((said): Fields => ({ message: said })) },
    { weight: 3, arbitrary: message(scene).map((said): Fields => ({ edited_message: said })) },
    { weight: 8, arbitrary: tap(scene).map((tapped): Fields => ({ callback_query: tapped })) },
    { weight: 1, arbitrary: membership(scene).map((moved): Fields => ({ my_chat_member: moved })) },
    {
      weight: 1,
      arbitrary: fc.tuple(unasked, wrong).map(([kind, value]): Fields => ({ [kind]: value })),
    },
  );

/** Every place in a value, by its path. */
const places = (value: Json, path: string[] = []): string[][] =>
  typeof value !== "object" || value === null || path.length > 6
    ? []
    : Object.entries(value).flatMap(([name, part]) => [
        [...path, name],
        ...places(part, [...path, name]),
      ]);

const replaced = (value: Json, [name, ...rest]: readonly string[], by: Json | undefined): Json => {
  if (name === undefined || typeof value !== "object" || value === null) return by ?? null;
  const entries = Object.entries(value).flatMap(([key, part]): [string, Json][] => {
    if (key !== name) return [[key, part]];
    if (rest.length > 0) return [[key, replaced(part, rest, by)]];
    return by === undefined ? [] : [[key, by]];
  });
  return Array.isArray(value) ? entries.map(([, part]) => part) : Object.fromEntries(entries);
};

/** One field missing or of another kind. */
const broken = (update: Fields): fc.Arbitrary<Fields> => {
  const paths = places(update);
  if (paths.length === 0) return fc.constant(update);
  return fc.tuple(pick(paths), fc.option(wrong, { nil: undefined, freq: 3 })).map(([path, by]) => {
    const made = replaced(update, path, by);
    return typeof made === "object" && made !== null && !Array.isArray(made) ? made : {};
  });
};

/** An update without its number. */
export const anyUpdate = (scene: Scene): fc.Arbitrary<Fields> =>
  whole(scene).chain((update) =>
    fc.oneof(
      { weight: 5, arbitrary: fc.constant(update) },
      { weight: 1, arbitrary: broken(update) },
    ),
  );
