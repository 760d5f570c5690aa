import type { ArticleSection } from "../../../features/content/article-section.ts";
import { LegalPage } from "../../../features/content/legal-page.tsx";
import { PlainTable } from "../../../features/content/plain-table.tsx";
import { TextLink } from "../../../ui/actions/text-link.tsx";

const SECTIONS: readonly ArticleSection[] = [
  {
    id: "overview",
    title: "The two programs",
    body: (
      <PlainTable
        caption="What both sides get"
        headers={["You refer", "Your friend gets", "You get", "When"]}
        rows={[
          [
            "A student",
            "$20.00 credit",
            "$20.00 credit; as an instructor, $20.00 to your payout account",
            "7 days after their first completed lesson",
          ],
          [
            "An instructor, as an instructor",
            "Nothing",
            "$50.00 to your payout account",
            "7 days after the first lesson they taught",
          ],
        ]}
      />
    ),
  },
  {
    id: "link",
    title: "Your link",
    body: (
      <ul>
        <li>You have one code and one link. Your friend opens the link or enters the code at sign-up.</li>
        <li>The link is remembered in their browser for 30 days.</li>
        <li>
          A code can be added later, up to 30 days after sign-up and before the first completed lesson. One
          person is referred once; the first code counts.
        </li>
        <li>
          You can have us mail your link to 10 addresses at a time and 50 a day. Only write to people you
          know.
        </li>
        <li>Whoever you invite is told that you get a reward.</li>
      </ul>
    ),
  },
  {
    id: "unlock",
    title: "When a student reward is unlocked",
    body: (
      <>
        <p>
          When the friend completes their first lesson, both rewards are noted. Seven days later they are
          unlocked, if that lesson has been paid and not refunded. Otherwise they lapse.
        </p>
        <p>
          A reward is credit. It pays for lessons of $80.00 or more, not for Booking Protection and not for
          tips, and it can’t be paid out. It expires 6 months after it was unlocked; you are reminded 14 and 3
          days before.
        </p>
      </>
    ),
  },
  {
    id: "limit",
    title: "How many",
    body: (
      <p>
        Up to 20 rewards for each person who refers. After that your friends still get theirs. The instructor
        reward is paid once for each instructor you referred.
      </p>
    ),
  },
  {
    id: "cash",
    title: "Rewards in money",
    body: (
      <p>
        They go to the payout account that also receives your pay, once the lesson behind them has been paid.
        If you have none yet, the reward waits; set one up within 90 days or it lapses.
      </p>
    ),
  },
  {
    id: "excluded",
    title: "What does not count",
    body: (
      <ul>
        <li>Referring yourself: the same person, the same card or the same device on both sides.</li>
        <li>More than 5 referrals within 24 hours, or more than 15 within 7 days; these lapse.</li>
        <li>Lessons that were refunded in full or whose charge was reversed.</li>
        <li>Buying, selling or advertising codes.</li>
      </ul>
    ),
  },
  {
    id: "changes",
    title: "Changes and the end",
    body: (
      <p>
        Amounts, limits and dates can change for later referrals; the page with your link always shows those
        that count now. When a program stops, no new rewards are noted or unlocked, and credit that you
        already have stays. How credit works is explained in <TextLink to="/help/credits">credits</TextLink>.
      </p>
    ),
  },
];

export default function Referrals() {
  return (
    <LegalPage
      slug="referrals"
      lead="What you get for bringing someone, what they get, and when."
      sections={SECTIONS}
    />
  );
}
