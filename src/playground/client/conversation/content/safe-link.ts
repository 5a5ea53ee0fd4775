// Which addresses a message may lead to. Everything else stays words.

/** The address to open, of the web only; null for any other (javascript:, data:, tg: …). */
export function safeLink(url: string): string | null {
  const whole = /^[a-z][a-z0-9+.-]*:/i.test(url) ? url : `https://${url}`;
  if (!URL.canParse(whole)) return null;
  const { protocol, href } = new URL(whole);
  return protocol === "https:" || protocol === "http:" ? href : null;
}
