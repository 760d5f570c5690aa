import type { ArticleSection } from "../../../features/content/article-section.ts";
import { HelpArticle } from "../../../features/content/help-article.tsx";
import { TextLink } from "../../../ui/actions/text-link.tsx";

const SECTIONS: readonly ArticleSection[] = [
  {
    id: "invites",
    title: "How to get in",
    body: (
      <p>
        At first by invitation: a code of eight characters, bound to your e-mail address. Applications without
        a code are not open yet, and there is nothing to sign up for today.
      </p>
    ),
  },
  {
    id: "live",
    title: "What you need before you go live",
    body: (
      <>
        <ol>
          <li>At least one service with a price, a length and a way to give it.</li>
          <li>Your identity, checked by Stripe: a document and a photo of you, taken then and there.</li>
          <li>A background check that is passed and not older than 365 days.</li>
          <li>A payout account with Stripe.</li>
          <li>The neighborhoods you travel to, or the place you teach at, if you teach in person.</li>
          <li>Your calendar settings, read and confirmed.</li>
        </ol>
        <p>
          You do these in any order and can stop in between. A page shows what is done and what is missing.
          Until all of it is there nobody can find or book you.
        </p>
      </>
    ),
  },
  {
    id: "background-check",
    title: "The background check",
    body: (
      <>
        <p>
          It is done by Checkr and starts only after you have read the disclosure and agreed. Usually you
          order one; you can also hand in one you have, as PDF, JPG or PNG up to 10 MB, and a person looks at
          it.
        </p>
        <p>
          It is good for 365 days. You are reminded 30, 14, 7 and 1 days before it ends; if it ends, your
          profile is hidden until there is a new one, and lessons already booked stand.
        </p>
        <p>
          If a report gives us reason to say no, you first get the report and a summary of your rights, and
          five business days to dispute it. While a dispute is open nothing is decided.
        </p>
      </>
    ),
  },
  {
    id: "hours",
    title: "Your hours and prices",
    body: (
      <>
        <p>
          You open the hours you want to teach, week by week, on a grid of half hours. Whatever lies in them
          can be booked at once, so close what you can’t give. Booked time stays protected when you change
          your week.
        </p>
        <p>
          Between two lessons there are 15 minutes, or 60 when you travel, unless you choose otherwise. You
          set your prices: at least $80.00 an hour in person and $60.00 an hour online, in proportion for
          other lengths.
        </p>
      </>
    ),
  },
  {
    id: "founding",
    title: "Founding instructors",
    body: (
      <p>
        Up to 100 invited instructors become founding instructors, if their invitation says so and places are
        left when they sign up. They pay 8% for life, carry a mark, and rank higher in search; see{" "}
        <TextLink to="/trust#ranking">how we rank</TextLink>. If the places are gone your account is made all
        the same, on the standard terms.
      </p>
    ),
  },
];

export default function BecomeAnInstructor() {
  return (
    <HelpArticle
      slug="become-an-instructor"
      sections={SECTIONS}
      related={["what-you-earn", "reviews-and-tips", "your-data"]}
    />
  );
}
