import { index, type RouteConfig, route } from "@react-router/dev/routes";

/** The sitemap (web spec §4), in its order. A page is one file whose place in `routes/` says who it is for. */
export default [
  // public
  index("routes/public/home.tsx"),
  route("services", "routes/public/services.tsx"),
  route("services/:category", "routes/public/category.tsx"),
  route("services/:category/:service", "routes/public/service.tsx"),
  route("how-it-works", "routes/public/how-it-works.tsx"),
  route("trust", "routes/public/trust.tsx"),
  route("about", "routes/public/about.tsx"),
  route("contact", "routes/public/contact.tsx"),
  route("help", "routes/public/help/index.tsx"),
  route("help/find-a-lesson", "routes/public/help/find-a-lesson.tsx"),
  route("help/book-a-lesson", "routes/public/help/book-a-lesson.tsx"),
  route("help/message-an-instructor", "routes/public/help/message-an-instructor.tsx"),
  route("help/what-a-lesson-costs", "routes/public/help/what-a-lesson-costs.tsx"),
  route("help/when-you-are-charged", "routes/public/help/when-you-are-charged.tsx"),
  route("help/credits", "routes/public/help/credits.tsx"),
  route("help/cancel-a-lesson", "routes/public/help/cancel-a-lesson.tsx"),
  route("help/move-a-lesson", "routes/public/help/move-a-lesson.tsx"),
  route("help/lesson-day", "routes/public/help/lesson-day.tsx"),
  route("help/no-shows-and-problems", "routes/public/help/no-shows-and-problems.tsx"),
  route("help/reviews-and-tips", "routes/public/help/reviews-and-tips.tsx"),
  route("help/become-an-instructor", "routes/public/help/become-an-instructor.tsx"),
  route("help/what-you-earn", "routes/public/help/what-you-earn.tsx"),
  route("help/account-security", "routes/public/help/account-security.tsx"),
  route("help/your-data", "routes/public/help/your-data.tsx"),
  route("legal/terms", "routes/public/legal/terms.tsx"),
  route("legal/privacy", "routes/public/legal/privacy.tsx"),
  route("legal/cancellation", "routes/public/legal/cancellation.tsx"),
  route("legal/referrals", "routes/public/legal/referrals.tsx"),
  route("legal/accessibility", "routes/public/legal/accessibility.tsx"),

  // for whoever builds this: absent in production
  route("dev/ui", "routes/dev/ui.tsx"),
  route("dev/shell", "routes/dev/shell.tsx"),

  // system
  route("robots.txt", "routes/public/robots.ts"),
  route("sitemap.xml", "routes/public/sitemap.ts"),
  route("offline", "routes/system/offline.tsx"),
  route("theme", "routes/system/theme.ts"),
  route("*", "routes/system/not-found.tsx"),
] satisfies RouteConfig;
