import {
  Calendar,
  CalendarDays,
  CircleUser,
  Ellipsis,
  House,
  type LucideIcon,
  MessageCircle,
  Search,
  Sun,
} from "lucide-react";
import { NavLink } from "react-router";
import { type Role, tabsOf } from "../../lib/site-links.ts";

const ICONS: Readonly<Record<string, LucideIcon>> = {
  Home: House,
  Search,
  Lessons: CalendarDays,
  Messages: MessageCircle,
  Account: CircleUser,
  Today: Sun,
  Bookings: CalendarDays,
  Availability: Calendar,
  More: Ellipsis,
};

/** The signed-in person's places, at the bottom edge of phones: 64 px and the safe area. Guests have the top bar only. */
export default function BottomTabs({ viewer }: { readonly viewer: Role }) {
  return (
    <nav
      aria-label="Tabs"
      className="sticky bottom-0 z-sticky border-t border-line bg-page pb-[env(safe-area-inset-bottom)] md:hidden"
    >
      <ul className="flex h-16">
        {tabsOf(viewer).map(({ to, label }) => {
          const Icon = ICONS[label] ?? Ellipsis;
          return (
            <li key={to} className="flex flex-1">
              <NavLink
                to={to}
                end={to === "/"}
                className="relative flex flex-1 flex-col items-center justify-center gap-1 rounded-control text-12 font-medium text-muted aria-[current=page]:text-ink aria-[current=page]:before:absolute aria-[current=page]:before:top-0 aria-[current=page]:before:h-0.75 aria-[current=page]:before:w-10 aria-[current=page]:before:rounded-b-[3px] aria-[current=page]:before:bg-accent"
              >
                <Icon size={22} strokeWidth={1.75} aria-hidden="true" />
                {label}
              </NavLink>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}
