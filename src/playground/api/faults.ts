import type { ResponseParameters } from "@grammyjs/types";

import type { MethodName } from "./method-types.ts";

export type Fault =
  | { kind: "error"; code: number; description: string; parameters?: ResponseParameters }
  | { kind: "429"; retryAfter: number }
  | { kind: "500" }
  /** The connection is cut before the call is taken. */
  | { kind: "reset-before" }
  /** The call is taken and its effect stored, then the connection is cut. */
  | { kind: "reset-after" }
  | { kind: "delay"; ms: number }
  /** The call is never answered; with `taken`, its effect is stored all the same. */
  | { kind: "hang"; taken?: boolean };

export type FaultRule = {
  /** Or drawn anew for each call; undefined lets that one pass, and it does not count. */
  fault: Fault | ((method: MethodName, chat: unknown) => Fault | undefined);
  /** One method or several, or all of them; absent, any but getUpdates. */
  method?: MethodName | readonly MethodName[] | "all";
  chat?: number | string;
  /** How often the rule applies; 1 unless told. */
  times?: number;
  /** Asked for each call that fits: false lets it pass, and it does not count. */
  when?: (method: MethodName, chat: unknown) => boolean;
  /** The rule applied to a call. */
  onApplied?: () => void;
};

export type FaultBook = {
  /** Adds a rule; the function takes it back. */
  add: (rule: FaultRule) => () => void;
  clear: () => void;
  /** The fault for this call, if any, of the oldest rule that fits; counts as one of its times. */
  next: (method: MethodName, chat: unknown) => Fault | undefined;
};

export function createFaultBook(): FaultBook {
  let rules: (FaultRule & { left: number })[] = [];

  return {
    add: (rule) => {
      const entry = { ...rule, left: rule.times ?? 1 };
      rules.push(entry);
      return () => {
        rules = rules.filter((other) => other !== entry);
      };
    },
    clear: () => {
      rules = [];
    },
    next: (method, chat) => {
      for (const rule of rules) {
        if (rule.left <= 0 || !matches(rule, method, chat)) continue;
        const fault = typeof rule.fault === "function" ? rule.fault(method, chat) : rule.fault;
        if (!fault) continue;
        rule.left--;
        rule.onApplied?.();
        return fault;
      }
      return undefined;
    },
  };
}

function matches(rule: FaultRule, method: MethodName, chat: unknown) {
  if (rule.chat !== undefined && rule.chat !== chat) return false;
  if (!fitsMethod(rule.method, method)) return false;
  return rule.when?.(method, chat) ?? true;
}

function fitsMethod(asked: FaultRule["method"], method: MethodName) {
  if (asked === undefined) return method !== "getUpdates";
  if (asked === "all") return true;
  return typeof asked === "string" ? asked === method : asked.includes(method);
}
