import type { ComponentProps, ReactNode } from "react";

export interface IconButtonProps
  extends Omit<ComponentProps<"button">, "className" | "aria-label" | "children"> {
  /** What it does, for everyone who does not see the icon. */
  readonly label: string;
  /** A decorative icon, 20 or 24 px. */
  readonly icon: ReactNode;
  /** `plate` stands on pictures; `outline` beside outlined buttons. */
  readonly variant?: "quiet" | "outline" | "plate";
}

const VARIANTS = {
  quiet: "border-transparent hover:bg-plate active:bg-line",
  outline: "border-control bg-card hover:border-ink hover:bg-plate active:bg-line",
  plate: "border-line bg-card shadow-card hover:shadow-hover active:bg-plate",
};

/** A 44 px button that shows only an icon and therefore must have a name. */
export function IconButton({ label, icon, variant = "quiet", type = "button", ...rest }: IconButtonProps) {
  const shape = variant === "plate" ? "rounded-pill" : "rounded-control";
  return (
    <button
      {...rest}
      type={type}
      aria-label={label}
      className={`inline-flex size-11 shrink-0 items-center justify-center border text-ink transition active:translate-y-px disabled:translate-y-0 disabled:border-transparent disabled:bg-transparent disabled:text-control aria-disabled:translate-y-0 aria-disabled:cursor-default aria-disabled:border-transparent aria-disabled:bg-transparent aria-disabled:text-control ${shape} ${VARIANTS[variant]}`}
    >
      {icon}
    </button>
  );
}
