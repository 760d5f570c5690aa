import { CalendarX2, CreditCard, type LucideIcon, ShieldCheck } from "lucide-react";

const LINES: readonly { readonly icon: LucideIcon; readonly title: string; readonly text: string }[] = [
  {
    icon: ShieldCheck,
    title: "Checked people",
    text: "Identity and background checks before an instructor goes live.",
  },
  { icon: CreditCard, title: "Charged after", text: "24 hours after the lesson, so you can report first." },
  { icon: CalendarX2, title: "Free to cancel", text: "Up to 24 hours before. Later you see the cost first." },
];

export function TrustLines() {
  return (
    <ul className="grid gap-px overflow-clip rounded-card border border-brand/15 bg-brand/15 md:grid-cols-3">
      {LINES.map(({ icon: Icon, title, text }) => (
        <li key={title} className="bg-brand-surface p-5 md:p-8">
          <Icon size={24} strokeWidth={1.5} aria-hidden="true" className="text-brand" />
          <p className="mt-3 text-18 font-semibold">{title}</p>
          <p className="mt-1 text-14 text-muted">{text}</p>
        </li>
      ))}
    </ul>
  );
}
