import { BadgeCheck, IdCard, type LucideIcon, Star } from "lucide-react";

export type MarkKind = "background_checked" | "identity_verified" | "founding" | "new";

interface MarkLook {
  readonly label: string;
  /** Where a full label does not fit. */
  readonly short: string;
  readonly icon: LucideIcon | null;
  readonly tone: string;
}

const MARKS: Record<MarkKind, MarkLook> = {
  background_checked: {
    label: "Background checked",
    short: "Checked",
    icon: BadgeCheck,
    tone: "bg-brand-soft text-brand",
  },
  identity_verified: {
    label: "ID verified",
    short: "ID verified",
    icon: IdCard,
    tone: "bg-brand-soft text-brand",
  },
  founding: {
    label: "Founding Instructor",
    short: "Founding",
    icon: Star,
    tone: "bg-founding-soft text-founding",
  },
  new: { label: "New", short: "New", icon: null, tone: "bg-plate text-muted" },
};

export interface MarkProps {
  readonly kind: MarkKind;
  readonly short?: boolean;
}

/** A fact about an instructor that we stand for. */
export function Mark({ kind, short = false }: MarkProps) {
  const { label, short: shortLabel, icon: Icon, tone } = MARKS[kind];
  return (
    <span
      className={`inline-flex h-6 shrink-0 items-center gap-1.5 rounded-pill px-2 text-12 font-medium whitespace-nowrap ${tone}`}
    >
      {Icon && <Icon size={14} strokeWidth={2} aria-hidden="true" />}
      {short && shortLabel !== label ? (
        <>
          <span aria-hidden="true">{shortLabel}</span>
          <span className="sr-only">{label}</span>
        </>
      ) : (
        label
      )}
    </span>
  );
}

/** The check mark beside a name; says in words what it stands for. */
export function CheckedMark() {
  return (
    <span className="inline-flex shrink-0 text-brand">
      <BadgeCheck size={20} strokeWidth={1.75} aria-hidden="true" />
      <span className="sr-only">Background checked</span>
    </span>
  );
}
