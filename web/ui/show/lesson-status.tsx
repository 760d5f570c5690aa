import {
  AlarmClock,
  Ban,
  CalendarCheck,
  CircleAlert,
  CircleCheck,
  CirclePlay,
  CreditCard,
  Hourglass,
  type LucideIcon,
  Scale,
  UserX,
} from "lucide-react";
import { StatusChip, type StatusTone } from "./status-chip.tsx";

interface StatusLook {
  readonly label: string;
  readonly icon: LucideIcon;
  readonly tone: StatusTone;
}

const STATUSES = {
  finish_payment: { label: "Finish payment", icon: Hourglass, tone: "warning" },
  payment_problem: { label: "Payment problem", icon: CreditCard, tone: "danger" },
  upcoming: { label: "Upcoming", icon: CalendarCheck, tone: "neutral" },
  starts_soon: { label: "Starts soon", icon: AlarmClock, tone: "warning" },
  in_progress: { label: "In progress", icon: CirclePlay, tone: "success" },
  completed: { label: "Completed", icon: CircleCheck, tone: "neutral" },
  cancelled: { label: "Cancelled", icon: Ban, tone: "neutral" },
  no_show_reported: { label: "No-show reported", icon: UserX, tone: "warning" },
  under_review: { label: "Under review", icon: Scale, tone: "info" },
  payment_failed: { label: "Payment failed", icon: CircleAlert, tone: "danger" },
} satisfies Record<string, StatusLook>;

export type LessonStatus = keyof typeof STATUSES;

export const LESSON_STATUSES = Object.keys(STATUSES) as LessonStatus[];

/** The chip of a lesson, the same words everywhere. */
export function LessonStatusChip({ status }: { readonly status: LessonStatus }) {
  const { label, icon, tone } = STATUSES[status];
  return (
    <StatusChip icon={icon} tone={tone}>
      {label}
    </StatusChip>
  );
}
