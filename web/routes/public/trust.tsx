import { BadgeCheck, CalendarX2, CreditCard, EyeOff, type LucideIcon, ShieldCheck, Star } from "lucide-react";
import { Article } from "../../features/content/article.tsx";
import { SiteStatus } from "../../features/content/notices.tsx";
import { TRUST_SECTIONS } from "../../features/content/trust.tsx";
import { TextLink } from "../../ui/actions/text-link.tsx";

const PROMISES: readonly { readonly icon: LucideIcon; readonly title: string; readonly text: string }[] = [
  {
    icon: ShieldCheck,
    title: "Checked people",
    text: "Identity and background check before a profile is shown.",
  },
  { icon: CreditCard, title: "Charged after", text: "24 hours after the lesson, so you can report first." },
  { icon: CalendarX2, title: "Free to cancel", text: "Up to 24 hours before. Later you see the cost first." },
  {
    icon: EyeOff,
    title: "Private by default",
    text: "First name and initial. Addresses only for booked lessons.",
  },
  { icon: Star, title: "Real reviews", text: "Only from students of lessons that took place." },
  { icon: BadgeCheck, title: "One booking per start", text: "Two people can’t be given the same hour." },
];

export default function Trust() {
  return (
    <Article
      title="Trust & safety"
      path="/trust"
      description="How instructors are checked, when your card is charged, who sees your address, how reviews and ranking work, and what we don’t do."
      lead="How instructors are checked, what protects your money and your address, and what we don’t do."
      notice={<SiteStatus />}
      before={<Promises />}
      sections={TRUST_SECTIONS}
      after={
        <p className="max-w-form text-muted">
          The exact wording is in the <TextLink to="/legal/terms">terms</TextLink>, the{" "}
          <TextLink to="/legal/privacy">privacy notice</TextLink> and the{" "}
          <TextLink to="/legal/cancellation">cancellation policy</TextLink>.
        </p>
      }
    />
  );
}

function Promises() {
  return (
    <ul className="grid gap-px overflow-clip rounded-card border border-brand/15 bg-brand/15 sm:grid-cols-2 lg:grid-cols-3">
      {PROMISES.map(({ icon: Icon, title, text }) => (
        <li key={title} className="bg-brand-surface p-4 md:p-6">
          <Icon size={24} strokeWidth={1.5} aria-hidden="true" className="text-brand" />
          <p className="mt-3 text-18 font-semibold">{title}</p>
          <p className="mt-1 text-14 text-muted">{text}</p>
        </li>
      ))}
    </ul>
  );
}
