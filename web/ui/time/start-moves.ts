/** One start that can be booked. */
export interface Start {
  /** The instant that the API names. */
  readonly id: string;
  /** "10:00–11:00 AM", as the page formats it. */
  readonly label: string;
  readonly part: "Morning" | "Afternoon" | "Evening";
}

/** Before noon, before 5 PM, after. `localTime` is "HH:MM" in the zone that the page names. */
export function partOfDay(localTime: string): Start["part"] {
  if (localTime < "12") return "Morning";
  return localTime < "17" ? "Afternoon" : "Evening";
}

/** In the order given; parts without a start are left out. */
export function groupStarts(starts: readonly Start[]): { part: Start["part"]; starts: readonly Start[] }[] {
  const parts = ["Morning", "Afternoon", "Evening"] as const;
  return parts
    .map((part) => ({ part, starts: starts.filter((start) => start.part === part) }))
    .filter((group) => group.starts.length > 0);
}

/**
 * The start that typing leads to: the next one whose label begins with what was typed. One letter moves on from the
 * current start, so that pressing "1" again goes to the next; more letters may stay.
 */
export function findTyped(starts: readonly Start[], currentId: string | null, typed: string): Start | null {
  const wanted = squeeze(typed);
  if (wanted === "") return null;
  const at = starts.findIndex(({ id }) => id === currentId);
  const from = wanted.length === 1 ? at + 1 : Math.max(at, 0);
  const inTurn = [...starts.slice(from), ...starts.slice(0, from)];
  return inTurn.find(({ label }) => squeeze(label).startsWith(wanted)) ?? null;
}

function squeeze(text: string): string {
  return text.toLowerCase().replace(/\s/g, "");
}
