import type { ComponentProps, MouseEvent, ReactNode } from "react";
import { type ButtonLook, buttonClass } from "./button-style.ts";
import { Spinner } from "./spinner.tsx";

export interface ButtonProps extends Omit<ComponentProps<"button">, "className">, ButtonLook {
  /** Decorative, before the words. */
  readonly icon?: ReactNode;
  /** While true the button keeps its focus and width and does nothing. */
  readonly busy?: boolean;
  /** What is going on, as a verb: "Saving…". Give it to every button that writes. */
  readonly busyLabel?: string;
}

/**
 * A button whose words are verb and object ("Save week"). While busy its verb shows after 400 ms, so that quick answers
 * do not flicker (web §2); the space for it is kept from the start.
 */
export function Button({
  variant,
  size,
  wide,
  icon,
  busy = false,
  busyLabel,
  type = "button",
  onClick,
  children,
  ...rest
}: ButtonProps) {
  const swap =
    "col-start-1 row-start-1 inline-flex items-center justify-center gap-2 transition-[visibility] duration-0";
  const click = (event: MouseEvent<HTMLButtonElement>) => {
    if (busy) event.preventDefault();
    else onClick?.(event);
  };
  return (
    <button
      {...rest}
      type={type}
      onClick={click}
      aria-disabled={busy || undefined}
      aria-busy={busy || undefined}
      className={buttonClass({ variant, size, wide })}
    >
      <span className="inline-grid">
        <span className={`${swap} ${busy && busyLabel ? "invisible delay-400" : ""}`}>
          {icon}
          {children}
        </span>
        {busyLabel && (
          <span className={`${swap} ${busy ? "delay-400" : "invisible"}`}>
            <Spinner />
            {busyLabel}
          </span>
        )}
      </span>
    </button>
  );
}
