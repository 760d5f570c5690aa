export type ButtonVariant = "primary" | "secondary" | "quiet" | "danger";
/** 44 px; `small` is 36 px and only for tables; `large` is 52 px for the one step that a page leads to. */
export type ButtonSize = "small" | "regular" | "large";

export interface ButtonLook {
  readonly variant?: ButtonVariant | undefined;
  readonly size?: ButtonSize | undefined;
  /** As wide as its container. */
  readonly wide?: boolean | undefined;
}

// The border stays on every variant: forced colours drop fills, and then it is what shows the button's edge.
const BASE =
  "inline-flex items-center justify-center gap-2 rounded-control border text-center font-semibold transition-colors select-none active:translate-y-px disabled:translate-y-0 disabled:cursor-default disabled:border-transparent disabled:bg-plate disabled:text-muted aria-disabled:cursor-default aria-disabled:translate-y-0";

const VARIANTS: Readonly<Record<ButtonVariant, string>> = {
  primary: "border-transparent bg-brand text-on-brand hover:bg-brand-strong active:bg-brand-strong",
  secondary: "border-control bg-card text-ink hover:border-ink hover:bg-plate active:bg-line",
  quiet: "border-transparent text-ink hover:bg-plate active:bg-line",
  danger: "border-danger bg-card text-danger hover:bg-danger-soft active:bg-danger-soft",
};

const SIZES: Readonly<Record<ButtonSize, string>> = {
  small: "min-h-9 px-3 py-1 text-14",
  regular: "min-h-11 px-5 py-2 text-16",
  large: "min-h-13 px-6 py-3 text-18",
};

/** Classes of everything that looks like a button, whatever element it is. One `primary` per view (web §8). */
export function buttonClass({ variant = "primary", size = "regular", wide = false }: ButtonLook): string {
  return [BASE, VARIANTS[variant], SIZES[size], wide ? "w-full" : ""].join(" ");
}
