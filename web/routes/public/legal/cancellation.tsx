import type { ArticleSection } from "../../../features/content/article-section.ts";
import { CancellationExamples } from "../../../features/content/cancellation-examples.tsx";
import { CancellationTimeline } from "../../../features/content/cancellation-timeline.tsx";
import { LegalPage } from "../../../features/content/legal-page.tsx";
import { CANCELLATION_EXAMPLES, CREDIT_EXAMPLES } from "../../../features/content/money-examples.ts";
import { PlainTable } from "../../../features/content/plain-table.tsx";
import { TextLink } from "../../../ui/actions/text-link.tsx";

const SECTIONS: readonly ArticleSection[] = [
  {
    id: "student",
    title: "You cancel",
    body: (
      <>
        <CancellationTimeline />
        <PlainTable
          caption="Student cancellations, by the time left until the start"
          headers={["Time left", "Your card", "Back to you", "Your instructor"]}
          rows={[
            ["24 hours or more", "Not charged; a hold is let go", "All credit you used", "Gets nothing"],
            ["12 hours or more, under 24", "Charged in full", "The lesson price, as credit", "Gets nothing"],
            [
              "Under 12 hours",
              "Charged in full",
              "Half of the lesson price, as credit",
              "Gets half of their pay",
            ],
          ]}
        />
        <ul>
          <li>Exactly 24 hours counts as 24 hours or more, exactly 12 hours as 12 hours or more.</li>
          <li>
            The time that counts is when your request reaches our server. How long your bank takes afterwards
            changes nothing.
          </li>
          <li>Booking Protection, 12% of the lesson, is kept whenever your card is charged in this table.</li>
          <li>Half of an odd number of cents is rounded up.</li>
        </ul>
      </>
    ),
  },
  {
    id: "examples",
    title: "Examples, to the cent",
    body: (
      <CancellationExamples
        caption="Lessons of $120.00 and one of $30.01, each plus the 12% fee"
        examples={CANCELLATION_EXAMPLES}
      />
    ),
  },
  {
    id: "credit",
    title: "Lessons paid in part with credit",
    body: (
      <>
        <p>
          What comes back to you comes back first as the credit you used, with the date it had, the latest
          date first. The rest is new credit, which lasts 365 days. If you used more credit than comes back,
          the difference is lost: $40.00 of it in the last example.
        </p>
        <CancellationExamples
          caption="A $120.00 lesson plus $14.40 fee, paid in part with credit"
          examples={CREDIT_EXAMPLES}
          isWithCredit
        />
      </>
    ),
  },
  {
    id: "instructor",
    title: "Your instructor cancels",
    body: (
      <p>
        You pay nothing, at any time before the start. A hold is let go; if the card was already charged, all
        of it goes back to the card, the fee included. Credit you used comes back and is good for at least 30
        more days. The instructor is not paid, and cancellations count against them in our review of their
        account.
      </p>
    ),
  },
  {
    id: "platform",
    title: "We cancel",
    body: (
      <p>
        If we are at fault, or the instructor’s account is suspended, it is the same as when the instructor
        cancels. If your own account is suspended, the table of section 1 applies.
      </p>
    ),
  },
  {
    id: "moved",
    title: "Lessons you moved late",
    body: (
      <>
        <p>
          You can move a lesson freely up to 24 hours before its start and once between 24 and 12 hours. A
          late move charges your card at once, and the new lesson can’t be moved again. If you cancel it:
        </p>
        <PlainTable
          caption="A $120.00 lesson, charged $134.40 when it was moved"
          headers={["You cancel the new lesson", "Back to you", "It costs you"]}
          rows={[
            ["12 hours or more before its start", "$120.00 credit", "$14.40"],
            ["Under 12 hours before its start", "$60.00 credit", "$74.40"],
            ["Your instructor cancels", "$134.40 to your card", "$0.00"],
          ]}
        />
        <p>
          Moving is explained in <TextLink to="/help/move-a-lesson">move a lesson to another time</TextLink>.
        </p>
      </>
    ),
  },
  {
    id: "unpaid",
    title: "When nothing was held",
    body: (
      <ul>
        <li>You leave the payment page, or the 15-minute hold ends: nothing is charged.</li>
        <li>
          The hold on your card failed 24 hours before the lesson and you cancel before it has worked: nothing
          is charged, whatever the time.
        </li>
        <li>
          It has not worked 12 hours before the start: the lesson is cancelled for you and nothing is charged.
        </li>
      </ul>
    ),
  },
  {
    id: "short-notice",
    title: "Bookings at short notice",
    body: (
      <p>
        The table counts from the moment you have booked. There is no free period for lessons booked less than
        24 hours ahead.
      </p>
    ),
  },
  {
    id: "after-start",
    title: "After the start",
    body: (
      <p>
        A lesson that has started can’t be cancelled. Until 24 hours after its end you can{" "}
        <TextLink to="/help/no-shows-and-problems">report a no-show or a problem</TextLink>. A student who
        does not come is charged in full. If the instructor does not come, or neither of you does, you pay
        nothing.
      </p>
    ),
  },
  {
    id: "shown",
    title: "What you see is what counts",
    body: (
      <p>
        Before you cancel, you see the amounts for that minute. If a deadline passes while you decide, we show
        the new amounts and ask again. Cancelling twice changes nothing.
      </p>
    ),
  },
];

export default function Cancellation() {
  return (
    <LegalPage
      slug="cancellation"
      lead="Free up to 24 hours before the start. After that, part of what you paid comes back as credit."
      sections={SECTIONS}
    />
  );
}
