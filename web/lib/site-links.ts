export interface SiteLink {
  readonly to: string;
  readonly label: string;
}

export interface LinkGroup {
  readonly title: string;
  readonly links: readonly SiteLink[];
}

/** Pages of the sitemap that exist. Header, menu, tabs and footer show no other; a test holds this against `web/routes.ts`. */
const EXISTING: ReadonlySet<string> = new Set([
  "/",
  "/services",
  "/how-it-works",
  "/trust",
  "/about",
  "/contact",
  "/help",
  "/legal/terms",
  "/legal/privacy",
  "/legal/cancellation",
  "/legal/referrals",
  "/legal/accessibility",
]);

const HEADER: readonly SiteLink[] = [
  { to: "/services", label: "All services" },
  { to: "/how-it-works", label: "How it works" },
  { to: "/trust", label: "Trust & safety" },
  { to: "/teach", label: "Teach" },
  { to: "/help", label: "Help" },
  { to: "/about", label: "About" },
];

const ACCOUNT: readonly SiteLink[] = [
  { to: "/login", label: "Log in" },
  { to: "/signup", label: "Sign up" },
];

const FOOTER: readonly LinkGroup[] = [
  {
    title: "Discover",
    links: [
      { to: "/services", label: "All services" },
      { to: "/how-it-works", label: "How it works" },
      { to: "/about", label: "About us" },
    ],
  },
  {
    title: "Teach",
    links: [
      { to: "/teach", label: "Teach with us" },
      { to: "/teach/join", label: "Enter invite code" },
    ],
  },
  {
    title: "Support",
    links: [
      { to: "/help", label: "Help" },
      { to: "/trust", label: "Trust & safety" },
      { to: "/contact", label: "Contact" },
      { to: "/legal/accessibility", label: "Accessibility" },
    ],
  },
  {
    title: "Legal",
    links: [
      { to: "/legal/terms", label: "Terms" },
      { to: "/legal/privacy", label: "Privacy" },
      { to: "/legal/cancellation", label: "Cancellation" },
      { to: "/legal/referrals", label: "Referral terms" },
    ],
  },
];

const TABS: Readonly<Record<Role, readonly SiteLink[]>> = {
  student: [
    { to: "/", label: "Home" },
    { to: "/search", label: "Search" },
    { to: "/student/lessons", label: "Lessons" },
    { to: "/student/messages", label: "Messages" },
    { to: "/student/account", label: "Account" },
  ],
  instructor: [
    { to: "/instructor/dashboard", label: "Today" },
    { to: "/instructor/bookings", label: "Bookings" },
    { to: "/instructor/availability", label: "Availability" },
    { to: "/instructor/messages", label: "Messages" },
    { to: "/instructor/settings", label: "More" },
  ],
};

export type Role = "student" | "instructor";

export const headerLinks = HEADER.filter(exists);
export const accountLinks = ACCOUNT.filter(exists);
export const footerGroups = FOOTER.map(({ title, links }) => ({ title, links: links.filter(exists) })).filter(
  ({ links }) => links.length > 0,
);
export const tabsOf = (role: Role): readonly SiteLink[] => TABS[role].filter(exists);

/** Their paths, in the order of the sitemap. */
export const livePages: readonly string[] = [...EXISTING];

/** True for a page that can be linked to. */
export function isLive(path: string): boolean {
  return EXISTING.has(path);
}

/** Every page that the shell would link to if it existed. */
export const plannedPages: ReadonlySet<string> = new Set(
  [HEADER, ACCOUNT, ...FOOTER.map((group) => group.links), ...Object.values(TABS)].flat().map(({ to }) => to),
);

function exists({ to }: SiteLink): boolean {
  return isLive(to);
}
