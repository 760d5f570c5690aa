import { type LucideIcon, X } from "lucide-react";
import { Link } from "react-router";

export interface ChipProps {
  readonly label: string;
  /** `soft` is something understood or chosen, `outline` something offered. */
  readonly tone?: "soft" | "outline";
  readonly icon?: LucideIcon;
  /** Makes the words a link. */
  readonly to?: string;
  /** Draws the removing cross; as an address it works before any script has run. */
  readonly onRemove?: (() => void) | string;
}

const TONES = {
  soft: "bg-brand-soft text-brand",
  outline: "border border-line bg-card text-ink",
} as const;

const CROSS =
  "-ms-2 grid w-10 shrink-0 place-items-center self-stretch rounded-pill text-current opacity-80 transition-opacity hover:opacity-100 md:w-9";

/** A short choice: plain, a link, or with a cross that takes it away. 36 high, 44 on phones. */
export function Chip({ label, tone = "soft", icon: Icon, to, onRemove }: ChipProps) {
  const words = (
    <>
      {Icon && <Icon size={16} strokeWidth={1.75} aria-hidden="true" className="shrink-0 text-muted" />}
      <span className="truncate">{label}</span>
    </>
  );
  const wordsClass = "inline-flex min-w-0 items-center gap-2 self-stretch rounded-pill px-4";
  const cross = <X size={16} strokeWidth={1.75} aria-hidden="true" />;
  return (
    <span
      className={`inline-flex h-11 max-w-full shrink-0 items-center rounded-pill text-14 font-medium md:h-9 ${TONES[tone]}`}
    >
      {to === undefined ? (
        <span className={wordsClass}>{words}</span>
      ) : (
        <Link to={to} className={`${wordsClass} transition-colors hover:bg-plate`}>
          {words}
        </Link>
      )}
      {typeof onRemove === "string" && (
        <Link to={onRemove} aria-label={`Remove ${label}`} className={CROSS}>
          {cross}
        </Link>
      )}
      {typeof onRemove === "function" && (
        <button type="button" onClick={onRemove} aria-label={`Remove ${label}`} className={CROSS}>
          {cross}
        </button>
      )}
    </span>
  );
}
