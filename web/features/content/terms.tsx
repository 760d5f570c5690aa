import { TextLink } from "../../ui/actions/text-link.tsx";
import type { ArticleSection } from "./article-section.ts";

export const TERMS_SECTIONS: readonly ArticleSection[] = [
  {
    id: "who",
    title: "Who agrees with whom",
    body: (
      <>
        <p>
          “We” are the operators of this site. A lesson is an agreement between a student and an instructor.
          We bring them together, take the payment, pass on the instructor’s part and apply the policies on
          these pages. We don’t teach, and instructors are not our employees.
        </p>
        <p>
          Before launch this section names the company that stands behind the site, with its address. It does
          not do so yet, because that is not settled.
        </p>
      </>
    ),
  },
  {
    id: "accounts",
    title: "Accounts",
    body: (
      <ul>
        <li>You give true information and keep it current.</li>
        <li>A student account and an instructor account are separate; one account can’t be both.</li>
        <li>
          There are no accounts for children. An adult books for a child, and is responsible for the booking.
        </li>
        <li>
          You keep your password and your codes to yourself and tell us when someone else may have them.
        </li>
        <li>
          We may suspend an account that breaks these terms, commits fraud or endangers people. You are told
          why and can object.
        </li>
      </ul>
    ),
  },
  {
    id: "booking",
    title: "Booking",
    body: (
      <ul>
        <li>
          An instructor who opens an hour offers to teach in it. Your booking accepts; there is no further
          approval.
        </li>
        <li>
          A start is held for you for 15 minutes while you pay, or until the lesson begins if that is sooner.
        </li>
        <li>
          The lesson is booked when we confirm it: your card is saved or, less than 24 hours ahead, the total
          is held on it.
        </li>
        <li>You can have three such holds at a time, and no two lessons that overlap.</li>
        <li>You and the instructor get the exact place of the lesson, for that lesson only.</li>
      </ul>
    ),
  },
  {
    id: "prices",
    title: "Prices and fees",
    body: (
      <ul>
        <li>
          The instructor sets the price, not below $80.00 an hour in person and $60.00 an hour online, in
          proportion to the length.
        </li>
        <li>The student pays 12% Booking Protection on top, by card.</li>
        <li>
          The instructor pays a share of the lesson price: 15%, or 12% from 5 and 10% from 11 completed
          lessons in the last 30 days, counting the one that is booked. Founding instructors pay 8% for life.
        </li>
        <li>Amounts are fixed when a lesson is booked. Later changes of prices or fees don’t touch it.</li>
        <li>Amounts are in US dollars; half a cent is rounded up.</li>
      </ul>
    ),
  },
  {
    id: "charges",
    title: "When cards are charged",
    body: (
      <>
        <ul>
          <li>24 hours ahead or more: the card is saved, the total is held 24 hours before the start.</li>
          <li>Later than that: the total is held at booking.</li>
          <li>The hold becomes a charge 24 hours after the end, unless a report is open.</li>
          <li>
            If the hold fails, we try again 23, 19 and 13 hours before the start. If it has not worked 12
            hours before, the lesson is cancelled at no cost. If an outage of ours delayed the first try, you
            get more time.
          </li>
          <li>
            If two of your bookings end without payment within 90 days, later ones are checked with your bank
            at booking.
          </li>
          <li>
            If the charge after a lesson fails, you owe it and can’t book until it is paid. We keep trying
            every 4 hours.
          </li>
        </ul>
        <p>Cards are handled by Stripe. We don’t store card numbers.</p>
      </>
    ),
  },
  {
    id: "cancelling",
    title: "Cancelling and moving",
    body: (
      <p>
        The <TextLink to="/legal/cancellation">cancellation policy</TextLink> is part of these terms. In
        short: free up to 24 hours before; between 24 and 12 hours the lesson price comes back as credit;
        under 12 hours half of it; nothing to pay when the instructor cancels. Students move lessons, freely
        up to 24 hours before and once between 24 and 12 hours. Instructors propose times or cancel.
      </p>
    ),
  },
  {
    id: "reports",
    title: "No-shows and disputes",
    body: (
      <ul>
        <li>
          Either side can report a no-show or a problem from the start until 24 hours after the end of a
          lesson.
        </li>
        <li>
          The payment is frozen. Whoever is said not to have come has 24 hours to disagree; otherwise the
          report stands.
        </li>
        <li>A disputed report is decided by a person on our side, after hearing both.</li>
        <li>Without a report the lesson counts as completed 24 hours after its end.</li>
        <li>
          If you dispute the charge with your bank instead, the instructor’s pay and credit from that lesson
          are frozen until the bank has decided. If the bank returns the money to you for good, that credit is
          taken back and your account is restricted.
        </li>
      </ul>
    ),
  },
  {
    id: "credit",
    title: "Credit",
    body: (
      <p>
        Credit pays for lessons, not for Booking Protection or tips. It can’t be paid out or passed on. Each
        credit shows its date: 365 days after it was given, 6 months for referrals. The kinds are listed in{" "}
        <TextLink to="/help/credits">credits</TextLink>; rewards for bringing someone follow the{" "}
        <TextLink to="/legal/referrals">referral terms</TextLink>.
      </p>
    ),
  },
  {
    id: "instructors",
    title: "For instructors",
    body: (
      <ul>
        <li>
          You go live when your identity, background check, payout account, services, places and calendar
          settings are complete, and stay live while they are.
        </li>
        <li>
          You teach the lessons that are booked in your open hours. If you can’t, you cancel as early as
          possible.
        </li>
        <li>
          Cancelling costs you the pay of that lesson. Frequent cancellations count in ranking and in a review
          of your account.
        </li>
        <li>
          You are paid every Tuesday for lessons that have been charged. Instant payout costs 2%, at least
          $0.50.
        </li>
        <li>
          You get half of your pay when a student cancels under 12 hours before, all of it for a confirmed
          no-show of the student, and all tips.
        </li>
        <li>
          If a lesson is refunded because you did not come or a dispute went against you, your part is taken
          back.
        </li>
        <li>Your taxes are yours.</li>
        <li>Founding terms are granted at sign-up, at most 100 times, and taken back only for fraud.</li>
      </ul>
    ),
  },
  {
    id: "reviews",
    title: "Reviews and messages",
    body: (
      <ul>
        <li>
          You write what you have experienced yourself. No threats, no hate, no contact details, no
          advertising.
        </li>
        <li>Reviews are for completed lessons, within 30 days, and are not edited afterwards.</li>
        <li>You don’t use messages to move a lesson and its payment off the site.</li>
        <li>What you write stays yours. You allow us to show it here for as long as it is on the site.</li>
        <li>We may hide what breaks these rules. We don’t hide reviews because they are bad.</li>
      </ul>
    ),
  },
  {
    id: "ending",
    title: "Leaving",
    body: (
      <p>
        You can delete your account yourself when no lesson is ahead, no dispute is open and no money is on
        the way. What is deleted and what has to stay is in the{" "}
        <TextLink to="/legal/privacy#deletion">privacy notice</TextLink>. Credit that is left is lost; you see
        the amount first.
      </p>
    ),
  },
  {
    id: "changes",
    title: "Changes to these terms",
    body: (
      <p>
        We change the version date at the top with every change. Once there are accounts, you are told before
        a change counts. A lesson you have booked keeps the terms it was booked under.
      </p>
    ),
  },
  {
    id: "open",
    title: "What counsel still has to add",
    body: (
      <p>
        The company and its address, warranties and liability, governing law and how disputes with us are
        settled, taxes, and what New York and federal law ask for on top. Until then nobody can agree to these
        terms.
      </p>
    ),
  },
];
