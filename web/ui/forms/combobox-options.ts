export interface ComboboxOption {
  readonly id: string;
  readonly label: string;
  /** Muted, on a line of its own. */
  readonly detail?: string | undefined;
}

export interface ComboboxGroup {
  /** Heading over the options; null for a list without groups. */
  readonly label: string | null;
  readonly options: readonly ComboboxOption[];
}
