import { House, type LucideIcon, MapPin, MapPinHouse, Video } from "lucide-react";

export type LessonFormat = "online" | "student_location" | "instructor_location" | "neutral_location";

interface FormatLook {
  readonly label: string;
  /** On phones, where the full words do not fit. */
  readonly short: string;
  readonly icon: LucideIcon;
  readonly tone: string;
}

const FORMATS: Record<LessonFormat, FormatLook> = {
  online: { label: "Online", short: "Online", icon: Video, tone: "text-success" },
  instructor_location: { label: "Studio", short: "Studio", icon: MapPinHouse, tone: "text-warning" },
  student_location: { label: "Comes to you", short: "Home", icon: House, tone: "text-brand" },
  neutral_location: { label: "Public place", short: "Public", icon: MapPin, tone: "text-muted" },
};

/** "Studio"; the same words wherever a format is named. */
export function formatLabel(format: LessonFormat): string {
  return FORMATS[format].label;
}

/** The icon of a format; `isQuiet` where colour would say nothing, because there is only one. */
export function FormatIcon({
  format,
  isQuiet = false,
}: {
  readonly format: LessonFormat;
  readonly isQuiet?: boolean;
}) {
  const { icon: Icon, tone } = FORMATS[format];
  return (
    <Icon size={16} strokeWidth={1.75} aria-hidden="true" className={`shrink-0 ${isQuiet ? "" : tone}`} />
  );
}

/** Where lessons take place, icon and word each. */
export function FormatList({ formats }: { readonly formats: readonly LessonFormat[] }) {
  return (
    <ul aria-label="Where" className="flex flex-wrap gap-x-2 gap-y-1 text-14 text-muted md:gap-x-4">
      {formats.map((format) => {
        const { label, short } = FORMATS[format];
        return (
          <li key={format} className="inline-flex items-center gap-1 whitespace-nowrap md:gap-1.5">
            <FormatIcon format={format} />
            {short === label ? (
              label
            ) : (
              <>
                <span className="max-md:sr-only">{label}</span>
                <span aria-hidden="true" className="md:hidden">
                  {short}
                </span>
              </>
            )}
          </li>
        );
      })}
    </ul>
  );
}
