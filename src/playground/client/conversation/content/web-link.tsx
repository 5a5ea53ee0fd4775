import type { ComponentChildren } from "preact";
import { STOP } from "../stop.ts";
import { safeLink } from "./safe-link.ts";

/** A link to the web, opened beside the page; an address of another kind stays words. */
export function WebLink({ url, children }: { url: string; children: ComponentChildren }) {
  const href = safeLink(url);
  if (href === null) {
    return (
      <span class="dead-link" title={url}>
        {children}
      </span>
    );
  }
  return (
    <a href={href} target="_blank" rel="noopener noreferrer" title={href} {...STOP}>
      {children}
    </a>
  );
}
