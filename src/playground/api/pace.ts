export type PaceOptions = {
  chatPerSecond: number;
  /** How many messages may come at once before the pace of a chat is felt. */
  chatBurst: number;
  groupPerMinute: number;
  allPerSecond: number;
};

export type PaceFigures = {
  /** How often the bot was told to wait. */
  refused: number;
  /** The most messages that a window ever held: of all chats, of one chat, of one group. */
  fullest: { all: number; chat: number; group: number };
};

export type Pace = {
  /** Counts messages to a chat, or says how many whole seconds the bot must wait (0: none). */
  take: (chatId: number, isGroup: boolean, messages: number) => number;
  figures: () => PaceFigures;
};

type Window = { of: keyof PaceFigures["fullest"]; key: string; count: number; ms: number };

/** `monotonic` is in milliseconds; the pace is of real time, whatever the civil clock says. */
export function createPace(options: PaceOptions | false, monotonic: () => number): Pace {
  const figures: PaceFigures = { refused: 0, fullest: { all: 0, chat: 0, group: 0 } };
  if (options === false) return { take: () => 0, figures: () => figures };
  const sent = new Map<string, number[]>();

  const windows = (chatId: number, isGroup: boolean): Window[] => [
    { of: "all", key: "all", count: options.allPerSecond, ms: 1000 },
    {
      of: "chat",
      key: `chat ${chatId}`,
      count: options.chatBurst,
      ms: (options.chatBurst / options.chatPerSecond) * 1000,
    },
    ...(isGroup
      ? [
          {
            of: "group" as const,
            key: `group ${chatId}`,
            count: options.groupPerMinute,
            ms: 60_000,
          },
        ]
      : []),
  ];

  const recent = ({ key, ms }: Window, now: number) => {
    const times = (sent.get(key) ?? []).filter((time) => now - time < ms);
    sent.set(key, times);
    return times;
  };

  return {
    take: (chatId, isGroup, messages) => {
      const now = monotonic();
      const limits = windows(chatId, isGroup);

      const waits = limits.map((window) => {
        const times = recent(window, now);
        const excess = times.length + messages - window.count;
        if (excess <= 0 || times.length === 0) return 0;
        const freed = times[Math.min(excess, times.length) - 1] ?? now;
        return Math.ceil((freed + window.ms - now) / 1000);
      });
      const wait = Math.max(...waits);
      if (wait > 0) {
        figures.refused++;
        return wait;
      }

      for (const { of, key } of limits) {
        const times = sent.get(key) ?? [];
        for (let n = 0; n < messages; n++) times.push(now);
        sent.set(key, times);
        figures.fullest[of] = Math.max(figures.fullest[of], times.length);
      }
      return 0;
    },
    figures: () => figures,
  };
}
