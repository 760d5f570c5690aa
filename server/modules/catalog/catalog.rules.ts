import type { ServiceSupply, SnapshotFilter, SnapshotService } from "./catalog.types.ts";

/** Under 5, 5 to 12, 13 to 17, 18 and over. */
export const AGE_GROUPS = ["toddler", "kids", "teens", "adults"] as const;
/** Those that a query may name: people over 65 count as adults in the catalogue (search §2). */
export const QUERY_AGE_GROUPS = [...AGE_GROUPS, "seniors"] as const;
export const LESSON_TYPES = ["online", "in_person", "student_location", "instructor_location"] as const;
/** Below it a service keeps its editorial place: a handful of events says nothing. */
const EVENTS_FOR_RANK = 20;

export type QueryAgeGroup = (typeof QUERY_AGE_GROUPS)[number];
export type LessonType = (typeof LESSON_TYPES)[number];

export const NO_SUPPLY: ServiceSupply = { live_instructors: 0, price_band: null, soonest_opening_at: null };

/** Supply by service id. */
export type SupplyByService = Readonly<Record<string, ServiceSupply>>;

export function supplyOf(supply: SupplyByService, service: { readonly id: string }): ServiceSupply {
  return supply[service.id] ?? NO_SUPPLY;
}

/** Services that somebody teaches first, each half in editorial order (search §2 "All Services page"). */
export function liveFirst(
  services: readonly SnapshotService[],
  supply: SupplyByService,
): readonly SnapshotService[] {
  const absent = (service: SnapshotService) => (supplyOf(supply, service).live_instructors > 0 ? 0 : 1);
  return services.toSorted((a, b) => absent(a) - absent(b) || a.display_order - b.display_order);
}

/**
 * The homepage capsules of one category (search §2 "Ordering from analytics"): by popularity from 20 events on, then in editorial order,
 * without services that nobody teaches. While nobody teaches anything at all, all of them count, so that the site can be read before its
 * first instructor.
 */
export function topServices(
  services: readonly SnapshotService[],
  supply: SupplyByService,
  limit: number,
): readonly SnapshotService[] {
  const hasMarket = Object.values(supply).some(({ live_instructors }) => live_instructors > 0);
  const rank = ({ popularity_rank, event_count }: SnapshotService): number =>
    popularity_rank !== null && event_count >= EVENTS_FOR_RANK ? popularity_rank : Number.MAX_SAFE_INTEGER;
  return services
    .filter((service) => !hasMarket || supplyOf(supply, service).live_instructors > 0)
    .toSorted((a, b) => rank(a) - rank(b) || a.display_order - b.display_order)
    .slice(0, limit);
}

/** The form in which names and terms are compared with what a person typed. */
export function comparable(text: string): string {
  return text.normalize("NFKC").toLowerCase().trim().replace(/\s+/g, " ");
}

export interface ServiceFilter {
  /** Part of the name or of a term; case and spacing do not matter. */
  readonly q?: string | undefined;
  readonly age_group?: QueryAgeGroup | undefined;
  readonly has_instructors?: boolean | undefined;
  readonly lesson_type?: LessonType | undefined;
}

/** Whether a service passes every filter that is given. Any service can be taught in person; not every one online. */
export function passesFilter(
  service: SnapshotService,
  { q, age_group, has_instructors, lesson_type }: ServiceFilter,
  supply: SupplyByService,
): boolean {
  if (lesson_type === "online" && !service.online) return false;
  if (age_group !== undefined && !service.age_groups.includes(age_group === "seniors" ? "adults" : age_group))
    return false;
  if (has_instructors !== undefined && supplyOf(supply, service).live_instructors > 0 !== has_instructors)
    return false;
  return q === undefined || matchesText(service, comparable(q));
}

function matchesText({ name, terms }: SnapshotService, wanted: string): boolean {
  return comparable(name).includes(wanted) || terms.some((term) => comparable(term).includes(wanted));
}

/** A filter with the options that are left in a subcategory. */
export interface EffectiveFilter {
  key: string;
  label: string;
  options: { value: string; label: string }[];
}

/** The filters of a category as far as a subcategory narrows them, in its order. */
export function effectiveFilters(
  used: readonly { readonly key: string; readonly narrowed_to: readonly string[] | null }[],
  definitions: readonly SnapshotFilter[],
): EffectiveFilter[] {
  return used.flatMap(({ key, narrowed_to }) => {
    const definition = definitions.find((filter) => filter.key === key);
    if (definition === undefined) return [];
    const options = definition.options.filter(({ value }) => narrowed_to?.includes(value) ?? true);
    return [{ key, label: definition.label, options }];
  });
}

/** Chosen options by filter key; every filter takes several. */
export type FilterSelections = Readonly<Record<string, readonly string[]>>;

export interface SelectionFault {
  /** JSON pointer into the selections. */
  readonly pointer: string;
  readonly code: "unknown_filter" | "unknown_option" | "repeated_option";
  readonly message: string;
}

/** All that is wrong with selections of an instructor or a search, measured against the filters of the service's subcategory. */
export function findSelectionFaults(
  filters: readonly EffectiveFilter[],
  selections: FilterSelections,
): SelectionFault[] {
  return Object.entries(selections).flatMap(([key, values]): SelectionFault[] => {
    const filter = filters.find((candidate) => candidate.key === key);
    const pointer = `/${key.replaceAll("~", "~0").replaceAll("/", "~1")}`;
    if (filter === undefined) {
      const known = filters.map((candidate) => candidate.key).join(", ");
      return [
        { pointer, code: "unknown_filter", message: `This service has no such filter; it has ${known}.` },
      ];
    }
    const allowed = filter.options.map(({ value }) => value);
    return values.flatMap((value, index): SelectionFault[] => {
      const place = `${pointer}/${index}`;
      if (!allowed.includes(value))
        return [{ pointer: place, code: "unknown_option", message: `Choose among ${allowed.join(", ")}.` }];
      if (values.indexOf(value) !== index)
        return [{ pointer: place, code: "repeated_option", message: "This is chosen already." }];
      return [];
    });
  });
}
