// A button of the top bar: an icon there, a line with words in the menu of a phone.
import type { ComponentChildren } from "preact";

import { isPhone } from "../state.ts";

type BarButtonProps = {
  label: string;
  onClick: () => void;
  children: ComponentChildren;
  /** Words beside the icon in the bar too. */
  words?: string;
  pressed?: boolean;
  disabled?: boolean;
};

export const BarButton = (props: BarButtonProps) => {
  const { label, onClick, children, words, pressed, disabled = false } = props;
  const kind = isPhone.value
    ? "menu-item"
    : words === undefined
      ? "icon-button"
      : "button bar-words";
  return (
    <button
      type="button"
      class={kind}
      title={isPhone.value ? undefined : label}
      aria-label={isPhone.value ? undefined : label}
      aria-pressed={pressed}
      disabled={disabled}
      onClick={onClick}
    >
      {children}
      {isPhone.value ? label : words}
    </button>
  );
};
