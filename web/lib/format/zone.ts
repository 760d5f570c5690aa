/** What New Yorkers write for the zones of the United States; the same all year round. */
const US_LABELS: Readonly<Record<string, string>> = {
  "America/New_York": "ET",
  "America/Detroit": "ET",
  "America/Chicago": "CT",
  "America/Denver": "MT",
  "America/Phoenix": "MST",
  "America/Los_Angeles": "PT",
  "America/Anchorage": "AKT",
  "Pacific/Honolulu": "HST",
};

/** The label of a zone at a moment: "ET" for American zones, else the offset then, such as "GMT+1" or "GMT+5:30". */
export function formatZone(at: Temporal.ZonedDateTime): string {
  const label = US_LABELS[at.timeZoneId];
  if (label !== undefined) return label;
  const [sign, hours, minutes] = [at.offset.slice(0, 1), at.offset.slice(1, 3), at.offset.slice(4, 6)];
  if (Number(hours) === 0 && Number(minutes) === 0) return "GMT";
  return `GMT${sign}${Number(hours)}${minutes === "00" ? "" : `:${minutes}`}`;
}
