import { CircleAlert, CircleCheck, Info, type LucideIcon, TriangleAlert, X } from "lucide-react";
import type { ReactNode } from "react";
import { IconButton } from "../actions/icon-button.tsx";

export type BannerTone = "info" | "success" | "warning" | "danger";

const LOOKS: Record<BannerTone, { readonly icon: LucideIcon; readonly name: string; readonly box: string }> =
  {
    info: { icon: Info, name: "Note", box: "border-info/20 bg-info-soft text-info" },
    success: { icon: CircleCheck, name: "Done", box: "border-success/20 bg-success-soft text-success" },
    warning: {
      icon: TriangleAlert,
      name: "Needs attention",
      box: "border-warning/25 bg-warning-soft text-warning",
    },
    danger: { icon: CircleAlert, name: "Problem", box: "border-danger/28 bg-danger-soft text-danger" },
  };

export interface BannerProps {
  readonly tone?: BannerTone;
  readonly icon?: LucideIcon;
  /** The sentence that matters. */
  readonly title: string;
  readonly children?: ReactNode;
  readonly action?: ReactNode;
  readonly onDismiss?: () => void;
  /** Set when it appears after the page did, so that it is read out: at once for a problem, else in turn. */
  readonly isLive?: boolean;
}

/** A message about the region that it stands in. */
export function Banner({
  tone = "info",
  icon,
  title,
  children,
  action,
  onDismiss,
  isLive = false,
}: BannerProps) {
  const { name, box, icon: toneIcon } = LOOKS[tone];
  const Icon = icon ?? toneIcon;
  return (
    <div
      {...(isLive && { role: tone === "danger" ? "alert" : "status" })}
      className={`flex items-start gap-3 rounded-card border p-4 ${box}`}
    >
      <Icon size={20} strokeWidth={1.75} aria-hidden="true" className="mt-0.5 shrink-0" />
      <div className="flex min-w-0 grow flex-col gap-3 md:flex-row md:items-center md:justify-between md:gap-6">
        <div className="min-w-0">
          <p className="font-semibold text-ink">
            <span className="sr-only">{name}: </span>
            {title}
          </p>
          {children && <div className="mt-0.5 text-14 text-ink/85">{children}</div>}
        </div>
        {action && <div className="shrink-0 max-md:*:w-full">{action}</div>}
      </div>
      {onDismiss && (
        <span className="-m-2.5 inline-flex">
          <IconButton
            label={`Dismiss: ${title}`}
            icon={<X size={20} strokeWidth={1.5} aria-hidden="true" />}
            onClick={onDismiss}
          />
        </span>
      )}
    </div>
  );
}
