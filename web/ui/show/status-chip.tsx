import type { LucideIcon } from "lucide-react";
import type { ReactNode } from "react";

export type StatusTone = "neutral" | "brand" | "success" | "warning" | "danger" | "info";

const TONES: Record<StatusTone, string> = {
  neutral: "bg-plate text-muted",
  brand: "bg-brand-soft text-brand",
  success: "bg-success-soft text-success",
  warning: "bg-warning-soft text-warning",
  danger: "bg-danger-soft text-danger",
  info: "bg-info-soft text-info",
};

export interface StatusChipProps {
  readonly icon: LucideIcon;
  readonly tone?: StatusTone;
  readonly children: ReactNode;
}

/** A state in a word. Neutral is the normal case; a colour means that something differs, and the icon and word say it too. */
export function StatusChip({ icon: Icon, tone = "neutral", children }: StatusChipProps) {
  return (
    <span
      className={`inline-flex h-6 shrink-0 items-center gap-1.5 rounded-pill px-2 text-12 font-semibold whitespace-nowrap ${TONES[tone]}`}
    >
      <Icon size={14} strokeWidth={2} aria-hidden="true" />
      {children}
    </span>
  );
}
