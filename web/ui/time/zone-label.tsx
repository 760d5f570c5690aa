export interface ZoneLabelProps {
  /** The zone that the times beside it are in, such as "America/New_York". */
  readonly zone: string;
  /** The visitor's own zone; named too when its clocks are called otherwise. */
  readonly viewerZone?: string | undefined;
  /** "ET" in place of "Eastern time", right after a time. */
  readonly short?: boolean;
}

/** Says in which zone times are (web §1.9). The short form has its full name for everyone who hears or points at it. */
export function ZoneLabel({ zone, viewerZone, short = false }: ZoneLabelProps) {
  const name = nameZone(zone, "longGeneric");
  if (short)
    return (
      <abbr title={name} className="no-underline">
        {nameZone(zone, "shortGeneric")}
      </abbr>
    );
  const own = viewerZone === undefined ? name : nameZone(viewerZone, "longGeneric");
  return (
    <span className="text-14 text-muted">
      {name}
      {own !== name && `, not your ${own}`}
    </span>
  );
}

/** "Eastern time" or "ET": the generic names, which are right on both sides of a clock change. */
function nameZone(zone: string, style: "longGeneric" | "shortGeneric"): string {
  const parts = new Intl.DateTimeFormat("en-US", { timeZone: zone, timeZoneName: style }).formatToParts();
  const name = parts.find(({ type }) => type === "timeZoneName")?.value ?? zone;
  return name.replace(/ Time$/, " time");
}
