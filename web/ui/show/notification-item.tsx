import type { LucideIcon } from "lucide-react";
import { Link } from "react-router";

export interface NotificationItemProps {
  readonly icon: LucideIcon;
  readonly title: string;
  readonly text: string;
  /** "2:06 PM" or "Tue"; the machine form beside it. */
  readonly when: { readonly label: string; readonly at: string };
  readonly to: string;
  readonly isUnread: boolean;
}

/** One thing that happened, leading to where it happened. Unread is said, bold and dotted. */
export function NotificationItem({ icon: Icon, title, text, when, to, isUnread }: NotificationItemProps) {
  return (
    <Link
      to={to}
      className="flex gap-3 px-4 py-3 transition-colors -outline-offset-2 hover:bg-plate/60 active:bg-plate"
    >
      <span
        className={`grid size-10 shrink-0 place-items-center rounded-control ${isUnread ? "bg-brand-soft text-brand" : "bg-plate text-muted"}`}
      >
        <Icon size={20} strokeWidth={1.75} aria-hidden="true" />
      </span>
      <span className="min-w-0 grow">
        <span className="flex items-baseline justify-between gap-3">
          <span className={`min-w-0 ${isUnread ? "font-semibold" : "font-medium"}`}>
            {isUnread && <span className="sr-only">Unread: </span>}
            {title}
          </span>
          <time dateTime={when.at} className="figures shrink-0 text-12 text-muted">
            {when.label}
          </time>
        </span>
        <span className="line-clamp-2 text-14 text-muted">{text}</span>
      </span>
      {isUnread && <span aria-hidden="true" className="mt-2 size-2 shrink-0 rounded-pill bg-brand" />}
    </Link>
  );
}
