/** The box of every control that is typed into: 48 px high, 16 px letters so that phones do not zoom in. */
export const INPUT =
  "block w-full min-h-12 rounded-control border border-control bg-card text-16 text-ink transition-colors placeholder:text-muted placeholder:opacity-100 enabled:not-aria-invalid:hover:border-ink focus-visible:border-brand focus-visible:outline-offset-1 [&[readonly]]:bg-plate disabled:cursor-default disabled:border-line disabled:bg-plate disabled:text-muted aria-invalid:border-danger";

/** Usual distance from the box to its text. */
export const INPUT_PADDING = "px-4 py-2.5";
